"""Which values of a series may stand beside each other."""

from collections.abc import Iterable

from .calendar import Period
from .choices import Accumulation


def overlaps(period: Period, others: Iterable[Period]) -> Period | None:
    """The first of `others` that shares a day with `period` without being the same span."""
    for other in others:
        if other != period and other.start <= period.end and period.start <= other.end:
            return other
    return None


def clash(accumulation: str, period: Period, others: Iterable[Period]) -> Period | None:
    """The period that a new value may not stand beside: per-period values add up and may not overlap.

    The same span twice is no clash here: a preliminary value and the final one, of which the later known counts.
    """
    if accumulation != Accumulation.PER_PERIOD:
        return None
    return overlaps(period, others)
