"""Projects with their stage on a day: a list, in two queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from parks.models import Project, ProjectUpdate, Retirement
from parks.models.facts import CARRIES_STANDING, happened_by
from parks.models.stages import news_of
from parks.rules.choices import AmountKind, Stage
from parks.rules.stages import TRACK, StageOn, stage_on

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
    def total_investment(self) -> ProjectUpdate | None:
        """The update that last announced the size of the whole."""
        whole = (u for u in self.updates if u.amount_kind == AmountKind.TOTAL_INVESTMENT and not u.part)
        return next(whole, None)

    def reached(self, stage: str) -> ProjectUpdate | None:
        """The first update that names this stage for the whole project."""
        named = [u for u in self.updates if u.stage == stage and not u.part and u.source_id]
        return min(named, key=lambda u: (u.period_end, u.pk), default=None)


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
    lines = []
    for project in rows:
        news = [
            news_of(u)
            for u in updates[project.pk]
            if u.stage and u.source and u.source.reliability in CARRIES_STANDING
        ]
        lines.append(ProjectLine(project, stage_on(news), updates[project.pk]))
    return lines


def by_stage(lines: Iterable[ProjectLine]) -> dict[str, list[ProjectLine]]:
    """Lines under every stage of the track, the stages aside where they occur, and last those without a record."""
    columns: dict[str, list[ProjectLine]] = {str(stage): [] for stage in TRACK}
    aside: dict[str, list[ProjectLine]] = {str(Stage.SUSPENDED): [], str(Stage.CANCELLED): [], UNRECORDED: []}
    for line in lines:
        (columns if line.stage_code in columns else aside)[line.stage_code].append(line)
    return {**columns, **{code: rows for code, rows in aside.items() if rows or code == UNRECORDED}}


def retirements(moment: Moment) -> QuerySet[Retirement]:
    return Retirement.objects.as_of(moment.known_by).select_related("source")
