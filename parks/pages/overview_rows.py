"""The parts of the overview in words: the book of slips, the matrix, the roll of parks and what is wanted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from parks.models import Park
from parks.queries.entries import Entry
from parks.queries.goals import GoalLine
from parks.queries.overview import LatestFigure
from parks.rules.calendar import add_months
from parks.rules.choices import Detail, Level, Standing
from parks.templatetags.words import days, standing_word, text

from .record_lines import series_words
from .rows import FigureShown, GoalRow, Link, figure_shown, park_word

SOON = timedelta(days=366)


# ---- standings, counted ----


def short_word(code: str, detail: str) -> str:
    """The word of a standing where there is room for one; a goal without number and date is followed by milestones."""
    if code == Standing.UNDATED and detail == Detail.MILESTONES:
        code = Standing.MILESTONES
    return standing_word(code).label


def short_tally(rows: Sequence[GoalRow]) -> str:
    """Due, result unknown 2, By milestones 1: the words that occur, in the order of the standings, counted."""
    places = {code: place for place, code in enumerate(Standing.values)}
    counted = Counter(short_word(row.code, row.detail) for row in sorted(rows, key=lambda r: places[r.code]))
    # Translators: zh ，（几种状态之间的逗号）
    return pgettext("between standings", ", ").join(f"{word} {n}" for word, n in counted.items())


def key_of(rows: Iterable[GoalRow]) -> list[dict]:
    """A slip with its word and its count for each standing and detail that occurs, for parts/legend.html."""
    places = {code: place for place, code in enumerate(Standing.values)}
    found: dict[tuple[str, str], list[GoalRow]] = defaultdict(list)
    for row in rows:
        found[row.code, row.detail].append(row)
    return [
        {
            "code": code,
            "detail": detail,
            "share": group[0].share,
            "expected": group[0].expected,
            "label": f"{standing_word(code, detail)} {len(group)}",
        }
        for (code, detail), group in sorted(found.items(), key=lambda item: places[item[0][0]])
    ]


def slip_of(row: GoalRow) -> dict:
    """A goal as the tag `slips` wants it, without words of its own: a tally stands beside it."""
    return {
        "code": row.code,
        "detail": row.detail,
        "share": row.share,
        "expected": row.expected,
        "stale": row.stale,
        "done": row.done,
        "total": row.total,
    }


# ---- the book ----


def _group_title(code: str, detail: str) -> str:
    if code == Standing.OUTCOME_UNKNOWN:
        return {
            # Translators: zh 到期，只收到部分期间的数
            Detail.PART: _("due, part of the period only"),
            # Translators: zh 到期，收到的数还不能定结果
            Detail.FIGURE: _("due, with a figure that does not decide"),
        }.get(Detail(detail), _("due, no figure"))  # Translators: zh 到期，没有数
    return {
        # Translators: zh 已达成
        Standing.REACHED: _("met"),
        # Translators: zh 未达成
        Standing.MISSED: _("not met"),
        # Translators: zh 未到期，顺进度
        Standing.ON_TRACK: _("not due, on pace"),
        # Translators: zh 未到期，落后进度
        Standing.SLOW: _("not due, behind pace"),
        # Translators: zh 未到期，明显落后
        Standing.BEHIND: _("not due, far behind pace"),
    }.get(Standing(code), _("not due yet"))  # Translators: zh 未到期


def _book_item(row: GoalRow) -> dict:
    figure = row.figure
    return {
        "code": row.code,
        "detail": row.detail,
        "stale": row.stale,
        "share": row.share,
        "expected": row.expected,
        "label": f"{row.park} {row.label}",
        "url": row.url,
        "percent_text": row.percent or "—",
        # Where a slip is that narrow, “at least” goes without its sign, and bn stands for bn yuan.
        "target_text": row.target.removeprefix("≥"),
        "unit": row.target_unit.removesuffix(" yuan").replace("yuan per ", "yuan/"),
        "words": f"{row.standing_label} · {row.window}" + (f" · {figure.period}" if figure else ""),
    }


def book_groups(rows: Iterable[GoalRow]) -> list[dict]:
    """Goals with a number and a date, a group for each standing; within a group the fullest slip first."""
    order = {code: place for place, code in enumerate(Standing.values)}
    details = [Detail.PART, Detail.FIGURE, Detail.NONE]
    groups: dict[str, list[GoalRow]] = defaultdict(list)

    def place(row: GoalRow):
        return order[row.code], details.index(row.detail) if row.detail in details else 0

    for row in sorted(rows, key=place):
        groups[_group_title(row.code, row.detail)].append(row)
    return [
        {
            "title": title,
            "count": len(group),
            "items": [_book_item(row) for row in sorted(group, key=lambda r: -r.share if r.share is not None else 1)],
        }
        for title, group in groups.items()
    ]


# ---- parks by dimensions ----


@dataclass(frozen=True, slots=True)
class Cell:
    """A park's goals under one aspect; `tally` is empty where it names none."""

    dimension: str
    slips: list[dict]
    tally: str
    url: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    park: str
    url: str
    cells: list[Cell]


def matrix(parks: Iterable[Park], dimensions: Sequence[Entry], rows: Iterable[tuple[GoalLine, GoalRow]], link: Link):
    """A row for each park, a cell for each aspect."""
    found: dict[tuple[int, int], list[GoalRow]] = defaultdict(list)
    for line, row in rows:
        found[line.goal.park_id, line.goal.dimension_id].append(row)
    return [
        MatrixRow(
            park_word(park),
            link("park", park.code),
            [
                Cell(
                    text(dimension.title, dimension.title_en),
                    [slip_of(row) for row in found[park.pk, dimension.row]],
                    short_tally(found[park.pk, dimension.row]),
                    link("goals", asked=[("park", park.code), ("dimension", dimension.code)]),
                )
                for dimension in dimensions
            ],
        )
        for park in parks
    ]


# ---- the roll ----


@dataclass(frozen=True, slots=True)
class RollRow:
    """A park with one figure; `none` says in words why there is none."""

    number: str
    park: str
    url: str
    level: str
    district: str
    slips: list[dict]
    tally: str
    figure: FigureShown | None
    measure: str
    measure_url: str
    old: str
    none: str


def level_word(level: str | None) -> str:
    # Translators: zh 级别待核
    return str(Level(level).label) if level else _("level not confirmed")


def age_words(known_on: date, on: date, months: int) -> str:
    """Said of a figure that became known longer ago than the rule keeps press news fresh."""
    if add_months(known_on, months) >= on:
        return ""
    # Translators: zh 超过%(months)s个月
    return _("over %(months)s months old") % {"months": months}


def _none_words(latest: LatestFigure) -> str:
    if latest.beside:
        # Translators: zh 只收到更大范围的数，不能代替园区的数
        return _("Only figures of something wider than the park, which cannot stand for it")
    # Translators: zh 尚未收到任何数
    return _("No figure received yet")


def roll(
    parks: Iterable[Park],
    latest: dict[int, LatestFigure],
    rows: Iterable[tuple[GoalLine, GoalRow]],
    link: Link,
    on: date,
    stale_months: int,
) -> list[RollRow]:
    """Every park in its order, never ranked, with the last figure that speaks of it."""
    goals: dict[int, list[GoalRow]] = defaultdict(list)
    for line, row in rows:
        goals[line.goal.park_id].append(row)
    lines = []
    for park in parks:
        found = latest.get(park.pk, LatestFigure())
        entry = found.entry
        shown = figure_shown(entry.figure, link) if entry else None
        lines.append(
            RollRow(
                number=f"{park.number:02d}",
                park=park_word(park),
                url=link("park", park.code),
                level=level_word(park.level_on),
                district=text(park.district, park.district_en),
                slips=[slip_of(row) for row in goals[park.pk]],
                tally=short_tally(goals[park.pk]),
                figure=shown,
                measure=series_words(entry) if entry else "",
                measure_url=link("indicator", entry.indicator) if entry else "",
                old=age_words(entry.known_on, on, stale_months) if entry else "",
                none="" if entry else _none_words(found),
            )
        )
    return lines


# ---- wanted ----


@dataclass(frozen=True, slots=True)
class Wanted:
    """Goals of one due date of which the record wants an outcome, or soon will."""

    due_on: date
    who: str
    what: str
    note: str
    url: str


def _who(lines: Sequence[GoalLine]) -> str:
    names = list(dict.fromkeys(park_word(line.goal.park) for line in lines))
    # Translators: zh 、（园区之间的顿号）
    listed = pgettext("between parks", ", ").join(names[:4])
    if len(names) <= 4:
        return listed
    # Translators: zh %(parks)s等%(count)s个园区
    return _("%(parks)s and others, %(count)s parks in all") % {"parks": listed, "count": len(names)}


def _what(lines: Sequence[GoalLine], due_on: date, on: date) -> str:
    count, away = len(lines), (due_on - on).days
    if away >= 0:
        # Translators: zh %(count)s项目标%(days)s后到期
        return ngettext("%(count)s goal due in %(days)s", "%(count)s goals due in %(days)s", count) % {
            "count": count,
            "days": days(away),
        }
    # Translators: zh %(count)s项到期，待结果%(days)s
    return ngettext(
        "%(count)s goal due, result awaited for %(days)s", "%(count)s goals due, result awaited for %(days)s", count
    ) % {"count": count, "days": days(-away)}


def _heard(lines: Sequence[GoalLine]) -> str:
    heard = sum(1 for line in lines if line.latest)
    if not heard:
        # Translators: zh 尚无一次报告
        return _("no figure received")
    # Translators: zh 其中%(count)s项收到过数
    return ngettext("%(count)s of them with a figure", "%(count)s of them with a figure", heard) % {"count": heard}


def wanted(lines: Iterable[GoalLine], link: Link, on: date) -> list[Wanted]:
    """Unsettled goals that are due, or will be within a year; the next to come first."""
    settled = (Standing.REACHED, Standing.MISSED)
    open_goals = [
        line
        for line in lines
        if line.due_on and line.due_on <= on + SOON and not line.is_retired and line.standing.code not in settled
    ]
    groups: dict[date, list[GoalLine]] = defaultdict(list)
    for line in open_goals:
        groups[line.due_on].append(line)
    return [
        Wanted(
            due_on=due_on,
            who=_who(group),
            what=_what(group, due_on, on),
            note=_heard(group),
            url=link("goals", asked=[("due", str(due_on.year))]),
        )
        for due_on, group in sorted(groups.items(), reverse=True)
    ]
