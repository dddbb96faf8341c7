"""One project on a day: its stage, everything ever told of it, its milestones and the goals it serves."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import OuterRef, Subquery

from parks.models import Milestone, Project, ProjectUpdate
from parks.models.facts import Step

from .goals import GoalLine, goal_lines, goals_known
from .moment import Moment
from .projects import ProjectLine, project_line, projects_known, retirements
from .register import RegisterState


@dataclass(frozen=True, slots=True)
class Entry:
    """An update as it stood on the day: it speaks, or it was replaced by a later one, or it was withdrawn."""

    update: ProjectUpdate
    replaced_by: ProjectUpdate | None = None
    withdrawn: bool = False

    @property
    def speaks(self) -> bool:
        return self.replaced_by is None and not self.withdrawn


@dataclass(frozen=True, slots=True)
class ProjectHistory:
    """A project with all that was known of it; `entries` newest first, replaced and withdrawn ones among them."""

    line: ProjectLine
    entries: list[Entry]
    milestones: list[Step]
    goals: list[GoalLine]
    retired_on: date | None
    retired_reason: tuple[str, str]

    @property
    def project(self) -> Project:
        return self.line.project


def project_history(code: str, moment: Moment, state: RegisterState) -> ProjectHistory | None:
    """The project of this code, or None where none was known by then. Five queries at most."""
    retired = retirements(moment).filter(project=OuterRef("pk")).order_by("-known_on", "-id")
    project = (
        projects_known(moment)
        .annotate(
            end_on=Subquery(retired.values("known_on")[:1]),
            end_reason=Subquery(retired.values("reason")[:1]),
            end_reason_en=Subquery(retired.values("reason_en")[:1]),
        )
        .filter(code=code)
        .first()
    )
    if project is None:
        return None
    entries = _entries(project, moment)
    speaking = [entry.update for entry in entries if entry.speaks]
    return ProjectHistory(
        line=project_line(project, speaking),
        entries=entries,
        milestones=_milestones(project, moment, speaking),
        goals=goal_lines(goals_known(moment).filter(projects=project), moment, state),
        retired_on=project.end_on,
        retired_reason=(project.end_reason or "", project.end_reason_en or ""),
    )


def _entries(project: Project, moment: Moment) -> list[Entry]:
    """Every published update known by then, newest first; a correction that moves an event past the day still rules."""
    told = list(
        ProjectUpdate.objects.published()
        .filter(project=project, known_on__lte=moment.known_by)
        .select_related("source", "unit", "invested_unit")
        .order_by("-period_end", "-known_on", "-id")
    )
    withdrawn = {u.pk for u in told if u.withdrawn_on and u.withdrawn_on <= moment.known_by}
    correctors = {u.supersedes_id: u for u in told if u.supersedes_id and u.pk not in withdrawn}
    entries = [Entry(update, correctors.get(update.pk), update.pk in withdrawn) for update in told]
    return [entry for entry in entries if not moment.with_hindsight or entry.update.period_end <= moment.on]


def _milestones(project: Project, moment: Moment, speaking: list[ProjectUpdate]) -> list[Step]:
    done: dict[int, date] = {}
    for update in reversed(speaking):
        if update.milestone_id:
            done.setdefault(update.milestone_id, update.period_end)
    steps = [
        Step(row.pk, row.title, row.title_en, row.planned_on, row.order)
        for row in Milestone.objects.as_of(moment.known_by).filter(project=project)
    ]
    return [replace(step, done_on=done.get(step.row)) for step in steps]
