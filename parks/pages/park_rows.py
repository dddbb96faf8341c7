"""The parts of a park's page in words: its sentence, its facts, its goals under each aspect."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from parks.models import Park
from parks.queries.entries import Entry
from parks.queries.goals import GoalLine
from parks.queries.moment import Moment
from parks.queries.park import ParkRecord
from parks.rules.choices import Detail, IndustryRole, Level, Standing
from parks.templatetags.words import figure, happened, in_chinese, plain_text, standing_word, text

from .overview_rows import short_tally
from .rows import FigureShown, GoalRow, Link, SourceShown, figure_shown, source_shown

# ---- the sentence ----


def described(park: Park, moment: Moment) -> bool:
    """Whether the source that describes the park was public by then; the park itself carries no date."""
    source = park.source
    return source is None or source.published_on is None or source.published_on <= moment.known_by


def place_sentence(park: Park) -> str:
    """What kind of park it is and where."""
    district = plain_text(park.district, park.district_en)
    kinds = {
        # Translators: zh 国家级园区，在%(district)s。
        Level.NATIONAL: _("A national-level park in %(district)s."),
        # Translators: zh 省级园区，在%(district)s。
        Level.PROVINCIAL: _("A provincial-level park in %(district)s."),
    }
    if not district:
        return ""
    if not park.level_on:
        # Translators: zh 在%(district)s；没有收到写明级别的出处。
        return _("A park in %(district)s; no source that names its level was received.") % {"district": district}
    return kinds[Level(park.level_on)] % {"district": district}


def goals_sentence(lines: Sequence[GoalLine]) -> str:
    """How many goals, how many with a number and a date, how many due and with what result."""
    if not lines:
        # Translators: zh 到这一天，册内没有它的目标。
        return _("By this day the record holds no goal of it.")
    # Translators: zh 册内有它的%(count)s项目标。
    count = ngettext("The record holds %(count)s goal of it.", "The record holds %(count)s goals of it.", len(lines))
    dated = [line for line in lines if line.has_number and line.due_on]
    sentences = [count % {"count": len(lines)}]
    if dated:
        due = [line for line in dated if line.is_past_due]
        told = sum(line.standing.code in (Standing.REACHED, Standing.MISSED) for line in due)
        part = sum(line.standing.detail == Detail.PART for line in due)
        # Translators: zh 写明数字和期限的%(dated)s项，已到期%(due)s项；
        # 收到全期结果的%(told)s项，只有部分期间的数的%(part)s项。
        sentences.append(
            _(
                "With a number and a date: %(dated)s; due: %(due)s; with a full-period result: %(told)s; with figures "
                "for part of the period only: %(part)s."
            )
            % {"dated": len(dated), "due": len(due), "told": told, "part": part}
        )
    return joined(*sentences)


def projects_sentence(record: ParkRecord) -> str:
    projects = record.projects.followed
    if not projects:
        return ""
    staged = sum(bool(line.stage_code) for line in projects)
    # Translators: zh 有名有姓的项目%(count)s个，其中%(staged)s个有阶段记录。
    return ngettext(
        "One named project, %(staged)s with a stage on record.",
        "%(count)s named projects, %(staged)s with a stage on record.",
        len(projects),
    ) % {"count": len(projects), "staged": staged}


def joined(*sentences: str) -> str:
    """Sentences in a row: a space between them in English, none in Chinese."""
    return ("" if in_chinese() else " ").join(s for s in sentences if s)


# ---- facts ----

INDUSTRY_ROLES = sorted(IndustryRole, key=lambda role: role == IndustryRole.EMERGING)  # what is to come stands last


@dataclass(frozen=True, slots=True)
class Industries:
    role: str
    names: str


def industries(entries: Sequence[Entry]) -> list[Industries]:
    """The industries that the park names, under the role that the source gives them."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        found[entry.word].append(plain_text(entry.title, entry.title_en))
    # Translators: zh 、（并列的产业之间）
    comma = pgettext("between industries", ", ")
    return [
        Industries(str(role.label) if role != IndustryRole.NAMED else "", comma.join(found[role]))
        for role in INDUSTRY_ROLES
        if found[role]
    ]


@dataclass(frozen=True, slots=True)
class FactShown:
    """A fact from an event: its value in words, when it was so, and its source."""

    value: str
    title: str
    on: str
    known_on: object
    precision: str
    source: SourceShown


def fact_of(entry: Entry | None, value: str, link: Link) -> FactShown | None:
    if entry is None:
        return None
    return FactShown(
        value=value,
        title=text(entry.title, entry.title_en),
        on=happened(entry.start, entry.end),
        known_on=entry.known_on,
        precision=entry.precision,
        source=source_shown(entry.source, link),
    )


def level_fact(record: ParkRecord, link: Link) -> FactShown | None:
    event = record.level
    return fact_of(event, str(Level(event.scope).label) if event else "", link)


def area_fact(record: ParkRecord, link: Link) -> FactShown | None:
    event = record.area
    return fact_of(event, figure(event.figure.value, event.figure.unit) if event else "", link)


# ---- goals ----


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure on another basis, shown beside a goal and never in its place."""

    goal: str
    url: str
    series: str
    reason: str
    figure: FigureShown | None = None


@dataclass(frozen=True, slots=True)
class Aspect:
    """A dimension with the goals that the park names under it."""

    code: str
    name: str
    note: str
    goals: list[dict]
    beside: list[Beside] = field(default_factory=list)


def goal_block(row: GoalRow) -> dict:
    """A goal as parts/goal.html wants it."""
    figure_ = row.figure
    label = str(standing_word(row.code).label)
    if row.total:
        # Translators: zh 节点%(done)s / %(total)s
        label = _("%(done)s of %(total)s milestones") % {"done": row.done, "total": row.total}
        if row.code in (Standing.REACHED, Standing.MISSED):
            label = str(standing_word(row.code).label)
    elif row.detail == Detail.MILESTONES and row.code == Standing.UNDATED:
        label = str(standing_word(Standing.MILESTONES).label)
    latest = ""
    if figure_:
        # Translators: zh %(period)s，%(qualifier)s
        latest = figure_.period if not figure_.qualifier else f"{figure_.period} · {figure_.qualifier}"
    return {
        "url": row.url,
        "title": row.title,
        "target": row.target,
        "unit": row.target_unit,
        "window": row.window if not row.retired_on else _retired(row),
        "latest": figure_.value if figure_ else "",
        "latest_unit": figure_.unit if figure_ else "",
        "period": latest,
        "percent": row.percent,
        "pace": row.pace,
        "share": row.share,
        "expected": row.expected,
        "was": row.was,
        "milestones": row.milestones,
        "none": row.none,
        "code": row.code,
        "detail": row.detail,
        "stale": row.stale,
        "done": row.done,
        "total": row.total,
        "standing_label": label,
        "source": figure_.source if figure_ else None,
        "known_on": figure_.known_on if figure_ else None,
        "precision": figure_.precision if figure_ else "",
    }


def _retired(row: GoalRow) -> str:
    # Translators: zh %(window)s · %(day)s撤下
    return _("%(window)s · retired %(day)s") % {"window": row.window, "day": row.retired_on.isoformat()}


def _beside(record: ParkRecord, link: Link) -> dict[int, list[Beside]]:
    """Related figures by goal id: the last one of each related series that this park holds."""
    last: dict[int, Entry] = {}
    for entry in sorted(record.of("figure"), key=lambda e: (e.end, e.known_on, e.row)):
        if record.speaks(entry):
            last[entry.about] = entry
    found: dict[int, list[Beside]] = defaultdict(list)
    for entry in record.related:
        shown = last.get(entry.number)
        found[entry.about].append(
            Beside(
                goal=text(entry.of, entry.of_en),
                url=link("goal", entry.code),
                series=text(entry.title, entry.title_en),
                reason=text(entry.text, entry.text_en),
                figure=figure_shown(shown.figure, link) if shown else None,
            )
        )
    return found


def aspects(record: ParkRecord, rows: Sequence[tuple[GoalLine, GoalRow]], link: Link) -> list[Aspect]:
    """Every dimension in its order, those without a goal among them."""
    beside = _beside(record, link)
    found = []
    for dimension in record.dimensions:
        group = [(line, row) for line, row in rows if line.goal.dimension_id == dimension.row]
        goals = [row for _line, row in group]
        # Translators: zh %(count)s项
        count = ngettext("%(count)s goal", "%(count)s goals", len(goals)) % {"count": len(goals)}
        found.append(
            Aspect(
                code=dimension.code,
                name=text(dimension.title, dimension.title_en),
                note=f"{count} · {short_tally(goals)}" if goals else "",
                goals=[goal_block(row) for row in goals],
                beside=[one for line, _row in group for one in beside.get(line.goal.pk, [])],
            )
        )
    return found
