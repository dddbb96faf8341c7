"""The front page: a sentence written from the data, the book of slips, and every park beside the others."""

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parks.filters.goals import PAST, terms_of
from parks.filters.projects import UNRECORDED
from parks.queries.goals import GoalLine
from parks.queries.overview import Everything, everything
from parks.queries.projects import by_stage
from parks.rules.choices import Detail, Standing
from parks.templatetags.site import site
from parks.templatetags.words import sentence_day, text

from .base import PublicPage
from .overview_rows import book_groups, key_of, matrix, roll, wanted
from .project_table import board, unrecorded
from .record_lines import Names, record_lines
from .rows import goal_row

COLUMN_HOLDS = 4
NEWEST_HOLDS = 6
LINE_HOLDS = 3
WANTED_HOLDS = 6
DATED = ("terms", "dated")


class Overview(PublicPage):
    """The register as a whole; six queries."""

    template = "parks/overview.html"
    nav = "overview"

    def content(self, **kwargs) -> dict:
        every = everything(self.moment, self.state)
        rows = [(line, goal_row(line, self.url)) for line in every.lines]
        dated = [(line, row) for line, row in rows if terms_of(line) == "dated"]
        headline = self._headline(every, [line for line, _row in dated])
        self.page.description = strip_tags(headline)
        awaited = wanted(every.lines, self.url, self.moment.on)
        return {
            "headline": headline,
            "remarks": self._remarks(every.lines),
            "park_count": len(every.parks),
            "book": book_groups(row for _line, row in dated),
            "key": key_of(row for _line, row in rows),
            "dimensions": [text(d.title, d.title_en) for d in every.dimensions],
            "matrix": matrix(every.parks, every.dimensions, rows, self.url) if every.dimensions else [],
            "roll": roll(
                every.parks, every.latest, rows, self.url, self.moment.on, self.state.rule.press_stale_months
            ),
            **self._projects(every),
            "newest": self._newest(every),
            "wanted": awaited[:WANTED_HOLDS],
            "wanted_more": len(awaited) > WANTED_HOLDS,
            "wanted_url": self.url("goals", asked=[("due", PAST), ("standing", Standing.OUTCOME_UNKNOWN)]),
            "wanted_count": sum(line.standing.code == Standing.OUTCOME_UNKNOWN for line in every.lines),
        }

    def _goals_link(self, words: str, *asked: tuple[str, str]) -> SafeString:
        return format_html('<a href="{}">{}</a>', self.url("goals", asked=asked), words)

    def _headline(self, every: Everything, dated: list[GoalLine]) -> SafeString:
        """How many goals with a number and a date, how many of them due, of how many the outcome is known."""
        names = {"city": site().city, "parks": len(every.parks)}
        if not every.parks:
            # Translators: zh 册内还没有园区。
            return format_html("{}", _("The record does not hold a park yet."))
        if not dated:
            # Translators: zh {city}{parks}个园区，到这一天还没有一项写明数字和期限的目标入册。
            empty = _("By this day the record holds no goal of {city}’s {parks} parks with a number and a date.")
            return format_html(empty, **names)
        due = [line for line in dated if line.is_past_due]
        told = [line for line in due if line.standing.code in (Standing.REACHED, Standing.MISSED)]
        settled = [("standing", Standing.REACHED.value), ("standing", Standing.MISSED.value)]
        # Translators: zh %(n)s项
        goals = ngettext("%(n)s goal", "%(n)s goals", len(dated)) % {"n": len(dated)}
        # Translators: zh %(n)s项
        due_words = ngettext("%(n)s is now due", "%(n)s are now due", len(due)) % {"n": len(due)}
        # Translators: zh %(n)s项
        told_words = _("%(n)s of them") % {"n": len(told)}
        # Translators: zh {city}{parks}个园区写明了数字和期限的目标有{goals}，
        # 已到期{due}。本册收到全期结果的，{results}。
        sentence = _(
            "The {parks} industrial parks of {city} set {goals} with a number and a date. {due}. "
            "This record holds a full-period result for {results}."
        )
        return format_html(
            sentence,
            **names,
            goals=self._goals_link(goals, DATED),
            due=self._goals_link(due_words, DATED, ("due", PAST)),
            results=self._goals_link(told_words, DATED, ("due", PAST), *settled),
        )

    def _remarks(self, lines: list[GoalLine]) -> list[SafeString]:
        """What the headline leaves out, each number leading to its goals."""
        if not lines:
            return []
        undated = sum(terms_of(line) == "undated" for line in lines)
        words = sum(terms_of(line) == "words" for line in lines)
        parts = [
            line
            for line in lines
            if line.standing.code == Standing.OUTCOME_UNKNOWN and line.standing.detail == Detail.PART
        ]
        # Translators: zh 册内共{count}目标。（{count}为“92项”）
        remarks = [format_html(_("The record holds {count} in all."), count=self._count(len(lines)))]
        if undated:
            # Translators: zh 另有{count}有数字而无期限。
            no_date = ngettext(
                "{count} has a number but no deadline.", "{count} have a number but no deadline.", undated
            )
            remarks.append(format_html(no_date, count=self._count(undated, ("terms", "undated"))))
        if words:
            # Translators: zh {count}没有数字，只能看节点和消息。
            no_number = ngettext(
                "{count} is stated in words alone and can only be followed by milestones and news.",
                "{count} are stated in words alone and can only be followed by milestones and news.",
                words,
            )
            remarks.append(format_html(no_number, count=self._count(words, ("terms", "words"))))
        if parts:
            last = max(line.standing.value.period.end for line in parts)
            # Translators: zh 到期的目标里，%(count)s项只收到部分期间的数，最近的一个截至%(day)s。
            part = ngettext(
                "Of those due, %(count)s has a figure for part of its period only; it runs to %(day)s.",
                "Of those due, %(count)s have figures for part of their period only; the latest runs to %(day)s.",
                len(parts),
            )
            remarks.append(format_html("{}", part % {"count": len(parts), "day": sentence_day(last)}))
        return remarks

    def _count(self, count: int, *asked: tuple[str, str]) -> SafeString:
        # Translators: zh %(n)s项
        return self._goals_link(ngettext("%(n)s goal", "%(n)s goals", count) % {"n": count}, *asked)

    def _projects(self, every: Everything) -> dict:
        followed = every.projects.followed
        columns = by_stage(followed)

        def at_stage(stage: str) -> str:
            return self.url("projects", asked=[("stage", stage or UNRECORDED)])

        staged = board(columns, self.url, at_stage, COLUMN_HOLDS)
        untold = unrecorded(columns, self.url, at_stage, COLUMN_HOLDS)
        if staged and untold:
            staged["columns"].append({**untold, "unrecorded": True})
        return {
            "board": staged,
            "project_count": len(followed),
            "stage_count": len(followed) - len(columns[""]),
            "projects_url": self.url("projects"),
        }

    def _newest(self, every: Everything) -> list:
        own = {line.goal.series_id: line.goal.code for line in every.lines if line.goal.series_id}
        names = Names(self.url, own, every.replaced, {park.pk: park for park in every.parks})
        return record_lines(every.newest, names, LINE_HOLDS)[:NEWEST_HOLDS]
