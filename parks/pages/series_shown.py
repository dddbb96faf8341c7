"""The values of a series in words: one row each, whatever became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from parks.queries.series import SeriesOn, SeriesValue
from parks.rules.calendar import Period
from parks.rules.choices import Nature, Qualifier, Scope
from parks.templatetags.words import figure, period, plain_text, text

from .explanations import qualifier_word
from .rows import Link, SourceShown, reported_parts, source_shown


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a row; `word`, where there is one, stands in front, `url` leads to the row it speaks of."""

    text: str
    word: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A row of a table of values. `fate` is replaced, withdrawn, new (a correction), aside (takes no part) or empty."""

    ref: str
    period: str
    value: str
    unit: str
    fate: str
    source: SourceShown
    locator: str
    known_on: date
    precision: str
    qualifier: str = ""
    remarks: list[Remark] = field(default_factory=list)
    note: str = ""

    @property
    def is_struck(self) -> bool:
        return self.fate in ("replaced", "withdrawn")


@dataclass(frozen=True, slots=True)
class SeriesTable:
    """A series with all its values; `missing` says which period is due and was not received."""

    code: str
    title: str
    entity: str
    scope: str
    basis: str
    note: str
    reason: str
    indicator: str
    indicator_url: str
    rows: list[ValueRow]
    missing: str = ""


def anchor(value: SeriesValue) -> str:
    return f"o-{value.ref}"


def _fate(value: SeriesValue) -> str:
    if value.withdrawn_on:
        return "withdrawn"
    if value.replaced_by:
        return "replaced"
    if not value.takes_part:
        return "aside"
    return "new" if value.first else ""


def _remarks(value: SeriesValue, by_row: dict[int, SeriesValue], window: Period | None) -> list[Remark]:
    remarks = []
    if window and window.covers(value.period) and value.period.end < window.end:
        # Translators: zh 部分期间
        remarks.append(Remark(_("part of the period")))
    if value.withdrawn_on:
        # Translators: zh %(day)s撤回：
        word = _("withdrawn %(day)s:") % {"day": value.withdrawn_on.isoformat()}
        remarks.append(Remark(value.withdrawn_reason, word))
    if value.replaced_by:
        new = value.replaced_by
        # Translators: zh %(day)s更正为%(value)s
        words = _("corrected to %(value)s on %(day)s") % {
            "value": figure(new.value, new.unit),
            "day": new.known_on.isoformat(),
        }
        remarks.append(Remark(words, url=f"#{anchor(new)}"))
    old = by_row.get(value.replaces or 0)
    if old:
        # Translators: zh 更正%(value)s：
        words = _("corrects %(value)s") % {"value": figure(old.value, old.unit)}
        remarks.append(Remark(words, url=f"#{anchor(old)}"))
        if value.reason[0]:
            # Translators: zh 理由
            remarks.append(Remark(text(*value.reason), pgettext("of a correction", "reason:")))
    if value.speaks and value.qualifier == Qualifier.FORECAST:
        # Translators: zh 预测数，不参与状态计算
        remarks.append(Remark(_("a forecast takes no part in a standing")))
    elif value.speaks and not value.is_trusted:
        # Translators: zh 来源存疑或没有来源，不参与状态计算
        remarks.append(Remark(_("the source does not carry it: takes no part in a standing")))
    return remarks


def value_row(value: SeriesValue, by_row: dict[int, SeriesValue], link: Link, window: Period | None) -> ValueRow:
    number, unit = reported_parts(value.value, value.unit, value.qualifier)
    return ValueRow(
        ref=anchor(value),
        period=period(value.period.start, value.period.end),
        value=number,
        unit=unit,
        fate=_fate(value),
        source=source_shown(value.source, link),
        locator=value.locator,
        known_on=value.known_on,
        precision=value.precision,
        qualifier=qualifier_word(value.qualifier),
        remarks=_remarks(value, by_row, window),
        note=text(*value.note) if value.note[0] or value.note[1] else "",
    )


def scope_words(series: SeriesOn) -> str:
    """What a series measures where that is not the park itself; empty otherwise."""
    return "" if series.scope == Scope.PARK else str(Scope(series.scope).label)


def series_table(series: SeriesOn, link: Link, window: Period | None = None, missing: str = "") -> SeriesTable:
    """All values of a series, oldest period first. `window` is that of the goal which the series measures."""
    by_row = {value.row: value for value in series.values}
    span = window if series.nature == Nature.FLOW else None
    code, name, name_en = series.indicator
    return SeriesTable(
        code=series.code,
        title=plain_text(*series.title),
        entity=plain_text(*series.entity),
        scope=scope_words(series),
        basis=text(*series.basis),
        note=text(*series.note),
        reason=text(*series.reason),
        indicator=plain_text(name, name_en),
        indicator_url=link("indicator", code),
        rows=[value_row(value, by_row, link, span) for value in series.values],
        missing=missing,
    )


def comparable(series: SeriesOn) -> Sequence[tuple[date, object]]:
    """(last day, value in base units) of values that may stand in one line: the commonest kind of span, one a day.

    Bounds, forecasts and values that take no part are left out: a line through them would say more than they do.
    """
    kinds: dict[tuple, dict[date, object]] = {}
    for value in series.values:
        if not value.takes_part or value.qualifier in (Qualifier.AT_LEAST, Qualifier.ESTIMATE):
            continue
        span = value.period
        kind = () if series.is_at_a_date else (span.start.month, span.start.day, span.end.month, span.end.day)
        if not series.is_at_a_date and span.end.year != span.start.year:
            continue
        kinds.setdefault(kind, {})[span.end] = value.base
    best = max(kinds.values(), key=len, default={})
    return sorted(best.items())
