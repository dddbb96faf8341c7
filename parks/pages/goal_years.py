"""A yearly flow as one bar a year, with the first-reported value of a restated figure and the frame of the target."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from parks.models.facts import Figure
from parks.queries.goals import GoalLine
from parks.queries.series import SeriesOn, SeriesValue
from parks.rules.choices import Nature
from parks.rules.measure import ratio
from parks.templatetags.words import percent, period

from .goal_course import SIGNS, Scale, scale_of


@dataclass(frozen=True, slots=True)
class YearRow:
    """One bar: values in the unit of the page."""

    label: str
    value: Decimal | None
    value_text: str
    unit: str
    note: str = ""
    first: Decimal | None = None
    first_text: str = ""
    target: Decimal | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class YearsShown:
    rows: list[YearRow]
    finding: str = ""
    reading: str = ""


def _of_year(values: list[SeriesValue]) -> SeriesValue | None:
    """The value that reaches furthest into its year, then the last one known."""
    return max(values, key=lambda v: (v.period.end, v.known_on, v.row), default=None)


def _year_note(value: SeriesValue, part: bool, framed: bool, unit: Scale, aim: Figure | None) -> str:
    notes = []
    if part:
        # Translators: zh 只有%(period)s
        notes.append(_("%(period)s only") % {"period": period(value.period.start, value.period.end)})
    if framed and aim:
        # Translators: zh 框为目标%(target)s，斜线处没有数
        words = _("the frame is the target of %(target)s; hatched where there is no figure")
        notes.append(words % {"target": unit.words(aim.base)})
    if value.first:
        # Translators: zh %(day)s更正；虚线处为初报
        notes.append(_("restated %(day)s; the dashes mark the first figure,") % {"day": value.known_on})
    return "".join(_(", ") + note for note in notes)


def _growth(rows: list[YearRow], aim_year: int | None) -> str:
    """What the target asks for on top of the last full year before it."""
    before = {row.label: row.value for row in rows if row.value is not None and not row.part}
    asked = next((row for row in rows if aim_year and row.label == str(aim_year)), None)
    base = before.get(str(aim_year - 1)) if aim_year else None
    if asked is None or asked.target is None or not base or base <= 0:
        return ""
    # Translators: zh 与%(year)s年的数相比，目标要求增长%(share)s。
    return _("Against the figure of %(year)s the target asks for growth of %(share)s.") % {
        "year": aim_year - 1,
        "share": percent(ratio(asked.target - base, base)),
    }


def years(own: SeriesOn | None, line: GoalLine) -> YearsShown | None:
    """Bars of a yearly flow where at least two years have a figure; None otherwise."""
    aim, goal = line.target, line.goal
    if own is None or aim is None or own.nature != Nature.FLOW:
        return None
    unit = scale_of(aim)
    by_year: dict[int, list[SeriesValue]] = {}
    for value in own.values:
        span = value.period
        if value.takes_part and span.start == date(span.end.year, 1, 1):
            by_year.setdefault(span.end.year, []).append(value)
    if len(by_year) < 2:
        return None
    due_on = line.due_on
    yearly = bool(due_on and goal.starts_on == date(due_on.year, 1, 1) and due_on == date(due_on.year, 12, 31))
    aim_year = due_on.year if yearly else None
    rows = []
    for year in sorted({*by_year, *([aim_year] if aim_year else [])}):
        value, framed = _of_year(by_year.get(year, [])), year == aim_year
        wanted = unit.shown(aim.base) if framed else None
        if value is None:
            # Translators: zh ，没有数；框为目标%(target)s
            words = _(", no figure; the frame is the target of %(target)s") % {"target": unit.words(aim.base)}
            rows.append(YearRow(str(year), None, "—", "", words, target=wanted))
            continue
        part = value.period.end < date(year, 12, 31)
        rows.append(
            YearRow(
                label=str(year),
                value=unit.shown(value.base),
                value_text=SIGNS.get(value.qualifier, "") + unit.words(value.base),
                unit=unit.unit,
                note=_year_note(value, part, framed, unit, aim),
                first=unit.shown(value.first.base) if value.first else None,
                first_text=unit.words(value.first.base) if value.first else "",
                target=wanted,
                part=part,
            )
        )
    restated = next((row for row in rows if row.first_text), None)
    if restated:
        # Translators: zh %(year)s年的数改过一次：%(old)s改为%(new)s
        finding = _("The figure of %(year)s was restated: %(old)s became %(new)s") % {
            "year": restated.label,
            "old": restated.first_text,
            "new": restated.value_text,
        }
    else:
        # Translators: zh 各年的数并列；往年的数不算这项目标的进度
        finding = _("Year beside year; earlier years are no progress of this goal")
    return YearsShown(rows, finding, _growth(rows, aim_year))
