"""A small line for a series in a row of a table: the course only, no axis; the numbers stand beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parks.charts.shapes import Line, path, px

WIDTH, HEIGHT, MARGIN = 120.0, 32.0, 4.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """In user units of 120 × 32; base is the line of zero (for a rank, of the first place)."""

    line: str
    base: Line
    x: float
    y: float


def sparkline(points: Sequence[tuple[date, Decimal]], *, rank: bool = False) -> Sparkline | None:
    """The course of at least three dated values, from zero; of a rank, from one and with one on top.

    Returns None for fewer than three different dates: two points are no course.
    """
    values = {on: Decimal(value) for on, value in points if value is not None and Decimal(value).is_finite()}
    if len(values) < 3:
        return None
    days = sorted(values)
    origin = Decimal(1) if rank else Decimal(0)
    low = min(origin, *values.values())
    high = max(origin, *values.values())
    span = high - low or Decimal(1)
    length = (days[-1] - days[0]).days

    def x(on: date) -> float:
        return px(MARGIN + (WIDTH - 2 * MARGIN) * (on - days[0]).days / length)

    def y(value: Decimal) -> float:
        height = float((value - low) / span)
        return px(MARGIN + (HEIGHT - 2 * MARGIN) * (height if rank else 1 - height))

    base = y(origin)
    return Sparkline(
        path((x(on), y(values[on])) for on in days),
        Line(0.0, base, WIDTH, base),
        x(days[-1]),
        y(values[days[-1]]),
    )
