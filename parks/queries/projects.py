"""Projects with their stage on a day: a list, in two queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from parks.models import Project, ProjectUpdate, Retirement
from parks.models.facts import CARRIES_STANDING, happened_by
from parks.models.stages import news_of
from parks.rules.choices import AmountKind, NewsKind, Stage
from parks.rules.stages import ASIDE, TRACK, StageOn, stage_on

from .moment import Moment

UNRECORDED = ""


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project on a day, with its stage and everything reported of it, newest first."""

    project: Project
    stage: StageOn | None
    updates: list[ProjectUpdate] = field(default_factory=list)

    @property
    def stage_code(self) -> str:
        return self.stage.stage if self.stage else UNRECORDED

    @property
    def stage_update(self) -> ProjectUpdate | None:
        """The update that the stage rests on."""
        key = self.stage.news.key if self.stage else None
        return next((u for u in self.updates if u.pk == key), None)

    @property
    def latest(self) -> ProjectUpdate | None:
        return self.updates[0] if self.updates else None

    @property
    def last_known_on(self) -> date | None:
        """The day on which the last news of it became known, plans among them."""
        return max((u.known_on for u in self.updates), default=None)

    @property
    def nothing_since(self) -> bool:
        """Whether the update that the stage rests on is also the last thing that happened or became known."""
        update = self.stage_update
        return update is not None and not any(
            u.known_on > update.known_on or (u.period_end > update.period_end and u.kind != NewsKind.FORECAST)
            for u in self.updates
        )

    @property
    def total_investment(self) -> ProjectUpdate | None:
        """The update that last announced the size of the whole."""
        whole = (u for u in self.updates if u.amount_kind == AmountKind.TOTAL_INVESTMENT and not u.part)
        return next(whole, None)

    def reached(self, stage: str) -> ProjectUpdate | None:
        """The first update that names this stage for the whole project."""
        named = [u for u in self.updates if u.stage == stage and not u.part and u.source_id]
        return min(named, key=lambda u: (u.period_end, u.pk), default=None)

    def reached_in_part(self, stage: str) -> list[ProjectUpdate]:
        """For each part of which an update names this stage, the first such update; oldest first."""
        named = sorted((u for u in self.updates if u.stage == stage and u.part), key=lambda u: (u.period_end, u.pk))
        first = {}
        for update in named:
            first.setdefault(update.part, update)
        return list(first.values())


def project_line(project: Project, updates: list[ProjectUpdate]) -> ProjectLine:
    """The line of a project from the updates that speak for it, newest first."""
    news = [news_of(u) for u in updates if u.stage and u.source and u.source.reliability in CARRIES_STANDING]
    return ProjectLine(project, stage_on(news), updates)


def projects_known(moment: Moment) -> QuerySet[Project]:
    return Project.objects.as_of(moment.known_by).select_related("park", "source")


def project_lines(projects: Iterable[Project], moment: Moment) -> list[ProjectLine]:
    """The lines of these projects, in their order; one query for all their news."""
    rows = list(projects)
    updates: dict[int, list[ProjectUpdate]] = defaultdict(list)
    told = (
        ProjectUpdate.objects.standing_as_of(moment.known_by)
        .filter(happened_by(moment.on, moment.known_by), project__in=[p.pk for p in rows])
        .select_related("source", "unit", "invested_unit")
        .order_by("-period_end", "-known_on", "-id")
    )
    for update in told:
        updates[update.project_id].append(update)
    return [project_line(project, updates[project.pk]) for project in rows]


def by_stage(lines: Iterable[ProjectLine]) -> dict[str, list[ProjectLine]]:
    """Lines under every stage of the track, the stages aside where they occur, and last those without a record."""
    columns: dict[str, list[ProjectLine]] = {str(stage): [] for stage in TRACK}
    aside: dict[str, list[ProjectLine]] = {str(Stage.SUSPENDED): [], str(Stage.CANCELLED): [], UNRECORDED: []}
    for line in lines:
        (columns if line.stage_code in columns else aside)[line.stage_code].append(line)
    return {**columns, **{code: rows for code, rows in aside.items() if rows or code == UNRECORDED}}


def ordered_projects(lines: Iterable[ProjectLine], order: str) -> list[ProjectLine]:
    """Lines by stage (furthest first, none last), by park, by start (newest first) or by latest news."""
    places = {UNRECORDED: len(Stage), **{str(stage): place for place, stage in enumerate((*reversed(TRACK), *ASIDE))}}

    def by_park(line: ProjectLine):
        return (line.project.park.number, line.project.code)

    def latest_start_first(line: ProjectLine) -> int:
        update = line.reached(Stage.STARTED)
        return -update.period_end.toordinal() if update else 0

    keys = {
        "stage": lambda line: (places[line.stage_code], *by_park(line)),
        "park": by_park,
        "started": lambda line: (latest_start_first(line), *by_park(line)),
        "news": lambda line: (-(line.last_known_on or date.min).toordinal(), *by_park(line)),
    }
    return sorted(lines, key=keys[order])


def retirements(moment: Moment) -> QuerySet[Retirement]:
    """Retirements in force; one happens on the day on which it is known."""
    return Retirement.objects.as_of(moment.known_by).filter(known_on__lte=moment.on).select_related("source")
