"""Where an axis puts its lines: round numbers going up, ends of months going along."""

import calendar
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

MOST_LINES = 4
ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MONTHS = (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 480, 960)


def _whole(number: Decimal, rounding: str) -> int:
    return int(number.to_integral_value(rounding=rounding))


def _multiples(low: Decimal, high: Decimal, step: Decimal) -> list[Decimal]:
    first, last = _whole(low / step, ROUND_CEILING), _whole(high / step, ROUND_FLOOR)
    # Written out, so that a page's formatter sees 200 and not 2E+2.
    return [Decimal(format(step * count, "f")) for count in range(first, last + 1)]


def ticks(low: Decimal, high: Decimal, *, whole: bool = False) -> tuple[Decimal, ...]:
    """At most four multiples of a round number between low and high; low must be below high.

    Zero is one of them whenever it lies between. whole: no fractions (places of a rank).
    """
    power = (high - low).adjusted() - 1
    while True:
        for factor in ROUND:
            step = factor.scaleb(power)
            if whole and (step < 1 or step != step.to_integral_value()):
                continue
            # Counting first: a step far too fine must not build a list of thousands.
            if (high - low) / step <= MOST_LINES + 1:
                lines = _multiples(low, high, step)
                if len(lines) <= MOST_LINES:
                    return tuple(lines)
        power += 1


def rank_ticks(high: Decimal) -> tuple[Decimal, ...]:
    """The first place, and at most three round places after it, up to high."""
    places = [place for place in ticks(Decimal(0), high, whole=True) if place > 1]
    return (Decimal(1), *places[-(MOST_LINES - 1) :])


def plain(value: Decimal) -> str:
    """A number as plain digits, without exponent or trailing zeros; used where a page passes no formatter."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _end_of_month(months: int) -> date | None:
    """The last day of a month counted from year 0; None outside the calendar."""
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def month_ends(start: date, end: date, most: int = 4) -> tuple[date, ...]:
    """Ends of months after start and up to end, evenly spaced, at most `most` of them.

    They count from the month of start, so a calendar year falls into its quarters.
    """
    first = start.year * 12 + start.month - 1
    # A window that opens on the last day of a month starts with the next one.
    if _end_of_month(first) == start:
        first += 1
    span = end.year * 12 + end.month - 1 - first + 1
    for step in MONTHS:
        if span // step <= most:
            found = (_end_of_month(first + step * count - 1) for count in range(1, most + 1))
            return tuple(day for day in found if day is not None and start < day <= end)
    return ()
