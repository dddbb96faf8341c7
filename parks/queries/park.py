"""One park on a day, with everything the record holds of it; and what the list of parks counts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Count, F, Max, Value

from parks.models import (
    Goal,
    GoalRelatedSeries,
    GoalUpdate,
    Observation,
    Park,
    ParkEvent,
    ParkIndustry,
    Project,
    ProjectUpdate,
    Target,
)
from parks.models.facts import happened_by
from parks.rules.choices import EventKind

from . import entries
from .entries import Entry
from .goals import GoalLine, goal_lines, goals_known
from .moment import Moment
from .parks import parks_on
from .register import RegisterState
from .told import ProjectsTold, projects_told

DATED = ("figure", "news", "goal", "event", "target")


@dataclass(frozen=True, slots=True)
class ParkRecord:
    """A park on a day. `entries` are all published rows, replaced and withdrawn ones too, the last known first."""

    park: Park
    lines: list[GoalLine]
    projects: ProjectsTold
    entries: list[Entry]
    industries: list[Entry]
    dimensions: list[Entry]
    related: list[Entry]
    corrected_by: dict[tuple[str, int], Entry] = field(default_factory=dict)

    def of(self, kind: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.kind == kind]

    def speaks(self, entry: Entry) -> bool:
        """Neither withdrawn nor replaced."""
        return entry.withdrawn_on is None and (entry.kind, entry.row) not in self.corrected_by

    @property
    def level(self) -> Entry | None:
        """The event that gives the park its level on the day."""
        told = (e for e in self.of("event") if e.word == EventKind.LEVEL and e.is_trusted and self.speaks(e))
        return max(told, key=lambda e: (e.end, e.known_on, e.row), default=None)

    @property
    def area(self) -> Entry | None:
        told = (e for e in self.of("event") if e.word == EventKind.AREA and e.figure and self.speaks(e))
        return max(told, key=lambda e: (e.end, e.known_on, e.row), default=None)

    @property
    def last_known_on(self) -> date | None:
        days = [e.known_on for e in self.entries] + [line.goal.known_on for line in self.lines]
        return max(days, default=None)


def _known(model, moment: Moment, **of):
    """Every row that was public by then, whatever became of it; with hindsight only what had happened by the day."""
    happened = happened_by(moment.on, moment.known_by)
    return model.objects.filter(happened, known_on__lte=moment.known_by, **of)


def _entries(park: Park, moment: Moment) -> list[Entry]:
    targets = Target.objects.filter(known_on__lte=moment.known_by, goal__park=park)
    related = GoalRelatedSeries.objects.filter(goal__in=goals_known(moment).filter(park=park).values("pk"))
    rows = entries.figures(_known(Observation, moment, series__park=park)).union(
        entries.project_news(_known(ProjectUpdate, moment, project__park=park)),
        entries.goal_news(_known(GoalUpdate, moment, goal__park=park)),
        entries.events(_known(ParkEvent, moment, park=park)),
        entries.revised_targets(targets),
        entries.industries(ParkIndustry.objects.filter(park=park)),
        entries.related(related),
        entries.dimensions(),
        all=True,
    )
    told = entries.read(rows)
    # A withdrawal of a later day had not happened yet.
    return [
        replace(e, withdrawn_on=None, withdrawn_reason="")
        if e.withdrawn_on and e.withdrawn_on > moment.known_by
        else e
        for e in told
    ]


def _corrections(told: Iterable[Entry]) -> dict[tuple[str, int], Entry]:
    """What replaces a row: the correction that names it and was not withdrawn itself."""
    return {(e.kind, e.supersedes): e for e in told if e.supersedes and e.withdrawn_on is None}


def park_record(code: str, moment: Moment, state: RegisterState) -> ParkRecord | None:
    """The park of this code, or None. Five queries besides the state's own, whatever it holds."""
    park = parks_on(moment).select_related("source").filter(code=code).first()
    if park is None:
        return None
    goals = goals_known(moment).filter(park=park).order_by("order", "code")
    told = _entries(park, moment)
    dated = [e for e in told if e.kind in DATED]

    def of(kind: str) -> list[Entry]:
        return sorted((e for e in told if e.kind == kind), key=lambda e: (e.number, e.row))

    return ParkRecord(
        park=park,
        lines=goal_lines(goals, moment, state),
        projects=projects_told({park.pk: park}, moment),
        entries=sorted(dated, key=lambda e: (e.known_on, e.kind, e.row), reverse=True),
        industries=of("industry"),
        dimensions=of("dimension"),
        related=of("related"),
        corrected_by=_corrections(dated),
    )


@dataclass(frozen=True, slots=True)
class ParkCounts:
    """Projects known by a day, and the day of the last entry, by park id."""

    projects: dict[int, int]
    last_known_on: dict[int, date]


def park_counts(moment: Moment) -> ParkCounts:
    """One query for all parks."""
    branches = []
    for model, park in (
        (Observation, "series__park_id"),
        (ProjectUpdate, "project__park_id"),
        (GoalUpdate, "goal__park_id"),
        (ParkEvent, "park_id"),
        (Goal, "park_id"),
        (Project, "park_id"),
    ):
        rows = model.objects.as_of(moment.known_by).order_by().annotate(told=Value(model.__name__), whose=F(park))
        branches.append(
            rows.values("told", "whose")
            .annotate(count=Count("pk"), last=Max("known_on"))
            .values_list("told", "whose", "count", "last")
        )
    projects: Counter[int] = Counter()
    last: dict[int, date] = {}
    for kind, park, count, day in branches[0].union(*branches[1:], all=True):
        last[park] = max(day, last.get(park, day))
        if kind == Project.__name__:
            projects[park] = count
    return ParkCounts(dict(projects), last)
