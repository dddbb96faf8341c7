"""The whole register on a day: all parks, all goals, all projects, the newest entries; six queries for any number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, OuterRef, QuerySet, Subquery, Value, When

from parks.models import GoalUpdate, Observation, Park, ParkEvent, ProjectUpdate, Series, Target
from parks.models.facts import CARRIES_STANDING, happened_by
from parks.rules.choices import Qualifier, Scope

from . import entries
from .entries import Entry
from .goals import GoalLine, goal_lines, goals_known
from .moment import Moment
from .parks import parks_on
from .register import RegisterState
from .told import ProjectsTold, projects_told

NEWEST = 24  # rows of each kind to choose from; those of one day and source become one line


@dataclass(frozen=True, slots=True)
class LatestFigure:
    """The one figure that a park's line shows; `beside` says that there are only figures of something wider."""

    entry: Entry | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Everything:
    """`dimensions` in their order; `newest` with the last entry first; `replaced` by row; `latest` by park."""

    parks: list[Park]
    lines: list[GoalLine]
    projects: ProjectsTold
    dimensions: list[Entry]
    newest: list[Entry]
    replaced: dict[int, Entry]
    latest: dict[int, LatestFigure]


def _newest(rows: QuerySet, moment: Moment) -> QuerySet:
    """The ids of the last rows that became known; SQLite takes no limit inside of a union, but takes it in an IN."""
    known = rows.filter(happened_by(moment.on, moment.known_by))
    return known.order_by("-known_on", "-pk").values("pk")[:NEWEST]


def _entries(moment: Moment) -> list[Entry]:
    day = moment.known_by
    told = Observation.objects.standing_as_of(day).filter(happened_by(moment.on, day))
    trusted = Case(When(source__reliability__in=CARRIES_STANDING, then=Value(0)), default=Value(1))
    last = (
        told.filter(series=OuterRef("pk"))
        .exclude(qualifier=Qualifier.FORECAST)
        .order_by(trusted, "-period_end", "-known_on", "-id")
    )
    last_of_series = Series.objects.annotate(last=Subquery(last.values("pk")[:1])).values("last")
    targets = Target.objects.as_of(day).filter(number__gt=1).order_by("-known_on", "-pk").values("pk")[:NEWEST]
    newest = _newest(Observation.objects.standing_as_of(day), moment)
    news = _newest(ProjectUpdate.objects.standing_as_of(day), moment)
    goal_news = _newest(GoalUpdate.objects.standing_as_of(day), moment)
    branches = [
        entries.figures(Observation.objects.filter(pk__in=last_of_series)),
        entries.figures(Observation.objects.filter(pk__in=newest)),
        entries.figures(Observation.objects.filter(corrections__pk__in=newest), "replaced"),
        entries.project_news(ProjectUpdate.objects.filter(pk__in=news)),
        entries.goal_news(GoalUpdate.objects.filter(pk__in=goal_news)),
        entries.events(ParkEvent.objects.filter(pk__in=_newest(ParkEvent.objects.as_of(day), moment))),
        entries.revised_targets(Target.objects.filter(pk__in=targets)),
        entries.dimensions(),
    ]
    # A plain UNION: a figure that is both the last of its series and new comes once.
    return entries.read(branches[0].union(*branches[1:]))


def latest_figures(told: Iterable[Entry], own: set[int]) -> dict[int, LatestFigure]:
    """The latest figure of each park, by park id: of the park itself or of a part of it, never of something wider.

    `own` are the series of goals; of several figures of one day theirs come first.
    """

    def rank(entry: Entry):
        return (
            entry.is_trusted,
            entry.end or date.min,
            entry.scope == Scope.PARK,
            entry.about in own,
            entry.known_on,
            -entry.about,
        )

    best: dict[int, LatestFigure] = {}
    for entry in told:
        if entry.kind != "figure" or entry.park is None or entry.word == Qualifier.FORECAST:
            continue
        if entry.scope == Scope.WIDER:
            best.setdefault(entry.park, LatestFigure(beside=True))
            continue
        shown = best.get(entry.park)
        if shown is None or shown.entry is None or rank(entry) > rank(shown.entry):
            best[entry.park] = LatestFigure(entry)
    return best


def everything(moment: Moment, state: RegisterState) -> Everything:
    """Five queries besides the state's own, for an empty register and for a full one."""
    parks = list(parks_on(moment))
    lines = goal_lines(goals_known(moment).order_by("park__number", "park__code", "order", "code"), moment, state)
    told = _entries(moment)
    own = {line.goal.series_id for line in lines if line.goal.series_id}
    dated = [e for e in told if e.known_on is not None and e.kind != "replaced"]
    return Everything(
        parks=parks,
        lines=lines,
        projects=projects_told({park.pk: park for park in parks}, moment),
        dimensions=sorted((e for e in told if e.kind == "dimension"), key=lambda e: (e.number, e.code)),
        newest=sorted(dated, key=lambda e: (e.known_on, e.kind, e.row), reverse=True),
        replaced={e.row: e for e in told if e.kind == "replaced"},
        latest=latest_figures(dated, own),
    )
