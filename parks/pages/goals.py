"""The list of goals, filtered and grouped by the year in which they are due; and the page of one goal."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parks.filters.goals import GoalFilter
from parks.queries.goal import goal_history
from parks.queries.goals import GoalLine, dimensions, goal_counts, goal_lines, goals_known
from parks.queries.parks import park_names
from parks.rules.calendar import Period
from parks.rules.choices import Standing
from parks.templatetags.words import days, plain_text, standing_word, text

from .address import time_query
from .base import PublicPage
from .goal_course import course
from .goal_shown import deciding, hero_note, ledger, missing_period, news_row, projects_shown, promised, source_title
from .goal_sum import sum_lines
from .goal_years import years
from .rows import GoalRow, Link, goal_row, park_word, source_shown
from .series_shown import series_table


def _year_due(line: GoalLine) -> int | None:
    return line.due_on.year if line.due_on else None


def _group_note(lines: Sequence[GoalLine], on: date) -> str:
    """How many goals are due in a year, and how long ago or ahead that is where all share one day."""
    count = ngettext("%(n)s goal", "%(n)s goals", len(lines)) % {"n": len(lines)}
    due = {line.due_on for line in lines}
    if len(due) > 1 or None in due:
        return count
    away = (on - due.pop()).days
    if away > 0:
        # Translators: zh %(count)s · 已过%(days)s
        return _("%(count)s · %(days)s past") % {"count": count, "days": days(away)}
    # Translators: zh %(count)s · 还有%(days)s
    return _("%(count)s · %(days)s to go") % {"count": count, "days": days(-away)}


def groups_by_year(lines: Sequence[GoalLine], shown: Sequence[GoalLine], link: Link, on: date) -> list[dict]:
    """`shown`, a page of `lines`, under the years in which they are due; a heading counts all of its year."""
    whole = {year: list(group) for year, group in groupby(lines, _year_due)}
    groups = []
    for year, group in groupby(shown, _year_due):
        # Translators: zh %(year)s年到期
        title = _("Due in %(year)s") % {"year": year} if year else _("No deadline")
        note = _group_note(whole[year], on)
        groups.append({"title": title, "note": note, "rows": [goal_row(line, link) for line in group]})
    return groups


def counted(lines: Sequence[GoalLine]) -> list[dict]:
    """A standing with its slip and its count, for each that occurs, in the order of the standings."""
    counts = Counter(line.standing.code for line in lines)
    first = {line.standing.code: line.standing for line in reversed(lines)}
    return [
        {
            "code": code,
            "detail": first[code].detail,
            "share": first[code].share,
            "expected": first[code].path.expected_share if first[code].path else None,
            "label": f"{standing_word(code).label} {counts[code]}",
        }
        for code in Standing.values
        if counts[code]
    ]


class Goals(PublicPage):
    """Every goal known on the day; six queries."""

    template = "parks/goals.html"
    nav = "goals"
    allows = (*GoalFilter.base_filters, "page")

    def content(self) -> dict:
        counts = goal_counts(self.moment)
        asked = GoalFilter(
            self.request.GET,
            goals_known(self.moment),
            parks=[(park.code, park_word(park)) for park in park_names()],
            dimensions=[(d.code, plain_text(d.name, d.name_en)) for d in dimensions()],
            years=counts.years,
        )
        lines = asked.among(goal_lines(asked.rows(), self.moment, self.state))
        page = self.paged(lines)
        if asked.order == "due":
            groups = groups_by_year(lines, page["rows"], self.url, self.moment.on)
        else:
            groups = [{"title": "", "rows": [goal_row(line, self.url) for line in page["rows"]]}]
        # Translators: zh 目标
        self.page.title = _("Goals")
        self.page.description = _(
            "%(total)s goals of the parks, %(number)s of them with a number and %(dated)s with a deadline, each with "
            "its latest figure, its source and where it stands."
        ) % {"total": counts.total, "number": counts.with_number, "dated": counts.dated}
        return {
            "counts": counts,
            "asked": asked,
            "hidden": time_query(self.moment),
            "shown": len(lines),
            "legend": counted(lines),
            "groups": groups if lines else [],
            "pages": page,
            "reset_url": self.url("goals") if asked.is_narrowed else "",
        }


class GoalPage(PublicPage):
    """One goal with everything the record holds of it; six queries."""

    template = "parks/goal.html"
    nav = "goals"

    def content(self, code: str) -> dict:
        history = goal_history(code, self.moment, self.state)
        if history is None:
            raise Http404(_("The record knows no goal “%(code)s” on that day.") % {"code": code})
        line, link = history.line, self.url
        row = goal_row(line, link)
        self._head(row)
        window = None
        if line.goal.starts_on and line.due_on:
            window = Period(line.goal.starts_on, line.due_on)
        own = series_table(history.own, link, window, missing_period(line)) if history.own else None
        spoken = line.spoken
        row_ref = f"o-{spoken.ref}" if own and spoken and len(line.standing.value.keys) == 1 else ""
        rule = self.state.rule_row
        return {
            "row": row,
            "sum": sum_lines(line),
            # Translators: zh 规则：%(name)s
            "rule": _("Rule: %(name)s") % {"name": plain_text(rule.name, rule.name_en)} if rule else "",
            "method_url": link("method"),
            "deciding": deciding(history, link),
            "hero_note": hero_note(line, row_ref),
            "excuse": self._excuse(line),
            "retired_reason": text(*line.facts.retired_reason) if line.is_retired else "",
            "course": course(line, self.moment),
            "years": years(history.own, line),
            "own": own,
            "related": [series_table(series, link) for series in history.related],
            "steps": row.milestones,
            "news": [news_row(news, link) for news in history.news],
            "ledger": ledger(line, link),
            "statement": text(line.goal.statement, line.goal.statement_en),
            "source": source_shown(line.goal.source, link),
            "source_title": source_title(line, link),
            "locator": line.goal.locator,
            "promised": promised(line),
            "projects": projects_shown(history, link),
            "cite_url": self._lasting_address(),
        }

    def _head(self, row: GoalRow) -> None:
        # Translators: zh %(park)s：%(title)s
        self.page.title = _("%(park)s: %(title)s") % {"park": row.park, "title": row.title}
        words = {"name": self.page.title, "sentence": row.explanation}
        # Translators: zh %(name)s。%(sentence)s
        self.page.description = _("%(name)s. %(sentence)s") % words
        self.page.crumbs = [
            # Translators: zh 总览
            self.crumb("overview", _("Overview")),
            # Translators: zh 目标
            self.crumb("goals", _("Goals")),
            (row.park, row.park_url),
            (row.label, ""),
        ]

    def _excuse(self, line: GoalLine) -> dict | None:
        """An approved reason for a delay; the raw standing stays beside it."""
        until = line.facts.excused_until
        if until is None:
            return None
        return {"until": until, "over": until < self.moment.on, "reason": text(*line.facts.excuse)}

    def _lasting_address(self) -> str:
        """The address under which this page of this day can always be shown again."""
        clock = [("known", "now")] if self.moment.with_hindsight else []
        query = urlencode([("as_of", self.moment.on.isoformat()), *clock])
        return self.request.build_absolute_uri(f"{self.request.path}?{query}")
