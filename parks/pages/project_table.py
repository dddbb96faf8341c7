"""Projects side by side: the columns of the board, those without a stage, and the rows of the table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from parks.models import ProjectUpdate
from parks.queries.projects import ProjectLine
from parks.rules.choices import NewsKind, ProjectKind, Stage
from parks.rules.stages import ASIDE, TRACK
from parks.templatetags.words import happened, plain_text

from .rows import Link, ProjectRow, SourceShown, project_row, source_shown, stage_word

COLUMN_HOLDS = 12  # a longer column ends with the way to all of it
UNRECORDED_HOLDS = 60
StageLink = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table: the project with its dates, and where its size was announced."""

    row: ProjectRow
    kind: str
    investment_on: str
    investment_source: SourceShown
    started: str
    operating: str
    retired_on: date | None


def clauses(*parts: str) -> str:
    """Short remarks in a row, the empty ones left out."""
    # Translators: zh ，（短句之间的逗号）
    return pgettext("between clauses", ", ").join(part for part in parts if part)


def part_of(update: ProjectUpdate) -> str:
    return plain_text(update.part, update.part_en)


def stage_day(update: ProjectUpdate) -> str:
    """The day of a stage; a description of that day only shows that the stage came no later."""
    day = happened(update.period_start, update.period_end)
    if update.kind == NewsKind.NARRATIVE:
        # Translators: zh 不晚于%(day)s
        return _("by %(day)s") % {"day": day}
    return day


def _stage_remark(line: ProjectLine) -> str:
    """Since when a project is at its stage, by which of its parts, and whether anything was told since."""
    update = line.stage_update
    if update is None:
        return ""
    tells_more = bool(update.part) or line.stage.capped
    return clauses(
        stage_day(update),
        plain_text(update.title, update.title_en) if tells_more else "",
        # Translators: zh 其后无记录
        _("nothing since") if line.nothing_since else "",
    )


def _item(line: ProjectLine, link: Link) -> dict:
    row = project_row(line, link)
    return {"title": row.label, "url": row.url, "place": row.park, "note": _stage_remark(line)}


def _column(code: str, lines: list[ProjectLine], link: Link, at_stage: StageLink, holds: int) -> dict:
    left = len(lines) - holds
    # Translators: zh 另有%(count)s个
    more = ngettext("%(count)s more", "%(count)s more", left) % {"count": left} if left > 0 else ""
    return {
        "word": stage_word(code),
        "count": len(lines),
        "items": [_item(line, link) for line in lines[:holds]],
        "more": more,
        "more_url": at_stage(code),
    }


def board(
    columns: dict[str, list[ProjectLine]], link: Link, at_stage: StageLink, holds: int = COLUMN_HOLDS
) -> dict | None:
    """A column for every stage of the track, and those aside where they occur; None where no project has a stage."""
    if not any(columns.get(str(stage)) for stage in (*TRACK, *ASIDE)):
        return None
    return {
        "columns": [_column(str(s), columns[str(s)], link, at_stage, holds) for s in TRACK],
        "aside": [_column(str(s), columns[str(s)], link, at_stage, holds) for s in ASIDE if columns.get(str(s))],
    }


def unrecorded(
    columns: dict[str, list[ProjectLine]], link: Link, at_stage: StageLink, holds: int = UNRECORDED_HOLDS
) -> dict | None:
    """The projects without a stage on record, or None where there are none."""
    lines = columns.get("", [])
    return _column("", lines, link, at_stage, holds) if lines else None


def _reached(line: ProjectLine, stage: str) -> str:
    """The day of a stage: of the whole, or else of the part that reached it first, named."""
    if update := line.reached(stage):
        return stage_day(update)
    for update in line.reached_in_part(stage):
        # Translators: zh %(day)s（%(part)s）
        return _("%(day)s (%(part)s)") % {
            "day": stage_day(update),
            "part": part_of(update),
        }
    return ""


def table_row(line: ProjectLine, link: Link, retired_on: date | None = None) -> TableRow:
    size = line.total_investment
    return TableRow(
        row=project_row(line, link),
        kind=str(ProjectKind(line.project.kind).label),
        investment_on=happened(size.period_start, size.period_end) if size else "",
        investment_source=source_of(size, link) if size else SourceShown(),
        started=_reached(line, Stage.STARTED),
        operating=_reached(line, Stage.OPERATING),
        retired_on=retired_on,
    )


def source_of(row, link: Link) -> SourceShown:
    """The source of any row that has one, as it is shown beside a figure."""
    return source_shown(row.source, link)
