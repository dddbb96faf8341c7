"""Whole months, periods and windows. Every period names its first and its last day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included."""

    start: date
    end: date

    def covers(self, other: "Period") -> bool:
        return self.start <= other.start and other.end <= self.end

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end


def last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(start: date, end: date) -> int:
    """Completed calendar months from the first day `start` to the last day `end`, both included; 0 if none."""
    if end < start:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month
    length = monthrange(end.year, end.month)[1]
    # `end` is a last day: a month is done when the next one would begin on the day after it.
    if end.day == length:
        return months + (start.day == 1)
    return months - (end.day + 1 < min(start.day, length))


def elapsed_share(start: date, end: date, day: date) -> tuple[int, int]:
    """(whole months done by `day`, months of the window), the first never above the second."""
    total = whole_months(start, end)
    return min(whole_months(start, day), total), total
