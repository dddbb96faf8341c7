"""The list of parks, and the page of one park with everything the record holds of it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parks.filters.parks import ParkFilter
from parks.models import Park
from parks.queries.goals import goal_lines, goals_known
from parks.queries.park import park_counts, park_record
from parks.queries.parks import parks_on
from parks.templatetags.words import plain_text, text

from .address import link_out, time_query
from .base import PublicPage
from .overview_rows import key_of, level_word, short_tally, slip_of
from .park_figures import year_table
from .park_news import history, park_projects, record_of
from .park_rows import (
    area_fact,
    aspects,
    described,
    goals_sentence,
    industries,
    joined,
    level_fact,
    place_sentence,
    projects_sentence,
)
from .rows import GoalRow, SourceShown, goal_row

WAS = ("met", "missed", "pace", "slow", "stale")  # the kinds of bar that the key explains


@dataclass(frozen=True, slots=True)
class ParkRow:
    """A park in the list, with its standings and how much the record holds of it."""

    number: str
    name: str
    url: str
    level: str
    district: str
    positioning: str
    slips: list[dict]
    tally: str
    goals: int
    goals_url: str
    projects: int
    projects_url: str
    last_known_on: date | None


class Parks(PublicPage):
    """All parks in the order of their numbers; six queries."""

    template = "parks/parks.html"
    nav = "parks"
    allows = ParkFilter.names()

    def content(self, **kwargs) -> dict:
        parks = parks_on(self.moment).select_related("source")
        names = {p.district: plain_text(p.district, p.district_en) for p in parks if p.district}
        asked = ParkFilter(self.request.GET, parks, districts=names.items())
        found = list(asked.rows()) if self._is_asked() else list(parks)
        goals: dict[int, list[GoalRow]] = defaultdict(list)
        known = goals_known(self.moment).filter(park__in=[park.pk for park in found]).order_by("order", "code")
        for line in goal_lines(known, self.moment, self.state):
            goals[line.goal.park_id].append(goal_row(line, self.url))
        counts = park_counts(self.moment)
        # Translators: zh 园区
        self.page.title = _("Parks")
        # Translators: zh 册内的%(count)s个园区：级别、所在、定位、各项目标的状态和最近一次入册。
        self.page.description = ngettext(
            "The %(count)s park of the record: its level, district and positioning, its goals and its last entry.",
            "The %(count)s parks of the record: level, district, positioning, where their goals stand, the last entry.",
            len(parks),
        ) % {"count": len(parks)}
        return {
            "asked": asked,
            "hidden": time_query(self.moment),
            "reset_url": self.url("parks") if asked.is_narrowed else "",
            "total": len(parks),
            "key": key_of(row for park in found for row in goals[park.pk]),
            "rows": [
                self._row(park, goals[park.pk], counts.projects.get(park.pk, 0), counts.last_known_on.get(park.pk))
                for park in found
            ],
        }

    def _is_asked(self) -> bool:
        """Whether a filter is in the address; without one the parks that were read already are the answer."""
        return any(name in self.request.GET for name in ParkFilter.names())

    def _row(self, park: Park, goals: list[GoalRow], projects: int, last_known_on: date | None) -> ParkRow:
        told = described(park, self.moment)
        return ParkRow(
            number=f"{park.number:02d}",
            name=text(park.name, park.name_en),
            url=self.url("park", park.code),
            level=level_word(park.level_on),
            district=text(park.district, park.district_en),
            positioning=text(park.positioning, park.positioning_en) if told else "",
            slips=[slip_of(row) for row in goals],
            tally=short_tally(goals),
            goals=len(goals),
            goals_url=self.url("goals", asked=[("park", park.code)]),
            projects=projects,
            projects_url=self.url("projects", asked=[("park", park.code)]),
            last_known_on=last_known_on,
        )


class ParkPage(PublicPage):
    """One park; six queries."""

    template = "parks/park.html"
    nav = "parks"

    def content(self, code: str, **kwargs) -> dict:
        record = park_record(code, self.moment, self.state)
        if record is None:
            # Translators: zh 册内没有代码为“%(code)s”的园区。
            raise Http404(_("The record has no park “%(code)s”.") % {"code": code})
        park = record.park
        rows = [(line, goal_row(line, self.url)) for line in record.lines]
        name = plain_text(park.name, park.name_en)
        sentence = joined(place_sentence(park), goals_sentence(record.lines), projects_sentence(record))
        self.page.title = name
        self.page.description = sentence
        self.page.crumbs = [
            # Translators: zh 总览 / 园区 / 园区%(number)s
            self.crumb("overview", _("Overview")),
            self.crumb("parks", _("Parks")),
            (_("Park %(number)s") % {"number": f"{park.number:02d}"}, ""),
        ]
        lines, older = record_of(record, self.url)
        told = described(park, self.moment)
        measured = [row for _line, row in rows if row.target]
        was = {"stale" if row.stale else row.was for row in measured if row.figure}
        return {
            "park": park,
            "name": text(park.name, park.name_en),
            "sentence": sentence,
            "key": key_of(row for _line, row in rows),
            "goals_url": self.url("goals", asked=[("park", park.code)]),
            "history": history(record, self.url),
            "website": link_out(park.website),
            "level": level_fact(record, self.url),
            "district": text(park.district, park.district_en),
            "area": area_fact(record, self.url),
            "industries": industries(record.industries) if told else [],
            "last_known_on": record.last_known_on,
            "positioning": text(park.positioning, park.positioning_en) if told else "",
            "priorities": text(park.priorities, park.priorities_en) if told else "",
            "said_in": self._said_in(park),
            "goal_count": len(rows),
            "was": [kind for kind in WAS if kind in was],
            "has_targets": bool(measured),
            "has_pace": any(row.expected is not None for row in measured),
            "aspects": aspects(record, rows, self.url),
            "years": year_table(record, rows, self.url),
            "projects": park_projects(record, self.url),
            "projects_url": self.url("projects", asked=[("park", park.code)]),
            "record": lines,
            "older": older,
            "cite_title": name,
            "cite_url": self._permanent(park),
        }

    def _said_in(self, park: Park) -> SourceShown | None:
        source = park.source
        if source is None:
            return None
        publisher = plain_text(source.publisher, source.publisher_en) or _("newspaper feature")
        return SourceShown(publisher, self.url("source", source.code), source.reliability)

    def _permanent(self, park: Park) -> str:
        """The absolute address of the page as it is shown, today's day written out."""
        asked = time_query(self.moment) or [("as_of", self.moment.on.isoformat())]
        query = "&".join(f"{name}={value}" for name, value in asked)
        return self.request.build_absolute_uri(f"{reverse('park', args=[park.code])}?{query}")
