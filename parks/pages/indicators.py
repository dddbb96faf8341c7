"""The list of indicators, and the page of one: all its series over parks and years, each basis apart."""

from dataclasses import dataclass, replace
from itertools import groupby

from django.http import Http404
from django.utils.translation import gettext as _

from parks.filters.indicators import IndicatorFilter
from parks.queries.indicators import indicator_history, indicators_on
from parks.queries.series import SeriesOn, SeriesValue
from parks.rules.choices import Accumulation, Direction, Nature
from parks.templatetags.words import period, plain_text, scale, text

from .address import time_query
from .base import PublicPage
from .rows import Link, SourceShown, park_word, reported_parts, source_shown
from .series_shown import SeriesTable, anchor, comparable, scope_words, series_table

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in the table of years; `url` leads to its row, which says everything else of it."""

    value: str
    unit: str
    span: str
    grade: SourceShown
    url: str
    aside: bool


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series in the table of years: whose, of what scope, on which basis, and its values year by year."""

    park: str
    park_url: str
    entity: str
    scope: str
    basis: str
    title: str
    url: str
    years: list[list[Cell]]
    points: list
    is_rank: bool
    table: SeriesTable


def _cell(value: SeriesValue, link: Link) -> Cell:
    number, unit = reported_parts(value.value, value.unit, value.qualifier)
    span = value.period
    whole = (span.start.month, span.start.day, span.end.month, span.end.day) == (1, 1, 12, 31)
    return Cell(
        value=number,
        unit=unit,
        span="" if whole and span.start.year == span.end.year else period(span.start, span.end),
        grade=source_shown(value.source, link),
        url=f"#{anchor(value)}",
        aside=not value.takes_part,
    )


def _points(series: SeriesOn) -> list[tuple]:
    """A line for the eye, in one unit; empty for fewer than three values that may stand in one line."""
    told = comparable(series)
    if len(told) < 3:
        return []
    last = series.latest or series.values[-1]
    factor, _unit = scale(last.value, last.unit)
    return [(day, base / factor) for day, base in told]


def series_row(series: SeriesOn, years: list[int], link: Link) -> SeriesRow:
    code, _number, name, name_en, short, short_en = series.park
    by_year = {year: [] for year in years}
    for value in series.speaking:
        by_year[value.period.end.year].append(_cell(value, link))
    return SeriesRow(
        park=plain_text(short or name, short_en or name_en),
        park_url=link("park", code),
        entity=plain_text(*series.entity),
        scope=scope_words(series),
        basis=text(*series.basis),
        title=plain_text(*series.title),
        url=f"#s-{series.code}",
        years=list(by_year.values()),
        points=_points(series),
        is_rank=series.nature == Nature.RANK,
        table=replace(series_table(series, link), indicator_url=""),
    )


class Indicators(PublicPage):
    """Every indicator with what the record holds of it; two queries."""

    template = "parks/indicators.html"
    nav = "indicators"
    allows = (*IndicatorFilter.names(), "page")

    def content(self) -> dict:
        asked = IndicatorFilter(self.request.GET, indicators_on(self.moment))
        found = list(asked.rows())
        pages = self.paged(found, PER_PAGE)
        # Translators: zh 指标
        self.page.title = _("Indicators")
        # Translators: zh 册内用到的指标：各自的定义、计量方法和收到的数。
        self.page.description = _(
            "What is measured in this record: each indicator with its definition and its values."
        )
        groups = [
            {"title": str(Nature(nature).label), "rows": [self._row(one) for one in rows]}
            for nature, rows in groupby(pages["rows"], lambda one: one.nature)
        ]
        return {
            "asked": asked,
            "hidden": time_query(self.moment),
            "reset_url": self.url("indicators") if asked.is_narrowed else "",
            "total": len(found),
            "with_values": sum(1 for one in found if one.value_count),
            "groups": groups,
            "pages": pages,
        }

    def _row(self, indicator) -> dict:
        return {
            "name": text(indicator.name, indicator.name_en),
            "url": self.url("indicator", indicator.code),
            "definition": text(indicator.definition, indicator.definition_en),
            "unit": plain_text(indicator.unit.symbol, indicator.unit.symbol_en),
            "series": indicator.series_count,
            "values": indicator.value_count or 0,
            "parks": indicator.park_count or 0,
            "latest": period(indicator.latest_start, indicator.latest_end) if indicator.latest_end else "",
        }


class IndicatorPage(PublicPage):
    """One indicator with every value of every series; four queries."""

    template = "parks/indicator.html"
    nav = "indicators"

    def content(self, code: str) -> dict:
        history = indicator_history(code, self.moment)
        if history is None:
            raise Http404(_("The record knows no indicator “%(code)s”.") % {"code": code})
        indicator, link = history.indicator, self.url
        told = [value for series in history.series for value in series.speaking]
        years = sorted({value.period.end.year for value in told})
        self.page.title = plain_text(indicator.name, indicator.name_en)
        self.page.description = plain_text(indicator.definition, indicator.definition_en) or self.page.title
        self.page.crumbs = [
            # Translators: zh 总览
            self.crumb("overview", _("Overview")),
            # Translators: zh 指标
            self.crumb("indicators", _("Indicators")),
            (self.page.title, ""),
        ]
        rows = [series_row(series, years, link) for series in history.series]
        return {
            "name": text(indicator.name, indicator.name_en),
            "definition": text(indicator.definition, indicator.definition_en),
            "facts": self._facts(indicator, history.series),
            "years": years,
            "series": rows,
            "value_count": len(told),
            "park_count": len({series.park[0] for series in history.series if series.speaking}),
            "with_values": [row for row in rows if row.table.rows],
            "goals": [
                {
                    "title": text(goal.title, goal.title_en),
                    "url": link("goal", goal.code),
                    "park": park_word(goal.park),
                }
                for goal in history.goals
            ],
        }

    def _facts(self, indicator, series: list[SeriesOn]) -> list[dict]:
        ways = dict.fromkeys(str(Accumulation(one.accumulation).label) for one in series)
        unit = plain_text(indicator.unit.symbol, indicator.unit.symbol_en)
        return [
            # Translators: zh 计量 / 方向 / 常用单位 / 数列的累计方法
            {"term": _("Measured as"), "value": str(Nature(indicator.nature).label)},
            {"term": _("Direction"), "value": str(Direction(indicator.direction).label)},
            {"term": _("Usual unit"), "value": unit},
            # Translators: what stands between the items of a list; zh ，
            {"term": _("How values add up"), "value": _(", ").join(ways) or "—"},
        ]
