"""What the drawing of one goal says, before it is known where: readings in order, the ends of both axes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from parks.charts.axes import plain

HOLLOW = frozenset({"estimate", "preliminary", "forecast"})
# A bound is no point of the course, and a forecast is nobody's report: both stand beside the line.
ALONE = frozenset({"at_least", "forecast"})
KINDS = frozenset({"actual", "restated"}) | HOLLOW | ALONE
NATURES = frozenset({"flow", "stock", "rate", "rank"})


class Reading(NamedTuple):
    """A reported value: the last day it covers, the number, its qualifier, and the words beside its mark."""

    on: date
    value: Decimal
    kind: str = "actual"
    label: str = ""
    value_text: str = ""
    short_label: str = ""


@dataclass(frozen=True)
class PathTexts:
    """Every word of the drawing, in the page's language. Empty words are left out.

    number formats a line of the value axis; month the end of a month, told whether the axis spans years.
    """

    title: str
    desc: str
    unit: str = ""
    target: str = ""
    target_notes: tuple[str, ...] = ()
    target_short: str = ""
    plan: str = ""
    no_figure: str = ""
    no_figure_short: str = ""
    start: str = ""
    start_short: str = ""
    today: str = ""
    number: Callable[[Decimal], str] = plain
    month: Callable[[date, bool], str] = field(default=lambda on, across_years: on.isoformat()[:7])


@dataclass(frozen=True, slots=True)
class Course:
    """first and last bound the time axis, low and high the value axis; empty_until ends the empty time."""

    readings: tuple[Reading, ...]
    planned: tuple[tuple[date, Decimal], ...]
    target: Decimal
    opening: tuple[date, Decimal] | None
    starts_on: date | None
    due_on: date | None
    today: date | None
    empty_until: date | None
    first: date
    last: date
    low: Decimal
    high: Decimal
    nature: str

    @property
    def last_report(self) -> date:
        return max(reading.on for reading in self.readings if reading.kind != "forecast")

    @property
    def holds_throughout(self) -> bool:
        """The target is a level, not the end of a path."""
        return self.due_on is None or not self.planned


def _in_window(on: date, nature: str, starts_on: date | None, due_on: date | None) -> bool:
    """Another window's sum is history, not this window's progress."""
    if nature != "flow":
        return True
    return (starts_on is None or on >= starts_on) and (due_on is None or on <= due_on)


def _empty_until(nature: str, due_on: date | None, today: date | None) -> date | None:
    """A flow's window closes for good; every other nature can still be reported after its deadline."""
    if due_on is None:
        return today
    if nature != "flow" and today is not None and today > due_on:
        return today
    return due_on


def _range(nature: str, values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """The ends of the value axis, never equal, with a little air; zero (of a rank, one) is always inside."""
    if nature == "rank":
        return min(Decimal(1), *values), max(Decimal(2), *values) * Decimal("1.15")
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    air = (high - low) / 10 or Decimal(1)
    return (low - air if low < 0 else low), (high + air if high > 0 or low == 0 else high)


def course_of(
    points: Sequence[Reading | tuple],
    planned: Sequence[tuple[date, Decimal]],
    target: Decimal | None,
    *,
    due_on: date | None,
    starts_on: date | None,
    baseline: Decimal | None,
    nature: str,
    today: date | None,
) -> Course | None:
    """The course, or None when there is nothing to find: no target, no report, or one report and no deadline.

    Of several readings for one day the last given counts. Raises ValueError for an unknown kind or nature.
    """
    if nature not in NATURES:
        raise ValueError(f"not a nature: {nature!r}")
    by_day: dict[date, Reading] = {}
    for reading in (Reading(*point) for point in points):
        if reading.kind not in KINDS:
            raise ValueError(f"not a kind of reading: {reading.kind!r}")
        measured = reading.value is not None and reading.value.is_finite()
        if measured and _in_window(reading.on, nature, starts_on, due_on):
            by_day[reading.on] = reading
    readings = tuple(by_day[on] for on in sorted(by_day))
    reported = [reading for reading in readings if reading.kind != "forecast"]
    if target is None or not target.is_finite() or not reported or (due_on is None and len(reported) < 2):
        return None

    opening = None
    if starts_on is not None and starts_on <= readings[0].on:
        if nature == "flow":
            opening = (starts_on, Decimal(0))
        elif baseline is not None:
            opening = (starts_on, baseline)
    steps = tuple(sorted(planned))
    empty_until = _empty_until(nature, due_on, today)
    days = [reading.on for reading in readings] + [on for on, _ in steps]
    days += [day for day in (starts_on, due_on) if day is not None]
    first, last = min(days), max([*days, *([empty_until] if empty_until else [])])
    values = [reading.value for reading in readings] + [value for _, value in steps] + [target]
    low, high = _range(nature, [*values, opening[1]] if opening else values)
    return Course(
        readings=readings,
        planned=steps if len(steps) > 1 else (),
        target=target,
        opening=opening,
        starts_on=starts_on,
        due_on=due_on,
        today=today if today is not None and first <= today < last else None,
        empty_until=empty_until if empty_until is not None and empty_until > reported[-1].on else None,
        first=first,
        last=last,
        low=low,
        high=high,
        nature=nature,
    )
