"""Lying bars: against expected pace, one a year, one a stage. All in percent, so one drawing fits any width."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from parks.charts.shapes import percent

WAS = frozenset({"pace", "slow", "met", "missed", "none"})
# A reported nothing is still a report: half a percent of the width shows it.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a bar, in percent of the width."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """ground is the target's extent; value may reach past it; expected is the place of the tick."""

    ground: Span
    value: Span | None
    hatch: Span | None
    expected: float | None


@dataclass(frozen=True, slots=True)
class Year:
    """One row's bar. first is the place of the first-reported value, zero that of nothing."""

    value: Span | None
    hatch: Span | None
    frame: Span | None
    first: float | None


@dataclass(frozen=True, slots=True)
class YearValue:
    """What years() draws a row from: decimals in one unit, or None. part: of its period only."""

    value: Decimal | None
    first: Decimal | None = None
    target: Decimal | None = None
    part: bool = False


def _finite(value: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    number = Decimal(value)
    return number if number.is_finite() else None


def bar(share: Decimal | None, expected: Decimal | None = None, was: str = "none") -> Bar:
    """A bar of what is reported against the target, with the tick of expected pace.

    share and expected are parts of the target; None where there is none. Past the target the bar keeps its
    width and the target's frame shrinks instead, so that no excess is cut off. After the last figure the rest
    is hatched, except where a covering value stands (met, missed). Raises ValueError for another `was`.
    """
    if was not in WAS:
        raise ValueError(f"not a kind of bar: {was!r}")
    share, expected = _finite(share), _finite(expected)
    reported = None if share is None else max(share, Decimal(0))
    whole = max(Decimal(1), reported or Decimal(0))
    ground = Span(0.0, percent(100 / whole))
    tick = None if expected is None else percent(100 * min(max(expected, Decimal(0)), whole) / whole)
    if reported is None:
        return Bar(ground, None, Span(0.0, 100.0), tick)
    width = percent(100 * reported / whole)
    width = 100.0 if reported >= 1 else min(max(width, LEAST), 100 - LEAST)
    rest = Span(width, percent(100 - width)) if was not in {"met", "missed"} and width < 100 else None
    return Bar(ground, Span(0.0, width), rest, tick)


def years(rows: Sequence[YearValue]) -> tuple[Year, ...]:
    """A bar for each row on one scale from zero; values below zero reach to the left of it."""
    clean = [(_finite(row.value), _finite(row.first), _finite(row.target), row.part) for row in rows]
    numbers = [number for row in clean for number in row[:3] if number is not None]
    low = min([Decimal(0), *numbers])
    high = max([Decimal(0), *numbers])
    # A little air at the right keeps the largest frame's stroke inside.
    span = (high - low) * Decimal("1.02") or Decimal(1)

    def at(number: Decimal) -> float:
        return percent(100 * (number - low) / span)

    def between(start: Decimal, end: Decimal) -> Span:
        left, right = sorted((at(start), at(end)))
        return Span(left, max(percent(right - left), LEAST))

    zero = Decimal(0)
    drawn = []
    for value, first, target, is_part in clean:
        hatch = None
        if value is None:
            hatch = between(zero, target) if target else Span(0.0, 100.0)
        elif is_part and target is not None and target > max(value, zero):
            hatch = between(max(value, zero), target)
        drawn.append(
            Year(
                value=None if value is None else between(zero, value),
                hatch=hatch,
                frame=None if target is None else between(zero, target),
                first=None if first is None else at(first),
            )
        )
    return tuple(drawn)


def stage_bars(counts: Sequence[int]) -> tuple[float, ...]:
    """Widths in percent of the largest count; zero stays zero."""
    largest = max([1, *counts])
    return tuple(0.0 if count <= 0 else max(percent(100 * count / largest), LEAST) for count in counts)
