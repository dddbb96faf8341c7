"""The record of one project: every amount that was stated and every update, replaced and withdrawn ones too."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from parks.models import ProjectUpdate
from parks.queries.project import Entry
from parks.rules.choices import AmountKind, NewsKind
from parks.templatetags.words import digits, figure_parts, happened, plain_text, text

from .project_table import clauses, source_of
from .rows import Link, SourceShown, stage_word

AMOUNTS = list(AmountKind.values)


# ---- money and size ----


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A stated amount with what it is of, how it was stated and where."""

    kind: str
    part: str
    value: str
    unit: str
    stated: str
    note: str
    source: SourceShown
    known_on: date
    precision: str
    replaced: str
    place: int


def _how(update: ProjectUpdate) -> str:
    """Whether the amount happened, is planned or was described, in a word."""
    return "" if update.kind == NewsKind.ACTUAL else str(NewsKind(update.kind).label)


def _amount(entry: Entry, kind: str, value: str, unit: str, place: int, link: Link) -> AmountRow:
    update = entry.update
    return AmountRow(
        kind=kind,
        part=text(update.part, update.part_en),
        value=value,
        unit=unit,
        stated=clauses(happened(update.period_start, update.period_end), _how(update)),
        note=text(update.title, update.title_en),
        source=source_of(update, link),
        known_on=update.known_on,
        precision=update.known_precision,
        replaced=_fate(entry),
        place=place,
    )


def amounts(entries: list[Entry], link: Link) -> list[AmountRow]:
    """Every stated amount, by kind, newest first; what was invested within a period is not invested to date."""
    rows = []
    for entry in entries:
        update = entry.update
        if update.amount_kind:
            kind = str(AmountKind(update.amount_kind).label)
            place = AMOUNTS.index(update.amount_kind) * 2
            rows.append(_amount(entry, kind, *figure_parts(update.value, update.unit), place, link))
        if update.invested_to_date is not None:
            # Translators: zh 截至此时完成投资
            kind, parts = _("invested to date"), figure_parts(update.invested_to_date, update.invested_unit)
            rows.append(_amount(entry, kind, *parts, AMOUNTS.index(AmountKind.INVESTED) * 2 - 1, link))
        if update.progress is not None:
            # Translators: zh 形象进度
            rows.append(_amount(entry, _("physical progress"), digits(update.progress), "%", len(AMOUNTS) * 2, link))
    return sorted(rows, key=lambda row: row.place)


# ---- the log ----


@dataclass(frozen=True, slots=True)
class LogRow:
    """An update as the log tells it."""

    ref: str
    on: str
    iso: str
    title: str
    part: str
    stage: str
    how: str
    note: str
    problems: str
    next_step: str
    step_back: str
    source: SourceShown
    locator: str
    known_on: date
    precision: str
    fate: str


def _fate(entry: Entry) -> str:
    """What became of an update that speaks no longer; empty for one that does."""
    update, new = entry.update, entry.replaced_by
    if entry.withdrawn:
        # Translators: zh %(day)s撤回：%(reason)s
        return _("withdrawn on %(day)s: %(reason)s") % {
            "day": update.withdrawn_on.isoformat(),
            "reason": update.withdrawn_reason,
        }
    if new:
        # Translators: zh %(day)s更正：%(reason)s
        return _("replaced on %(day)s: %(reason)s") % {
            "day": new.known_on.isoformat(),
            "reason": plain_text(new.supersede_reason, new.supersede_reason_en),
        }
    return ""


def _log_day(update: ProjectUpdate) -> tuple[str, date]:
    """Where an update stands in the log, in words and as the day it is sorted by."""
    if update.kind == NewsKind.FORECAST:
        return update.known_on.isoformat(), update.known_on
    return happened(update.period_start, update.period_end), update.period_end


def _planned_for(update: ProjectUpdate) -> str:
    """The time a plan is for, where it is not the day it was told; empty for what is no plan."""
    if update.kind != NewsKind.FORECAST or update.period_end == update.known_on:
        return ""
    # Translators: zh 计划，所指为%(span)s
    return _("planned, for %(span)s") % {"span": happened(update.period_start, update.period_end)}


def log(entries: list[Entry], link: Link) -> list[LogRow]:
    """The log, newest first. A plan stands on the day it was told, not on the day it was for."""
    rows = []
    for entry in sorted(entries, key=lambda entry: _log_day(entry.update)[1], reverse=True):
        update = entry.update
        rows.append(
            LogRow(
                ref=update.ref,
                on=_log_day(update)[0],
                iso=_log_day(update)[1].isoformat(),
                title=text(update.title, update.title_en),
                part=text(update.part, update.part_en),
                stage=stage_word(update.stage) if update.stage else "",
                how=_planned_for(update) or _how(update),
                note=text(update.note, update.note_en),
                problems=text(update.problems, update.problems_en),
                next_step=text(update.next_step, update.next_step_en),
                step_back=text(update.step_back_reason),
                source=source_of(update, link),
                locator=update.locator,
                known_on=update.known_on,
                precision=update.known_precision,
                fate=_fate(entry),
            )
        )
    return rows
