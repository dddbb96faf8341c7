"""The course of a goal for the drawing: what was reported, the path, the target, and what is to be seen in it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from parks.charts.goal_path import GoalPath, PathTexts, Reading, goal_path
from parks.models.facts import Figure, terms_of
from parks.queries.goals import GoalLine
from parks.queries.moment import Moment
from parks.rules.calendar import Period
from parks.rules.choices import Nature, Qualifier, Standing
from parks.rules.measure import wants_more
from parks.rules.progress import measured
from parks.templatetags.days import MONTHS
from parks.templatetags.words import digits, in_chinese, period, points, scale, target

from .explanations import qualifier_word

SIGNS = {Qualifier.AT_LEAST: ">", Qualifier.ESTIMATE: "≈"}
EVEN = Decimal("0.05")  # a gap that one decimal place does not show


@dataclass(frozen=True, slots=True)
class CourseShown:
    """A drawing with its finding and how to read it; `chart` None where there is nothing to find."""

    chart: GoalPath | None = None
    finding: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The one unit of a drawing: that of the target."""

    factor: Decimal
    unit: str

    def shown(self, base: Decimal) -> Decimal:
        return base / self.factor

    def number(self, value: Decimal) -> str:
        return digits(value, grouped=not in_chinese())

    def words(self, base: Decimal) -> str:
        return self.number(self.shown(base))


def scale_of(aim: Figure) -> Scale:
    factor, unit = scale(aim.value, aim.unit)
    return Scale(factor, unit)


def _rounded(value: Decimal) -> Decimal:
    """Three digits that count: enough for a monthly average."""
    return value.quantize(Decimal(1).scaleb(min(0, value.adjusted() - 2)))


def _month(on: date, across_years: bool) -> str:
    if across_years:
        return f"{on.year}-{on.month:02}"
    return f"{on.month}月底" if in_chinese() else MONTHS[on.month - 1]


def _reading(span: Period, base: Decimal, qualifier: str, known_on: date, unit: Scale) -> Reading:
    when, kind = period(span.start, span.end), qualifier_word(qualifier)
    # Translators: what stands between the items of a list; zh ，
    short = _(", ").join(word for word in (when, kind) if word)
    # Translators: zh %(day)s得知
    known = _("known %(day)s") % {"day": known_on}
    value = unit.shown(base)
    number = SIGNS.get(qualifier, "") + unit.number(value)
    return Reading(span.end, value, qualifier, _(", ").join([short, known]), number, short)


def readings(line: GoalLine, unit: Scale) -> list[Reading]:
    """What was reported, of a flow as the sum up to each day inside the window, else value by value."""
    terms, due_on, facts = terms_of(line.goal, line.facts), line.due_on, line.facts
    told = sorted(facts.readings, key=lambda r: (r.period.end, r.known_on, r.key))
    if terms.nature != Nature.FLOW:
        return [_reading(r.period, r.value, r.qualifier, r.known_on, unit) for r in told]
    marks = []
    for end in sorted({r.period.end for r in told}):
        sum_then = measured(terms, due_on, [r for r in told if r.period.end <= end])
        if sum_then and sum_then.period.end == end:
            marks.append(_reading(sum_then.period, sum_then.value, sum_then.qualifier, sum_then.known_on, unit))
    return marks


def _path(line: GoalLine, unit: Scale) -> list[tuple[date, Decimal]]:
    """The corners of the planned path: start, published points, target."""
    way, goal, due_on = line.standing.path, line.goal, line.due_on
    if goal.starts_on is None or due_on is None:
        return []
    if goal.series.indicator.nature == Nature.FLOW:
        start = Decimal(0)
    elif goal.series.indicator.nature == Nature.STOCK and way is not None:
        start = way.start
    else:
        return []
    planned = [(on, base) for on, base in sorted(line.facts.planned) if goal.starts_on < on < due_on]
    corners = [(goal.starts_on, start), *planned, (due_on, line.target.base)]
    return [(on, unit.shown(base)) for on, base in corners]


def _finding(line: GoalLine, unit: Scale, on: date) -> str:
    value, way = line.standing.value, line.standing.path
    words = {
        "end": period(value.period.start, value.period.end),
        "value": f"{unit.words(value.value)}",
        "unit": unit.unit,
    }
    if way is None or way.expected_share is None:
        aim = line.target
        words["target"] = target(aim.word, aim.value, aim.unit)
        # Translators: zh %(end)s为%(value)s%(unit)s，目标%(target)s
        return _("%(end)s: %(value)s %(unit)s, against a target of %(target)s") % words
    if abs(way.points) < EVEN:
        # Translators: zh %(end)s，累计恰好压在计划线上
        said = _("%(end)s: right on the planned path") % words
    elif way.points > 0:
        # Translators: zh %(end)s，比计划线高%(points)s
        said = _("%(end)s: %(points)s above the planned path") % {**words, "points": points(way.points).lstrip("+")}
    else:
        # Translators: zh %(end)s，比计划线低%(points)s
        said = _("%(end)s: %(points)s below the planned path") % {**words, "points": points(-way.points).lstrip("+")}
    met = line.standing.code == Standing.REACHED
    if not met and line.due_on and value.period.end < min(line.due_on, on):
        # Translators: zh ；其后没有数
        said += _("; no figure after that")
    return said


def _monthly(line: GoalLine, unit: Scale) -> str:
    """What the rest of a window asks for every month, and what its months so far brought."""
    way, value, goal = line.standing.path, line.standing.value, line.goal
    if way is None or goal.series.indicator.nature != Nature.FLOW or not way.months_done:
        return ""
    left, missing = way.months_total - way.months_done, line.target.base - value.value
    if left <= 0 or missing <= 0 or not wants_more(line.target.word, goal.series.indicator.direction == "up"):
        return ""
    # Translators: zh 要按期达到目标，其余%(left)s个月月均须%(need)s%(unit)s；前%(done)s个月月均%(was)s%(unit)s。
    return _(
        "To reach the target on the day, each of the remaining %(left)s months needs %(need)s %(unit)s; each of the "
        "first %(done)s brought %(was)s %(unit)s."
    ) % {
        "left": left,
        "done": way.months_done,
        "need": unit.number(_rounded(unit.shown(missing) / left)),
        "was": unit.number(_rounded(unit.shown(value.value) / way.months_done)),
        "unit": unit.unit,
    }


def course(line: GoalLine, moment: Moment) -> CourseShown:
    """The drawing of a goal with a number and a series of its own; empty where there is nothing to find."""
    aim, goal = line.target, line.goal
    if aim is None or goal.series is None or line.standing.value is None:
        return CourseShown()
    unit, nature, due_on = scale_of(aim), goal.series.indicator.nature, line.due_on
    told = readings(line, unit)
    finding = _finding(line, unit, moment.on)
    # Translators: zh 目标
    word = _("target")
    # Translators: zh 限%(day)s
    due = _("due %(day)s") % {"day": due_on} if due_on else _("no deadline")
    # Translators: zh %(unit)s，累计
    scale_word = _("%(unit)s, running sum") % {"unit": unit.unit} if nature == Nature.FLOW else unit.unit
    summed = "; ".join(f"{mark.short_label}: {mark.value_text}" for mark in told)
    number = target(aim.word, aim.value, aim.unit)
    way = line.standing.path
    chart = goal_path(
        points=told,
        target=unit.shown(aim.base),
        texts=PathTexts(
            title=f"{finding}",
            desc=f"{summed}; {word} {number}, {due}",
            unit=scale_word,
            target=unit.words(aim.base),
            target_notes=(word, due),
            target_short=word,
            # Translators: zh 计划：按月均分
            plan=_("path: even by months") if not line.facts.planned else _("path: through published points"),
            # Translators: zh 册内没有数
            no_figure=_("no figure on record"),
            # Translators: zh 没有数
            no_figure_short=_("no figure"),
            start=goal.starts_on.isoformat() if goal.starts_on else "",
            # Translators: zh 所看的日子
            today=_("day shown"),
            number=unit.number,
            month=_month,
        ),
        path=_path(line, unit),
        due_on=due_on,
        starts_on=goal.starts_on,
        baseline=unit.shown(way.start) if way and nature == Nature.STOCK else None,
        nature=nature,
        today=moment.on,
    )
    return CourseShown(chart, finding, _monthly(line, unit)) if chart else CourseShown()
