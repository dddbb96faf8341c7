"""How far a goal has come: the value that speaks for it, and the path it is held against."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from .calendar import ONE_DAY, Period, elapsed_share
from .choices import Accumulation, Nature, Qualifier
from .facts import GoalTerms, Reading, TargetTerms
from .measure import ratio, wants_more

WEAKEST_FIRST = (Qualifier.AT_LEAST, Qualifier.ESTIMATE, Qualifier.PRELIMINARY)


@dataclass(frozen=True, slots=True)
class Measured:
    """The value that speaks for a goal, in base units: one reading, or the sum of a flow's parts."""

    value: Decimal
    period: Period
    qualifier: str  # of a sum: the weakest of its parts
    known_on: date
    keys: tuple[int, ...]
    whole: bool = True  # False: a flow with a hole between its parts, so the sum is only a lower bound
    other_qualifiers: tuple[str, ...] = ()  # of a sum whose parts differ

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """Whatever the value is to show, it has to show under each of these."""
        return self.qualifier, *self.other_qualifiers


@dataclass(frozen=True, slots=True)
class Path:
    """Where the goal should be at the measured value's own last day.

    Shares are of the way from `start` to the target (1 = there). `points` is share minus expected in percentage
    points, positive when better than expected; for a rate it is the gap in the rate's own points, or in percent of
    the target where the rate is not in percent.
    """

    start: Decimal
    expected: Decimal | None
    expected_share: Decimal | None
    share: Decimal | None
    points: Decimal | None
    months_done: int = 0
    months_total: int = 0


def _latest(readings: Sequence[Reading]) -> Reading | None:
    return max(readings, key=lambda r: (r.period.end, r.known_on, r.key), default=None)


def _single(reading: Reading) -> Measured:
    return Measured(reading.value, reading.period, reading.qualifier, reading.known_on, (reading.key,))


def _newest_by(readings: Sequence[Reading], part: Callable[[Reading], Hashable]) -> list[Reading]:
    """For each part the reading that reaches furthest, then the last one known; by first day, the longest first."""
    newest: dict[Hashable, Reading] = {}
    for reading in sorted(readings, key=lambda r: (r.period.end, r.known_on, r.key)):
        newest[part(reading)] = reading
    return sorted(newest.values(), key=lambda r: (r.period.start, -r.period.end.toordinal()))


def _sum(parts: list[Reading], start: date) -> Measured:
    cursor, whole, counted = start, True, []
    for part in parts:
        if part.period.start < cursor:
            continue  # no day counts twice
        whole = whole and part.period.start == cursor
        counted.append(part)
        cursor = part.period.end + ONE_DAY
    if len(counted) == 1 and whole:
        return _single(counted[0])
    told = {part.qualifier for part in counted} | (set() if whole else {Qualifier.AT_LEAST})
    weak = [str(qualifier) for qualifier in WEAKEST_FIRST if qualifier in told] or [str(Qualifier.ACTUAL)]
    return Measured(
        value=sum((part.value for part in counted), Decimal(0)),
        period=Period(start, counted[-1].period.end),
        qualifier=weak[0],
        known_on=max(part.known_on for part in counted),
        keys=tuple(part.key for part in counted),
        whole=whole,
        other_qualifiers=tuple(weak[1:]),
    )


def in_window(goal: GoalTerms, due_on: date | None, readings: Sequence[Reading]) -> list[Reading]:
    """The readings that measure the goal: all of their period inside its window, forecasts left out."""
    return [
        r
        for r in readings
        if r.qualifier != Qualifier.FORECAST
        and (due_on is None or r.period.end <= due_on)
        and (goal.starts_on is None or r.period.start >= goal.starts_on)
    ]


def measured(goal: GoalTerms, due_on: date | None, readings: Sequence[Reading]) -> Measured | None:
    """The value that speaks for the goal: of its own series, inside its window, forecasts left out."""
    usable = in_window(goal, due_on, readings)
    if not usable:
        return None
    if goal.nature != Nature.FLOW or goal.starts_on is None:
        # Of a flow nobody says from when to count: the last part stands alone, nothing is added up.
        return _single(_latest(usable))
    if goal.accumulation == Accumulation.YEAR_TO_DATE:
        parts = _newest_by(usable, lambda r: r.period.start)
    else:
        parts = _newest_by(usable, lambda r: r.period)
    return _sum(parts, goal.starts_on)


def baseline(goal: GoalTerms, readings: Sequence[Reading]) -> Reading | None:
    """The last value of a stock at or before the start of its window; a lower bound is none to start a path from."""
    if goal.starts_on is None:
        return None
    last = _latest([r for r in readings if r.qualifier != Qualifier.FORECAST and r.period.end <= goal.starts_on])
    return None if last and last.qualifier == Qualifier.AT_LEAST else last


def expected_value(
    goal: GoalTerms, target: TargetTerms, due_on: date, start: Decimal, day: date
) -> tuple[Decimal, int, int] | None:
    """The path's value at the end of `day`, in whole months, through the planned points; None without a path."""
    if goal.starts_on is None:
        return None
    months, total = elapsed_share(goal.starts_on, due_on, day)
    if total == 0:
        return None
    knots = [(0, start)]
    for planned_on, value in sorted(goal.planned):
        done, _ = elapsed_share(goal.starts_on, due_on, planned_on)
        if knots[-1][0] < done < total:
            knots.append((done, value))
    knots.append((total, target.value))
    for (m0, v0), (m1, v1) in pairwise(knots):
        if months <= m1:
            return v0 + (v1 - v0) * Decimal(months - m0) / Decimal(m1 - m0), months, total
    return target.value, months, total


def path(goal: GoalTerms, target: TargetTerms, readings: Sequence[Reading], value: Measured) -> Path | None:
    """The comparison at the value's own last day; None where the goal's nature or its facts give no path."""
    due_on = target.due_on or goal.due_on
    more = wants_more(target.comparator, goal.higher_is_better)
    if goal.nature == Nature.RATE:
        gap = value.value - target.value if more else target.value - value.value
        points = gap if goal.unit_is_percent else ratio(gap * 100, abs(target.value))
        return Path(target.value, target.value, None, ratio(value.value, target.value), points)
    if due_on is None or not value.whole or goal.nature not in (Nature.FLOW, Nature.STOCK):
        return None
    if goal.nature == Nature.FLOW:
        start = Decimal(0)
    else:
        first = baseline(goal, readings)
        if first is None:
            return None
        start = first.value
    at = expected_value(goal, target, due_on, start, value.period.end)
    span = target.value - start
    rises = more or goal.nature == Nature.FLOW  # a sum below its ceiling rises too
    if at is None or not span or (span > 0) != rises:
        return None  # what stands beyond its target at the start has no way to go
    expected, months, total = at
    # From the values and not from the shares: rounded shares would push an exact gap over a threshold.
    points = ratio((value.value - expected) * 100, span)
    if goal.nature == Nature.FLOW and not more:
        points = -points
    return Path(
        start, expected, ratio(expected - start, span), ratio(value.value - start, span), points, months, total
    )


def share_of_target(goal: GoalTerms, target: TargetTerms, value: Measured) -> Decimal | None:
    """value ÷ target, for slips and bars; None for ranks, where a share says nothing."""
    if goal.nature == Nature.RANK:
        return None
    return ratio(value.value, target.value)
