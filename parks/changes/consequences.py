"""What follows from an act: goals, projects and parks whose maintained columns it moves, and the content version."""

from datetime import date

from django.db import models
from django.db.models import Q

from parks.models import Goal, Observation, Park, Project, Register, StatusRule

from .projections import bump, refresh_goals, refresh_parks, refresh_projects


def _touched(row: models.Model) -> tuple[Q | None, Q | None, Q | None]:
    """(goals, projects, parks) that a row bears on; None: none of them."""
    if isinstance(row, StatusRule):
        return Q(), None, None
    if isinstance(row, Observation):
        return Q(series=row.series_id), None, Q(series=row.series_id)
    if isinstance(row, Goal):
        return Q(pk=row.pk), None, Q(pk=row.park_id)
    if isinstance(row, Project):
        return None, Q(pk=row.pk), Q(pk=row.park_id)
    goal, project = getattr(row, "goal_id", None), getattr(row, "project_id", None)
    if goal:
        return Q(pk=goal), None, Q(goals=goal)
    if project:
        return None, Q(pk=project), Q(projects=project)
    return None, None, Q(pk=row.park_id)


def follow(*, register: Register, row: models.Model, on: date) -> None:
    """Bring the maintained columns and the content version up to date after an act on `row`."""
    goals, projects, parks = _touched(row)
    if goals is not None:
        refresh_goals(Goal.objects.filter(goals), on)
    if projects is not None:
        refresh_projects(Project.objects.filter(projects), on)
    if parks is not None:
        refresh_parks(Park.objects.filter(parks).distinct(), on)
    register.last_known_on = max(on, register.last_known_on or on)
    register.save(update_fields=["last_known_on"])
    bump(register)
