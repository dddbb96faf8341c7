"""What the page of the method is written from: every goal with its standing, on the day and on a day with a path."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from parks.models import GoalRelatedSeries, Observation, StatusRule
from parks.models.facts import standings_of
from parks.rules.calendar import last_day
from parks.rules.choices import Standing

from .goals import GoalLine, goal_lines, goals_known
from .moment import Moment
from .register import RegisterState

PACES = (Standing.ON_TRACK, Standing.SLOW, Standing.BEHIND)


@dataclass(frozen=True, slots=True)
class Material:
    """`lines` of all goals on the day; `example` is a goal with a path on a day when its pace was told, or None.

    `then` are the lines of all goals of today that were known on the example's day. A line's goal carries
    `beside_title` and `beside_reason` (each with `_en`) of a related series, or None.
    """

    lines: list[GoalLine]
    then_on: date | None
    then: list[GoalLine]
    example: GoalLine | None
    correction: Observation | None


@dataclass(frozen=True, slots=True)
class Change:
    """A goal whose standing another rule would change."""

    line: GoalLine
    code: str
    detail: str


def material(moment: Moment, state: RegisterState) -> Material:
    """Four queries, three where no goal has a path."""
    beside = GoalRelatedSeries.objects.filter(goal=OuterRef("pk")).order_by("pk")
    goals = list(
        goals_known(moment)
        .order_by("park__number", "order", "code")
        .annotate(
            beside_title=Subquery(beside.values("series__title")[:1]),
            beside_title_en=Subquery(beside.values("series__title_en")[:1]),
            beside_reason=Subquery(beside.values("reason")[:1]),
            beside_reason_en=Subquery(beside.values("reason_en")[:1]),
        )
    )
    lines = goal_lines(goals, moment, state)
    then_on, then, example = None, [], None
    if with_path := next((line for line in lines if _has_path(line)), None):
        then_on = _day_of_pace(with_path, moment)
        known = [goal for goal in goals if goal.known_on <= then_on]
        then = goal_lines(known, Moment(then_on, then_on, moment.today), state)
        example = next((line for line in then if line.goal.pk == with_path.goal.pk), None)
    correction = (
        Observation.objects.standing_as_of(moment.known_by)
        .filter(supersedes__isnull=False, period_end__lte=moment.on)
        .select_related("supersedes__unit", "unit", "series__park", "series__indicator", "source")
        .order_by("-known_on", "-id")
        .first()
    )
    return Material(lines, then_on, then, example if example and _has_path(example) else None, correction)


def _has_path(line: GoalLine) -> bool:
    return line.standing.path is not None and line.standing.path.expected_share is not None


def _day_of_pace(line: GoalLine, moment: Moment) -> date:
    """The end of the month in which the value became known, before the goal was due and not after the day shown."""
    known = line.standing.value.known_on
    month_end = last_day(known.year, known.month)
    days = [month_end, moment.on] + ([line.due_on] if line.due_on and line.due_on >= known else [])
    return min(days)


def changes_under(rule: StatusRule, lines: list[GoalLine]) -> list[Change]:
    """The goals of these lines that would stand elsewhere under another rule. No query."""
    facts = {line.goal.pk: line.facts for line in lines}
    changed = []
    for line in lines:
        other = standings_of([line.goal], line.standing.on, (rule.as_rule(), None), facts)[line.goal.pk]
        if (other.code, other.detail) != (line.standing.code, line.standing.detail):
            changed.append(Change(line, other.code, other.detail))
    return changed
