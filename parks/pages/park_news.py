"""A park's projects in rows, and the record of everything that became known of the park."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parks.queries.goals import GoalLine
from parks.queries.park import ParkRecord
from parks.queries.projects import ProjectLine
from parks.rules.choices import Stage
from parks.rules.stages import TRACK
from parks.templatetags.words import figure, happened, plain_text, text

from .project_table import part_of, source_of
from .record_lines import Names, RecordLine, Said, record_lines, withdrawn_words
from .rows import Link, ProjectRow, SourceShown, project_row, source_shown

RECORD_HOLDS = 40


# ---- history ----


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the park's life; `on` is its day or span in words, `since` its first day for the attribute."""

    on: str
    since: date
    title: str
    value: str
    note: str
    source: SourceShown
    known_on: date
    precision: str
    withdrawn: str


def history(record: ParkRecord, link: Link) -> list[Happening]:
    """The events of the park, the latest first; withdrawn ones stay, and say so."""
    told = sorted(record.of("event"), key=lambda e: (e.end, e.known_on, e.row), reverse=True)
    return [
        Happening(
            on=happened(entry.start, entry.end),
            since=entry.start,
            title=text(entry.title, entry.title_en),
            value=figure(entry.figure.value, entry.figure.unit) if entry.figure else "",
            note=text(entry.text, entry.text_en),
            source=source_shown(entry.source, link),
            known_on=entry.known_on,
            precision=entry.precision,
            withdrawn=withdrawn_words(entry, Names(link)),
        )
        for entry in told
    ]


# ---- projects ----


@dataclass(frozen=True, slots=True)
class ParkProject:
    """A project in a row of the park's list; `what` is the last thing known of it."""

    row: ProjectRow
    on: str
    what: str
    source: str
    investment_on: str
    investment_source: str
    retired: str


def _reliability(update) -> str:
    return update.source.reliability if update and update.source else ""


def park_projects(record: ParkRecord, link: Link) -> list[ParkProject]:
    """The park's projects; those with a stage first, the furthest on top."""
    order = [*reversed(TRACK), Stage.SUSPENDED, Stage.CANCELLED, ""]

    def place(line: ProjectLine):
        return order.index(line.stage_code), not line.updates

    shown = []
    for line in sorted(record.projects.lines, key=place):
        update, size = line.stage_update or line.latest, line.total_investment
        retired = record.projects.retired.get(line.project.pk)
        shown.append(
            ParkProject(
                row=project_row(line, link),
                on=happened(update.period_start, update.period_end) if update else "",
                what=(f"{part_of(update)} · " if update.part else "") + plain_text(update.title, update.title_en)
                if update
                else "",
                source=_reliability(update),
                investment_on=happened(size.period_start, size.period_end) if size else "",
                investment_source=_reliability(size),
                # Translators: zh %(day)s起不再跟踪
                retired=_("no longer followed since %(day)s") % {"day": retired.isoformat()} if retired else "",
            )
        )
    return shown


# ---- the record ----


def _with_goals(lines: list[RecordLine], record: ParkRecord, link: Link) -> list[RecordLine]:
    """The lines, with the days on which goals of the park became known from a source."""

    def of(line: RecordLine) -> tuple:
        return line.on, line.precision, line.source

    found: dict[tuple, list[GoalLine]] = defaultdict(list)
    for line in record.lines:
        shown = source_of(line.goal, link)
        found[line.goal.known_on, line.goal.known_precision, shown].append(line)
    lines = list(lines)
    for (on, precision, source), group in found.items():
        # Translators: zh %(count)s项目标入册
        words = ngettext("%(count)s goal entered", "%(count)s goals entered", len(group)) % {"count": len(group)}
        entered = Said(words, "#goals")
        same = next((i for i, line in enumerate(lines) if of(line) == (on, precision, source)), None)
        if same is None:
            lines.append(RecordLine(on, precision, [entered], source))
        else:
            lines[same] = replace(lines[same], said=[entered, *lines[same].said])
    return lines


def record_of(record: ParkRecord, link: Link) -> tuple[list[RecordLine], int]:
    """The lines of the record, the last known first, and how many older ones are left out."""
    own = {line.goal.series_id: line.goal.code for line in record.lines if line.goal.series_id}
    names = Names(
        link,
        own,
        replaced={entry.row: entry for entry in record.of("figure")},
        corrected_by=record.corrected_by,
    )
    lines = _with_goals(record_lines(record.entries, names), record, link)
    lines.sort(key=lambda line: line.on, reverse=True)
    return lines[:RECORD_HOLDS], max(len(lines) - RECORD_HOLDS, 0)
