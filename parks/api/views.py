"""The nouns that machines can read: an index, and for each noun a list and one of it. At most six queries each."""

from rest_framework.request import Request
from rest_framework.response import Response

from parks.filters.goals import GoalFilter
from parks.filters.indicators import IndicatorFilter
from parks.filters.parks import ParkFilter
from parks.filters.projects import UNRECORDED, ProjectFilter
from parks.filters.sources import SourceFilter
from parks.queries.goals import dimensions, goal_counts, goal_lines, goals_known
from parks.queries.indicators import indicator_history, indicators_on
from parks.queries.parks import park_names, parks_on
from parks.queries.project import project_history
from parks.queries.projects import ordered_projects, project_lines, projects_known
from parks.queries.sources import count_facts, facts_taken, sources_known

from .base import ReadView
from .serializers import (
    GoalDetailSerializer,
    GoalSerializer,
    IndicatorRowSerializer,
    IndicatorSerializer,
    ParkSerializer,
    ProjectDetailSerializer,
    ProjectSerializer,
    SeriesSerializer,
    SourceRowSerializer,
    SourceSerializer,
    TakenFactSerializer,
)

NOUNS = ("parks", "goals", "projects", "indicators", "sources")


class Index(ReadView):
    """Where everything is."""

    def get(self, request: Request) -> Response:
        return self.one({noun: self.address(f"api-{noun}") for noun in NOUNS})


class Unknown(ReadView):
    """Any other address below the API: a refusal that machines can read."""

    def get(self, request: Request) -> Response:
        raise self.unknown(request.path)


class Parks(ReadView):
    allows = (*ParkFilter.names(), "page")

    def get(self, request: Request) -> Response:
        names = list(parks_on(self.moment).values_list("district", flat=True))
        districts = [(name, name) for name in dict.fromkeys(names) if name]
        rows = parks_on(self.moment).select_related("source").prefetch_related("industries")
        asked = ParkFilter(request.query_params, rows, districts=districts)
        context = {"moment": self.moment}
        return self.listed(asked.rows(), lambda parks: ParkSerializer(parks, many=True, context=context).data)


class ParkDetail(ReadView):
    def get(self, request: Request, code: str) -> Response:
        found = parks_on(self.moment).select_related("source").prefetch_related("industries").filter(code=code)
        park = found.first()
        if park is None:
            raise self.unknown(code)
        return self.one(ParkSerializer(park, context={"moment": self.moment}).data)


class Goals(ReadView):
    allows = (*GoalFilter.names(), "page")

    def get(self, request: Request) -> Response:
        asked = GoalFilter(
            request.query_params,
            goals_known(self.moment),
            parks=[(park.code, park.code) for park in park_names()],
            dimensions=[(row.code, row.code) for row in dimensions()],
            years=goal_counts(self.moment).years,
        )
        lines = asked.among(goal_lines(asked.rows(), self.moment, self.state))
        return self.listed(lines, lambda shown: GoalSerializer(shown, many=True).data)


class GoalDetail(ReadView):
    def get(self, request: Request, code: str) -> Response:
        lines = goal_lines(goals_known(self.moment).filter(code=code), self.moment, self.state)
        if not lines:
            raise self.unknown(code)
        return self.one(GoalDetailSerializer(lines[0]).data)


class Projects(ReadView):
    allows = (*ProjectFilter.names(), "page")

    def get(self, request: Request) -> Response:
        parks = [(park.code, park.code) for park in park_names()]
        asked = ProjectFilter(request.query_params, projects_known(self.moment), parks=parks)
        lines = project_lines(asked.rows(), self.moment)
        if stage := asked.asked("stage"):
            lines = [line for line in lines if (line.stage_code or UNRECORDED) == stage]
        rows = ordered_projects(lines, asked.asked("sort", "stage"))
        return self.listed(rows, lambda shown: ProjectSerializer(shown, many=True).data)


class ProjectDetail(ReadView):
    def get(self, request: Request, code: str) -> Response:
        history = project_history(code, self.moment, self.state)
        if history is None:
            raise self.unknown(code)
        return self.one(ProjectDetailSerializer(history).data)


class Indicators(ReadView):
    allows = (*IndicatorFilter.names(), "page")

    def get(self, request: Request) -> Response:
        asked = IndicatorFilter(request.query_params, indicators_on(self.moment))
        return self.listed(asked.rows(), lambda rows: IndicatorRowSerializer(rows, many=True).data)


class IndicatorDetail(ReadView):
    def get(self, request: Request, code: str) -> Response:
        history = indicator_history(code, self.moment)
        if history is None:
            raise self.unknown(code)
        told = [series for series in history.series if series.values]
        return self.one(
            {**IndicatorSerializer(history.indicator).data, "series": SeriesSerializer(told, many=True).data}
        )


class Sources(ReadView):
    allows = (*SourceFilter.names(), "page")

    def get(self, request: Request) -> Response:
        asked = SourceFilter(request.query_params, sources_known(self.moment))

        def serialize(rows: list) -> list[dict]:
            facts = count_facts([source.pk for source in rows], self.moment)
            return SourceRowSerializer(rows, many=True, context={"facts": facts}).data

        return self.listed(asked.rows(), serialize)


class SourceDetail(ReadView):
    def get(self, request: Request, code: str) -> Response:
        source = sources_known(self.moment).filter(code=code).first()
        if source is None:
            raise self.unknown(code)
        facts = TakenFactSerializer(facts_taken(source, self.moment), many=True).data
        return self.one({**SourceSerializer(source).data, "facts": facts})
