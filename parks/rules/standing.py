"""Where a goal stands on a day: the first of seven that holds, and the day until which that is so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from .calendar import ONE_DAY, Period, add_months
from .choices import Accumulation, Detail, Frequency, Freshness, Judgement, Nature, Qualifier, Standing
from .facts import GoalTerms, Judged, Reading, Rule, TargetTerms
from .measure import disproves, proves, wants_more
from .progress import Measured, Path, in_window, measured, path, share_of_target

# Of two judgements of the same day the more cautious one stands last and counts.
CAUTION = (Judgement.NOT_REACHED, Judgement.REACHED, Judgement.STILL_OPEN)


@dataclass(frozen=True, slots=True)
class StandingOn:
    """A goal's standing on a day with everything it rests on; `until` None means for as long as no row comes."""

    code: str
    detail: str
    freshness: str
    on: date
    until: date | None
    due_on: date | None
    value: Measured | None = None
    path: Path | None = None
    share: Decimal | None = None
    judged: Judged | None = None
    days_overdue: int = 0
    last_news_on: date | None = None
    excused: bool = False
    rule: Rule = field(default_factory=Rule)
    milestones_done: int = 0
    milestones_total: int = 0

    @property
    def is_stale(self) -> bool:
        return self.freshness == Freshness.STALE


def _measures_a_span(goal: GoalTerms) -> bool:
    """Whether a value counts something over its whole period, and not at a date."""
    return goal.nature == Nature.FLOW or (goal.nature == Nature.RATE and goal.accumulation != Accumulation.POINT)


def _covers_due(goal: GoalTerms, due_on: date, period: Period) -> bool:
    """Whether a value of this period speaks for the due date: the full window of a flow or a yearly rate."""
    if not _measures_a_span(goal):
        return period.holds(due_on)
    if goal.starts_on is None and goal.nature == Nature.FLOW:
        return False  # nobody says from when to count
    return period.start <= (goal.starts_on or period.start) and period.end >= due_on


def _decides_early(goal: GoalTerms, target: TargetTerms) -> bool:
    """Whether a value may show the target met before the due date.

    A sum that wants more only grows; a stock or a rank is met when it is met. A rate of a part of the period can
    still change, and a sum that must stay below a ceiling is kept only at the end.
    """
    if goal.nature == Nature.RATE:
        return False
    if goal.nature == Nature.FLOW:
        return wants_more(target.comparator, goal.higher_is_better)
    return True


def _against(target: TargetTerms, goal: GoalTerms, value: Measured, rule: Rule, shows: Callable[..., bool]) -> bool:
    """Whether the value proves (or disproves) the target under every qualifier that it carries."""
    terms = value.value, target.value, target.comparator, rule.about_tolerance_percent, goal.higher_is_better
    return all(shows(qualifier, *terms) for qualifier in value.qualifiers)


def _reached(goal: GoalTerms, target: TargetTerms, due_on: date | None, value: Measured, rule: Rule) -> bool:
    covering = due_on is not None and _covers_due(goal, due_on, value.period)
    return (covering or _decides_early(goal, target)) and _against(target, goal, value, rule, proves)


def _missed(goal: GoalTerms, target: TargetTerms, due_on: date, value: Measured, rule: Rule) -> bool:
    return _covers_due(goal, due_on, value.period) and _against(target, goal, value, rule, disproves)


def pace(points: Decimal, rule: Rule) -> str:
    """on_track, slow or behind for a gap in percentage points (negative: behind the path)."""
    behind_by = -points
    if behind_by <= rule.on_track_points:
        return Standing.ON_TRACK
    return Standing.SLOW if behind_by <= rule.slow_points else Standing.BEHIND


def _pace_of(goal: GoalTerms, target: TargetTerms, value: Measured, way: Path | None, rule: Rule) -> str | None:
    """The pace of a value on its path.

    A lower bound can show that a goal which wants more is on pace, never that it is not, and nothing where less
    is wanted.
    """
    if way is None or way.points is None:
        return None
    step = pace(way.points, rule)
    if Qualifier.AT_LEAST in value.qualifiers:
        shown = step == Standing.ON_TRACK and wants_more(target.comparator, goal.higher_is_better)
        return step if shown else None
    return step


def _past_due_detail(goal: GoalTerms, due_on: date, value: Measured | None) -> str:
    """What there is where no outcome can be told. A rounded value or a bound of the full window is no part of it."""
    if value is None:
        return Detail.NONE
    full = not _measures_a_span(goal) or (value.whole and _covers_due(goal, due_on, value.period))
    return Detail.FIGURE if full else Detail.PART


def _code_and_detail(
    goal: GoalTerms,
    target: TargetTerms | None,
    due_on: date | None,
    value: Measured | None,
    way: Path | None,
    verdict: str | None,
    rule: Rule,
    on: date,
) -> tuple[str, str]:
    """The first standing that holds, and what it rests on where its word leaves that open."""
    known = target is not None and value is not None
    past_due = due_on is not None and on > due_on
    has_no_measure = target is None and not goal.measured_by_series
    if (known and _reached(goal, target, due_on, value, rule)) or verdict == Judgement.REACHED:
        return Standing.REACHED, ""
    if past_due:
        if (known and _missed(goal, target, due_on, value, rule)) or verdict == Judgement.NOT_REACHED:
            return Standing.MISSED, ""
        detail = Detail.MILESTONES if has_no_measure else _past_due_detail(goal, due_on, value)
        return Standing.OUTCOME_UNKNOWN, detail
    if due_on is None:
        if has_no_measure:
            return Standing.UNDATED, Detail.MILESTONES
        return Standing.UNDATED, Detail.FIGURE if value else Detail.NONE
    if known and (step := _pace_of(goal, target, value, way, rule)):
        return step, ""
    if not goal.measured_by_series:
        return Standing.MILESTONES, Detail.MILESTONES
    return Standing.UNMEASURED, Detail.FIGURE if value else Detail.NONE


def _last_days(goal: GoalTerms, rule: Rule, last_news_on: date) -> tuple[date, date]:
    """The last day that counts as current and the last that does not count as stale."""
    if goal.frequency == Frequency.PRESS:
        current = add_months(last_news_on, rule.press_stale_months)
        return current, current
    return (
        last_news_on + timedelta(days=rule.late_days[goal.frequency]),
        last_news_on + timedelta(days=rule.stale_days[goal.frequency]),
    )


def standing_on(
    goal: GoalTerms,
    target: TargetTerms | None,
    readings: Sequence[Reading],
    judgements: Sequence[Judged],
    rule: Rule,
    on: date,
    next_rule_on: date | None = None,
) -> StandingOn:
    """The standing at the end of day `on`, from facts already limited to what was known by then.

    `readings` are published values of the goal's own series from sources of high or medium reliability.
    `next_rule_on` is the first day of the next rule, if one is known; the standing holds until the day before.
    Forecasts and values outside the window are no news of the goal: they keep nothing from going stale.
    """
    due_on = (target.due_on if target else None) or goal.due_on
    own = readings if goal.measured_by_series else ()
    value = measured(goal, due_on, own)
    deciding = [j for j in judgements if j.judgement in CAUTION]
    judged = max(deciding, key=lambda j: (j.happened_on, j.known_on, CAUTION.index(j.judgement)), default=None)
    way = path(goal, target, own, value) if target and value else None
    verdict = judged.judgement if judged else None
    code, detail = _code_and_detail(goal, target, due_on, value, way, verdict, rule, on)

    news = [goal.known_on, *(r.known_on for r in in_window(goal, due_on, own)), *(j.known_on for j in judgements)]
    last_news_on = max(news)
    current_until, fresh_until = _last_days(goal, rule, last_news_on)
    settled = code in (Standing.REACHED, Standing.MISSED)
    freshness = Freshness.CURRENT
    if not settled and on > fresh_until:
        freshness = Freshness.STALE
    elif not settled and on > current_until:
        freshness = Freshness.LATE

    last_days = [due_on, goal.excused_until, next_rule_on - ONE_DAY if next_rule_on else None]
    if not settled:
        last_days += [current_until, fresh_until]
    return StandingOn(
        code=str(code),
        detail=str(detail),
        freshness=str(freshness),
        on=on,
        until=min((day for day in last_days if day is not None and day >= on), default=None),
        due_on=due_on,
        value=value,
        path=way,
        share=share_of_target(goal, target, value) if target and value else None,
        judged=judged,
        days_overdue=max((on - due_on).days, 0) if due_on else 0,
        last_news_on=last_news_on,
        excused=goal.excused_until is not None and on <= goal.excused_until,
        rule=rule,
        milestones_done=goal.milestones_done,
        milestones_total=goal.milestones_total,
    )
