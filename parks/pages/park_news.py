"""A park's projects in rows, and the record of everything that became known of the park."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parks.queries.goals import GoalLine
from parks.queries.park import ParkRecord
from parks.queries.projects import ProjectLine
from parks.rules.choices import Stage
from parks.rules.stages import TRACK
from parks.templatetags.words import happened, plain_text

from .project_table import part_of
from .record_lines import Names, RecordLine, Said, record_lines
from .rows import Link, ProjectRow, SourceShown, project_row

RECORD_HOLDS = 40


# ---- projects ----


@dataclass(frozen=True, slots=True)
class ParkProject:
    """A project in a row of the park's list; `what` is the last thing known of it."""

    row: ProjectRow
    on: str
    what: str
    source: str
    investment_on: str
    retired: str


def _reliability(update) -> str:
    return update.source.reliability if update and update.source else ""


def park_projects(record: ParkRecord, link: Link) -> list[ParkProject]:
    """The park's projects; those with a stage first, the furthest on top."""
    order = [*reversed(TRACK), Stage.SUSPENDED, Stage.CANCELLED, ""]

    def place(line: ProjectLine):
        return order.index(line.stage_code)

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
                # Translators: zh %(day)s起不再跟踪
                retired=_("no longer followed since %(day)s") % {"day": retired.isoformat()} if retired else "",
            )
        )
    return shown


# ---- the record ----


def _entered(record: ParkRecord, link: Link) -> list[RecordLine]:
    """The days on which goals of the park became known, each with its source."""
    found: dict[tuple, list[GoalLine]] = defaultdict(list)
    for line in record.lines:
        found[line.goal.known_on, line.goal.known_precision, line.goal.source_id].append(line)
    lines = []
    for (on, precision, _source), group in found.items():
        source = group[0].goal.source
        # Translators: zh %(count)s项目标入册
        words = ngettext("%(count)s goal entered", "%(count)s goals entered", len(group)) % {"count": len(group)}
        shown = SourceShown()
        if source:
            publisher = plain_text(source.publisher, source.publisher_en) or _("newspaper feature")
            shown = SourceShown(publisher, link("source", source.code), source.reliability)
        lines.append(RecordLine(on, precision, [Said(words, "#goals")], shown))
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
    lines = [*record_lines(record.entries, names), *_entered(record, link)]
    lines.sort(key=lambda line: line.on, reverse=True)
    return lines[:RECORD_HOLDS], max(len(lines) - RECORD_HOLDS, 0)
