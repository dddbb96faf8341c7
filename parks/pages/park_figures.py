"""The figures of a park by year: a line for each series, every number with its period and its source."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from parks.queries.entries import Entry
from parks.queries.goals import GoalLine
from parks.queries.park import ParkRecord
from parks.rules.choices import Qualifier, Reliability, Scope
from parks.templatetags.words import figure_parts, period, plain_text, text

from .explanations import qualifier_word
from .rows import GoalRow, Link, SourceShown, reported_parts, source_shown


@dataclass(frozen=True, slots=True)
class YearValue:
    """A figure in a year's cell; `old` are values that it replaced, `period` is empty where it is the whole year."""

    value: str
    unit: str
    period: str
    qualifier: str
    source: int
    old: list[str] = field(default_factory=list)
    doubtful: bool = False
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series over the years; `goals` are those that it measures, each with its target."""

    title: str
    url: str
    unit: str
    entity: str
    basis: str
    cells: list[list[YearValue]]
    goals: list[GoalRow]

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class NumberedSource:
    number: int
    source: SourceShown
    known_on: date
    precision: str


@dataclass(frozen=True, slots=True)
class YearTable:
    """`own` are series of the park itself, `others` of something wider or of a part of it."""

    years: list[int]
    own: list[SeriesRow]
    others: list[SeriesRow]
    sources: list[NumberedSource]
    has_targets: bool

    @property
    def columns(self) -> int:
        return len(self.years) + 1 + self.has_targets


def _numbered(figures: Iterable[Entry], link: Link) -> dict[str, NumberedSource]:
    """Sources by code, numbered in the order in which their figures became known."""
    numbered: dict[str, NumberedSource] = {}
    for entry in sorted(figures, key=lambda e: (e.known_on, e.row)):
        code = entry.source.code if entry.source else ""
        if code not in numbered:
            shown = source_shown(entry.source, link)
            numbered[code] = NumberedSource(len(numbered) + 1, shown, entry.known_on, entry.precision)
    return numbered


def _is_whole_year(entry: Entry) -> bool:
    year = entry.end.year
    return (entry.start, entry.end) == (date(year, 1, 1), date(year, 12, 31))


def _replaced(entry: Entry, by_row: Mapping[int, Entry]) -> list[str]:
    """The values that a chain of corrections went through, the first one first."""
    old, seen = [], set()
    before = by_row.get(entry.supersedes) if entry.supersedes else None
    while before is not None and before.row not in seen:
        seen.add(before.row)
        old.append(reported_parts(before.figure.value, before.figure.unit, before.word)[0])
        before = by_row.get(before.supersedes) if before.supersedes else None
    return old[::-1]


def _value(
    entry: Entry, row_unit: str, by_row: Mapping[int, Entry], sources: Mapping[str, NumberedSource]
) -> YearValue:
    value, unit = reported_parts(entry.figure.value, entry.figure.unit, entry.word)
    return YearValue(
        value=value,
        unit="" if unit == row_unit else unit,
        period="" if _is_whole_year(entry) else period(entry.start, entry.end),
        # A lower bound and an estimate carry their signs; a restated value stands beside what it replaced.
        qualifier="" if entry.word in (Qualifier.AT_LEAST, Qualifier.RESTATED) else qualifier_word(entry.word),
        source=sources[entry.source.code if entry.source else ""].number,
        old=_replaced(entry, by_row),
        doubtful=entry.source is None or entry.source.reliability == Reliability.LOW,
        # Translators: zh %(day)s撤回
        withdrawn=_("withdrawn %(day)s") % {"day": entry.withdrawn_on.isoformat()} if entry.withdrawn_on else "",
    )


def _row(
    entries: Sequence[Entry],
    years: Sequence[int],
    goals: list[GoalRow],
    by_row: Mapping[int, Entry],
    sources: Mapping[str, NumberedSource],
    link: Link,
) -> SeriesRow:
    first = entries[0]
    units = {figure_parts(e.figure.value, e.figure.unit)[1] for e in entries}
    unit = units.pop() if len(units) == 1 else ""
    cells: dict[int, list[YearValue]] = defaultdict(list)
    for entry in entries:
        cells[entry.end.year].append(_value(entry, unit, by_row, sources))
    entity = "" if first.scope in ("", Scope.PARK) else text(first.part, first.part_en)
    return SeriesRow(
        title=text(first.title, first.title_en),
        url=link("indicator", first.indicator),
        unit=unit,
        entity=entity,
        basis=text(first.basis, first.basis_en),
        cells=[cells[year] for year in years],
        goals=goals,
    )


def _without_figures(lines: Iterable[tuple[GoalLine, GoalRow]], have: set[int], years: Sequence[int], link: Link):
    """Series that measure a goal and of which nothing was received."""
    rows: dict[int, SeriesRow] = {}
    for line, row in lines:
        series = line.goal.series
        if series is None or series.pk in have:
            continue
        if series.pk in rows:
            rows[series.pk].goals.append(row)
            continue
        rows[series.pk] = SeriesRow(
            title=text(series.title, series.title_en),
            url=link("indicator", series.indicator.code),
            unit="",
            entity="",
            basis=text(series.basis, series.basis_en),
            cells=[[] for _year in years],
            goals=[row],
        )
    return list(rows.values())


def year_table(record: ParkRecord, lines: Sequence[tuple[GoalLine, GoalRow]], link: Link) -> YearTable | None:
    """Every series shown under the park, on the years for which it has figures; None where nothing was received."""
    figures = record.of("figure")
    if not figures:
        return None
    by_row = {entry.row: entry for entry in figures}
    shown = [e for e in figures if (e.kind, e.row) not in record.corrected_by]
    years = sorted({entry.end.year for entry in shown})
    sources = _numbered(figures, link)
    series: dict[int, list[Entry]] = defaultdict(list)
    for entry in sorted(shown, key=lambda e: (e.end, e.known_on, e.row), reverse=True):
        series[entry.about].append(entry)
    goals: dict[int, list[GoalRow]] = defaultdict(list)
    for line, row in lines:
        if line.goal.series_id and row.target:
            goals[line.goal.series_id].append(row)

    def place(item: tuple[int, list[Entry]]):
        """Series of goals first, then those with the most figures."""
        return (item[0] not in goals, -len(item[1]), plain_text(item[1][0].title, item[1][0].title_en))

    own, others = [], []
    for key, entries in sorted(series.items(), key=place):
        kind = own if entries[0].scope in ("", Scope.PARK) else others
        kind.append(_row(entries, years, goals[key], by_row, sources, link))
    own += _without_figures(lines, set(series), years, link)
    has_targets = any(row.goals for row in (*own, *others))
    return YearTable(years, own, others, list(sources.values()), has_targets)
