"""Series with every value that was ever published of them by a day: standing, replaced or withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from django.db.models import F, FilteredRelation, Q, QuerySet

from parks.models import Series
from parks.models.facts import CARRIES_STANDING, SourceWords, UnitWords
from parks.rules.calendar import Period
from parks.rules.choices import Accumulation, Qualifier
from parks.rules.measure import to_base

from .moment import Moment

VALUE = (
    "pk",
    "ref",
    "value",
    "unit__symbol",
    "unit__symbol_en",
    "unit__quantity",
    "unit__factor",
    "qualifier",
    "period_start",
    "period_end",
    "known_on",
    "known_precision",
    "locator",
    "note",
    "note_en",
    "supersedes",
    "supersede_reason",
    "supersede_reason_en",
    "withdrawn_on",
    "withdrawn_reason",
    "source__code",
    "source__publisher",
    "source__publisher_en",
    "source__reliability",
    "source__url",
)
SERIES = (
    "pk",
    "code",
    "title",
    "title_en",
    "entity",
    "entity_en",
    "scope",
    "basis",
    "basis_en",
    "note",
    "note_en",
    "accumulation",
    "indicator__code",
    "indicator__name",
    "indicator__name_en",
    "indicator__nature",
    "park__code",
    "park__number",
    "park__name",
    "park__name_en",
    "park__short_name",
    "park__short_name_en",
)


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """A published value on a day. `replaced_by` names the value that corrects it, if one was known by then."""

    row: int
    ref: str
    value: Decimal
    unit: UnitWords
    qualifier: str
    period: Period
    known_on: date
    precision: str
    locator: str
    note: tuple[str, str]
    replaces: int | None
    reason: tuple[str, str]
    withdrawn_on: date | None
    withdrawn_reason: str
    source: SourceWords | None
    replaced_by: "SeriesValue | None" = None
    first: "SeriesValue | None" = None  # the value that a chain of corrections began with

    @property
    def base(self) -> Decimal:
        return to_base(self.value, self.unit.factor)

    @property
    def speaks(self) -> bool:
        """Neither replaced nor withdrawn."""
        return self.replaced_by is None and self.withdrawn_on is None

    @property
    def is_trusted(self) -> bool:
        return self.source is not None and self.source.reliability in CARRIES_STANDING

    @property
    def takes_part(self) -> bool:
        """Whether it can make a standing: it speaks, it is no forecast and its source carries it."""
        return self.speaks and self.is_trusted and self.qualifier != Qualifier.FORECAST


@dataclass(frozen=True, slots=True)
class SeriesOn:
    """A series on a day; `values` by the end of their period, then by the day they became known."""

    row: int
    code: str
    title: tuple[str, str]
    entity: tuple[str, str]
    scope: str
    basis: tuple[str, str]
    note: tuple[str, str]
    accumulation: str
    indicator: tuple[str, str, str]  # code, name, English name
    nature: str
    park: tuple[str, int, str, str, str, str]  # code, number, name, English name, short name, English short name
    reason: tuple[str, str] = ("", "")  # why it is only related to the goal it was asked for
    values: list[SeriesValue] = field(default_factory=list)

    @property
    def is_at_a_date(self) -> bool:
        return self.accumulation == Accumulation.POINT

    @property
    def speaking(self) -> list[SeriesValue]:
        return [value for value in self.values if value.speaks]

    @property
    def latest(self) -> SeriesValue | None:
        """The last value that is no forecast, whatever its source."""
        told = [value for value in self.speaking if value.qualifier != Qualifier.FORECAST]
        return told[-1] if told else None


def _value(columns: dict, by: date) -> SeriesValue:
    withdrawn_on = columns["withdrawn_on"]
    withdrawn = withdrawn_on is not None and withdrawn_on <= by  # later withdrawals were not known then
    source = None
    if columns["source__code"]:
        source = SourceWords(*(columns[f"source__{name}"] or "" for name in SourceWords.__slots__))
    return SeriesValue(
        row=columns["pk"],
        ref=columns["ref"],
        value=columns["value"],
        unit=UnitWords(*(columns[f"unit__{name}"] for name in UnitWords.__slots__)),
        qualifier=columns["qualifier"],
        period=Period(columns["period_start"], columns["period_end"]),
        known_on=columns["known_on"],
        precision=columns["known_precision"],
        locator=columns["locator"],
        note=(columns["note"], columns["note_en"]),
        replaces=columns["supersedes"],
        reason=(columns["supersede_reason"], columns["supersede_reason_en"]),
        withdrawn_on=withdrawn_on if withdrawn else None,
        withdrawn_reason=columns["withdrawn_reason"] if withdrawn else "",
        source=source,
    )


def _series(columns: dict, reason: tuple[str, str]) -> SeriesOn:
    def pair(name: str) -> tuple[str, str]:
        return columns[name], columns[f"{name}_en"]

    return SeriesOn(
        row=columns["pk"],
        code=columns["code"],
        title=pair("title"),
        entity=pair("entity"),
        scope=columns["scope"],
        basis=pair("basis"),
        note=pair("note"),
        accumulation=columns["accumulation"],
        indicator=(columns["indicator__code"], *pair("indicator__name")),
        nature=columns["indicator__nature"],
        park=(columns["park__code"], columns["park__number"], *pair("park__name"), *pair("park__short_name")),
        reason=reason,
    )


def linked(values: Iterable[SeriesValue]) -> list[SeriesValue]:
    """The values in their order, each knowing what corrects it and what a chain of corrections began with."""
    values = sorted(values, key=lambda v: (v.period.end, v.period.start, v.known_on, v.row))
    by_row = {value.row: value for value in values}
    correctors = {value.replaces: value for value in values if value.replaces and value.withdrawn_on is None}
    result = []
    for value in values:
        first, seen = by_row.get(value.replaces), {value.row}
        while first is not None and first.replaces in by_row and first.row not in seen:
            seen.add(first.row)
            first = by_row[first.replaces]
        result.append(replace(value, replaced_by=correctors.get(value.row), first=first))
    return result


def series_with_values(rows: QuerySet[Series], moment: Moment, of_goal: int | None = None) -> list[SeriesOn]:
    """These series with all their published values, by park and code; one query.

    With hindsight only values of periods that had ended by the day. `of_goal` brings the reason of a related series.
    """
    told = Q(observations__known_on__lte=moment.known_by)
    if moment.with_hindsight:
        told &= Q(observations__period_end__lte=moment.on)
    rows = rows.annotate(
        told=FilteredRelation("observations", condition=told),
        link=FilteredRelation("related", condition=Q(related__goal=of_goal)),
        **{f"o_{name}": F(f"told__{name}") for name in VALUE},
        why=F("link__reason"),
        why_en=F("link__reason_en"),
    )
    columns = [*SERIES, *(f"o_{name}" for name in VALUE), "why", "why_en"]
    found: dict[int, SeriesOn] = {}
    values: dict[int, list[SeriesValue]] = {}
    for row in rows.order_by("park__number", "park__code", "code").values(*columns):
        key = row["pk"]
        if key not in found:
            found[key] = _series(row, (row["why"] or "", row["why_en"] or ""))
            values[key] = []
        if row["o_pk"] is not None:
            values[key].append(_value({name: row[f"o_{name}"] for name in VALUE}, moment.known_by))
    return [replace(series, values=linked(values[key])) for key, series in found.items()]
