"""The wording of days, spans and periods, in the language of the page; words.py makes tags and filters of them."""

from datetime import date

from django.utils.translation import get_language, gettext

from parks.rules.calendar import last_day
from parks.rules.choices import Precision

DASH = "\N{EN DASH}"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
QUARTERS = "一二三四"


def in_chinese() -> bool:
    """Whether the page being written is Chinese, which is also the language without any activated."""
    return (get_language() or "zh").startswith("zh")


def days(count: int | None) -> str:
    """A number of days: 1422天, 1,422 days."""
    if count is None:
        return "—"
    if in_chinese():
        return f"{count}天"
    return f"{count:,}\N{NO-BREAK SPACE}{'day' if count == 1 else 'days'}"


def days_until(earlier: date | None, later: date | None) -> str:
    """The days from one day to another, in words; empty if either is missing."""
    return days((later - earlier).days) if earlier and later else ""


def sentence_day(day: date | None) -> str:
    """A day as a sentence says it: 2022年8月31日, 31 August 2022."""
    if day is None:
        return ""
    if in_chinese():
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def _short_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_words(day: date | None, precision: str = Precision.DAY) -> str:
    """A day of a record, as exactly as it is known: 2022-08-12, 2023-08, 2023, 不早于2022-01-11."""
    if day is None or precision == Precision.UNKNOWN:
        # Translators: zh 日期不详
        return gettext("date unknown")
    iso = day.isoformat()
    if precision == Precision.MONTH:
        return iso[:7]
    if precision == Precision.YEAR:
        return f"{day.year}年" if in_chinese() else iso[:4]
    if precision == Precision.NOT_BEFORE:
        return f"不早于{iso}" if in_chinese() else f"not before {iso}"
    if precision == Precision.INFERRED:
        return f"{iso}（推定）" if in_chinese() else f"{iso} (inferred)"
    if precision == Precision.EVENT_DAY:
        return f"{iso}（事件当日）" if in_chinese() else f"{iso} (day of the event)"
    return iso


def _months_zh(start: date, end: date) -> str:
    if start.year == end.year:
        first, last = start.month, end.month
        if (first, last) == (1, 12):
            return f"{start.year}年全年"
        if last - first == 2 and last % 3 == 0:
            return f"{start.year}年{QUARTERS[last // 3 - 1]}季度"
        if first == last:
            return f"{start.year}年{first}月"
        return f"{start.year}年{first}{DASH}{last}月"
    if (start.month, end.month) == (1, 12):
        return f"{start.year}{DASH}{end.year}年"
    return f"{start.year}年{start.month}月{DASH}{end.year}年{end.month}月"


def _months_en(start: date, end: date) -> str:
    if start.year == end.year:
        first, last = start.month, end.month
        if (first, last) == (1, 12):
            return f"full year {start.year}"
        if last - first == 2 and last % 3 == 0:
            return f"Q{last // 3} {start.year}"
        if first == last:
            return f"{MONTHS[first - 1]} {start.year}"
        return f"{MONTHS[first - 1]}{DASH}{MONTHS[last - 1]} {start.year}"
    if (start.month, end.month) == (1, 12):
        return f"{start.year}{DASH}{end.year}"
    return f"{MONTHS[start.month - 1]} {start.year} {DASH} {MONTHS[end.month - 1]} {end.year}"


def period(start: date | None, end: date | None) -> str:
    """What a value covers, both ends included: 2022年1–6月, 2022年全年, 2022年一季度, 截至2022-08-12.

    A value at a date has the same start and end, or no start. Spans that are no whole months show both days.
    """
    if end is None:
        return "—"
    if start is None or start == end:
        return f"截至{end.isoformat()}" if in_chinese() else f"as of {_short_day(end)}"
    if start.day == 1 and end == last_day(end.year, end.month):
        return _months_zh(start, end) if in_chinese() else _months_en(start, end)
    if in_chinese():
        return f"{start.isoformat()}至{end.isoformat()}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} {DASH} {_short_day(end)}"
    return f"{_short_day(start)} {DASH} {_short_day(end)}"


def happened(start: date | None, end: date | None) -> str:
    """When something happened, as exactly as its span tells: 2021-12-02, 2021-03, 2021年, 2022-01-01至2022-03-15."""
    if start is None or end is None or start == end:
        return end.isoformat() if end else "—"
    if start.day == 1 and end == last_day(end.year, end.month):
        if (start.year, start.month) == (end.year, end.month):
            return start.isoformat()[:7]
        if (start.month, end.month) == (1, 12):
            return _years(start.year, end.year)
    return f"{start.isoformat()}至{end.isoformat()}" if in_chinese() else f"{start.isoformat()} to {end.isoformat()}"


def _years(first: int, last: int) -> str:
    years = str(first) if first == last else f"{first}{DASH}{last}"
    return f"{years}年" if in_chinese() else years


def window(start: date | None, due: date | None) -> str:
    """The span of a promise: 2022年内, 到2025年底, 到2023-06-30; in 2022, by the end of 2025, by 30 Jun 2023."""
    if due is None:
        # Translators: zh 期限未写明
        return gettext("no deadline stated")
    ends_a_year = due.month == 12 and due.day == 31
    if ends_a_year and start == date(due.year, 1, 1):
        return f"{due.year}年内" if in_chinese() else f"in {due.year}"
    if ends_a_year:
        return f"到{due.year}年底" if in_chinese() else f"by the end of {due.year}"
    if due == last_day(due.year, due.month):
        return (
            f"到{due.year}年{due.month}月底" if in_chinese() else f"by the end of {MONTHS[due.month - 1]} {due.year}"
        )
    return f"到{due.isoformat()}" if in_chinese() else f"by {_short_day(due)}"
