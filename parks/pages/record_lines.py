"""Entries of the record as lines of a log: what became known on one day from one source stands on one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from parks.models import Park
from parks.queries.entries import Entry
from parks.rules.choices import Judgement, Scope
from parks.templatetags.words import figure, happened, period, plain_text, target, text, window

from .explanations import qualifier_word
from .rows import Link, SourceShown, park_word, reported_parts, source_shown


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that an entry says; `old` is a replaced value, `withdrawn` when and why it no longer counts."""

    text: str
    url: str = ""
    tail: str = ""
    value: str = ""
    unit: str = ""
    old: str = ""
    period: str = ""
    qualifier: str = ""
    reason: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """`more` counts what the line leaves out; `park` is empty where the page is a park's own."""

    on: date | None
    precision: str
    said: list[Said]
    source: SourceShown
    park: str = ""
    park_url: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """What the lines refer to: goals by their own series, replaced rows by id, parks by id where they are named.

    `corrected_by` names what replaced a row, by its kind and id, where replaced rows are shown too.
    """

    link: Link
    goal_of_series: Mapping[int, str] = field(default_factory=dict)
    replaced: Mapping[int, Entry] = field(default_factory=dict)
    parks: Mapping[int, Park] = field(default_factory=dict)
    corrected_by: Mapping[tuple[str, int], Entry] = field(default_factory=dict)


def correction_reason(entry: Entry) -> str:
    if not entry.supersedes:
        return ""
    # Translators: zh 更正：%(reason)s
    return _("Corrected: %(reason)s") % {"reason": plain_text(entry.reason, entry.reason_en)}


def withdrawn_words(entry: Entry, names: "Names") -> str:
    """Why a row no longer counts: withdrawn, or corrected since."""
    correction = names.corrected_by.get((entry.kind, entry.row))
    if entry.withdrawn_on is None and correction:
        # Translators: zh %(day)s更正
        return _("corrected %(day)s") % {"day": correction.known_on.isoformat()}
    if entry.withdrawn_on is None:
        return ""
    # Translators: zh %(day)s撤回：%(reason)s
    return _("withdrawn %(day)s: %(reason)s") % {
        "day": entry.withdrawn_on.isoformat(),
        "reason": entry.withdrawn_reason,
    }


def series_words(entry: Entry) -> str:
    """The title of a figure's series, with what it measures where that is not the park."""
    title = text(entry.title, entry.title_en)
    if entry.scope in ("", Scope.PARK):
        return title
    # Translators: zh %(title)s（%(entity)s）
    return text(
        pgettext("series and its entity", "%(title)s (%(entity)s)") % {"title": entry.title, "entity": entry.part},
        pgettext("series and its entity", "%(title)s (%(entity)s)")
        % {"title": entry.title_en, "entity": entry.part_en or entry.part}
        if entry.title_en
        else "",
    )


def _figure(entry: Entry, names: Names) -> Said:
    shown = entry.figure
    value, unit = reported_parts(shown.value, shown.unit, entry.word)
    old = names.replaced.get(entry.supersedes) if entry.supersedes else None
    goal = names.goal_of_series.get(entry.about)
    return Said(
        text=series_words(entry),
        url=names.link("goal", goal) if goal else names.link("indicator", entry.indicator),
        value=value,
        unit=unit,
        old=reported_parts(old.figure.value, old.figure.unit, old.word)[0] if old and old.figure else "",
        period=period(entry.start, entry.end),
        qualifier=qualifier_word(entry.word),
        reason=correction_reason(entry),
        withdrawn=withdrawn_words(entry, names),
    )


def _news(entry: Entry, names: Names) -> Said:
    judged = ""
    if entry.kind == "goal" and entry.word in (Judgement.REACHED, Judgement.NOT_REACHED):
        judged = str(Judgement(entry.word).label)
    return Said(
        text=text(entry.of, entry.of_en),
        url=names.link("project" if entry.kind == "news" else "goal", entry.code),
        tail=text(entry.title, entry.title_en),
        period=happened(entry.start, entry.end),
        qualifier=judged,
        reason=correction_reason(entry),
        withdrawn=withdrawn_words(entry, names),
    )


def _event(entry: Entry, names: Names) -> Said:
    value = figure(entry.figure.value, entry.figure.unit) if entry.figure else ""
    return Said(
        text=text(entry.title, entry.title_en),
        value=value,
        period=happened(entry.start, entry.end),
        withdrawn=withdrawn_words(entry, names),
    )


def _target(entry: Entry, names: Names) -> Said:
    aim = entry.figure
    return Said(
        text=text(entry.of, entry.of_en),
        url=names.link("goal", entry.code),
        # Translators: zh 目标改为%(target)s
        tail=_("target revised to %(target)s") % {"target": target(aim.word, aim.value, aim.unit)},
        period=window(None, aim.due_on) if aim.due_on else "",
        reason=text(entry.reason, entry.reason_en),
        withdrawn=withdrawn_words(entry, names),
    )


SAYS = {"figure": _figure, "news": _news, "goal": _news, "event": _event, "target": _target}


def record_lines(entries: Iterable[Entry], names: Names, holds: int = 0) -> list[RecordLine]:
    """Dated entries, the last known first; a line holds at most so many things, all of them for 0."""

    def together(entry: Entry):
        source = entry.source.code if entry.source else ""
        return (entry.known_on, entry.precision, source, entry.park or 0)

    def place(entry: Entry):
        return (entry.known_on, together(entry), entry.end or date.min)

    lines = []
    for __, group in groupby(sorted(entries, key=place, reverse=True), together):
        rows = list(group)
        shown = rows[:holds] if holds else rows
        first, park = rows[0], names.parks.get(rows[0].park)
        lines.append(
            RecordLine(
                on=first.known_on,
                precision=first.precision,
                said=[SAYS[entry.kind](entry, names) for entry in shown],
                source=source_shown(first.source, names.link),
                park=park_word(park) if park else "",
                park_url=names.link("park", park.code) if park else "",
                more=len(rows) - len(shown),
            )
        )
    return lines
