"""The maintained columns: written here alone, by the verbs that publish, and proved by computing them anew."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from django.db import models, transaction
from django.db.models import Count, F, Max, Q

from parks.models import (
    Goal,
    GoalUpdate,
    Observation,
    Park,
    ParkEvent,
    Project,
    ProjectUpdate,
    Register,
    Retirement,
)
from parks.models.facts import facts_of_goals, rule_in_force, standings_of
from parks.models.goal import MAINTAINED as GOAL_COLUMNS
from parks.models.project import MAINTAINED as PROJECT_COLUMNS
from parks.models.stages import stages_of

from .ledger import guarded_models, locked_register

MILLIONTH = Decimal("0.000001")
PARK_COLUMNS = ["goal_count", "project_count", "last_known_on"]


def _rounded(share: Decimal | None) -> Decimal | None:
    """Kept for filters and slips; a share beyond a thousandfold is drawn as one anyway."""
    if share is None:
        return None
    return min(max(share, Decimal(-1000)), Decimal(1000)).quantize(MILLIONTH)


def _goal_columns(goals: list[Goal], on: date) -> Iterator[Goal]:
    """The goals with their maintained columns as they should be on `on`."""
    facts = facts_of_goals([goal.pk for goal in goals], on, on)
    standings = standings_of(goals, on, rule_in_force(on, on), facts)
    for goal in goals:
        standing, known = standings[goal.pk], facts.get(goal.pk)
        goal.current_target_id = known.target.row if known and known.target else None
        goal.current_due_on = standing.due_on
        goal.latest_observation_id = standing.value.keys[-1] if standing.value else None
        goal.standing = standing.code
        goal.standing_detail = standing.detail
        goal.freshness = standing.freshness
        goal.share = _rounded(standing.share)
        goal.expected_share = _rounded(standing.path.expected_share) if standing.path else None
        goal.standing_on = on
        goal.standing_until = standing.until
        goal.last_news_on = standing.last_news_on
        goal.retired_on = known.retired_on if known else None
        yield goal


def refresh_goals(goals: models.QuerySet, on: date) -> int:
    """Compute standings and latest values of these goals anew; returns how many."""
    rows = list(_goal_columns(list(goals.filter(known_on__isnull=False).select_related("series__indicator")), on))
    Goal.objects.bulk_update(rows, GOAL_COLUMNS, batch_size=200)
    return len(rows)


def _project_columns(projects: list[Project], on: date) -> Iterator[Project]:
    stages = stages_of([p.pk for p in projects], on, on)
    news = dict(
        ProjectUpdate.objects.standing_as_of(on)
        .filter(project__in=projects)
        .values_list("project")
        .annotate(last=Max("known_on"))
        .order_by()
    )
    retirements = Retirement.objects.as_of(on).filter(project__in=projects)
    retired = dict(retirements.values_list("project", "known_on").order_by("known_on"))
    for project in projects:
        stage = stages.get(project.pk)
        project.stage = stage.stage if stage else ""
        project.stage_capped = bool(stage and stage.capped)
        project.stage_on = stage.news.happened_on if stage else None
        project.stage_update_id = stage.news.key if stage else None
        project.last_news_on = news.get(project.pk)
        project.retired_on = retired.get(project.pk)
        yield project


def refresh_projects(projects: models.QuerySet, on: date) -> int:
    """Compute stages and last news of these projects anew; returns how many."""
    rows = list(_project_columns(list(projects.filter(known_on__isnull=False)), on))
    Project.objects.bulk_update(rows, PROJECT_COLUMNS, batch_size=200)
    return len(rows)


def _last_entries(parks: Iterable[int], on: date) -> dict[int, date]:
    last: dict[int, date] = {}
    for rows, park in (
        (Observation.objects, "series__park"),
        (ProjectUpdate.objects, "project__park"),
        (GoalUpdate.objects, "goal__park"),
        (ParkEvent.objects, "park"),
        (Goal.objects, "park"),
        (Project.objects, "park"),
    ):
        counted = rows.as_of(on).filter(**{f"{park}__in": parks}).order_by().values_list(park)
        for key, day in counted.annotate(last=Max("known_on")):
            last[key] = max(day, last.get(key, day))
    return last


def _park_columns(parks: list[Park], on: date) -> Iterator[Park]:
    keys = [park.pk for park in parks]
    counted = {
        name: dict(
            model.objects.as_of(on)
            .filter(park__in=keys)
            .order_by()
            .values_list("park")
            .annotate(n=Count("pk", filter=Q(retired_on__isnull=True)))
        )
        for name, model in (("goal_count", Goal), ("project_count", Project))
    }
    last = _last_entries(keys, on)
    for park in parks:
        park.goal_count = counted["goal_count"].get(park.pk, 0)
        park.project_count = counted["project_count"].get(park.pk, 0)
        park.last_known_on = last.get(park.pk)
        yield park


def refresh_parks(parks: models.QuerySet, on: date) -> int:
    rows = list(_park_columns(list(parks), on))
    Park.objects.bulk_update(rows, PARK_COLUMNS, batch_size=500)
    return len(rows)


def refresh_due(on: date) -> int:
    """Standings change without any write on days known beforehand: refresh those whose day has passed."""
    passed = Goal.objects.filter(known_on__isnull=False).filter(
        Q(standing_until__lt=on) | Q(standing_on__gt=on) | Q(standing_on__isnull=True)
    )
    if not passed.exists():
        return 0
    with transaction.atomic():
        register = locked_register()
        count = refresh_goals(passed, on)  # none, where another process was quicker
        if count:
            bump(register)
        return count


def bump(register: Register) -> None:
    """One more version of what the public sees; page caches compare it."""
    Register.objects.filter(pk=register.pk).update(content_version=F("content_version") + 1)
    register.refresh_from_db(fields=["content_version"])


def touch() -> None:
    """After an edit of descriptive fields: nothing derived changes, only the version."""
    with transaction.atomic():
        bump(locked_register())


def project_everything(register: Register, on: date) -> None:
    """Refresh every maintained column; for the first load and for repairs."""
    refresh_goals(Goal.objects.all(), on)
    refresh_projects(Project.objects.all(), on)
    refresh_parks(Park.objects.all(), on)
    register.last_known_on = _last_day()
    register.save(update_fields=["last_known_on"])


def _last_day() -> date | None:
    """The last day on which anything became known or was withdrawn."""
    days: list[date] = []
    for model in guarded_models():
        days += filter(None, model._base_manager.aggregate(a=Max("known_on"), b=Max("withdrawn_on")).values())
    return max(days, default=None)


def differences(on: date) -> Iterator[str]:
    """What the maintained columns say otherwise than the facts, one sentence each.

    A standing whose last day has passed is held against the day for which it was told: it is due to be told anew.
    """
    goals: dict[date, list[Goal]] = {}
    for goal in Goal.objects.filter(known_on__isnull=False).select_related("series__indicator"):
        holds = goal.standing_on is None or goal.standing_on <= on <= (goal.standing_until or on)
        goals.setdefault(on if holds else goal.standing_on, []).append(goal)
    for day, rows in sorted(goals.items()):
        yield from _differing("goal", rows, _goal_columns, GOAL_COLUMNS, day)
    projects = list(Project.objects.filter(known_on__isnull=False))
    yield from _differing("project", projects, _project_columns, PROJECT_COLUMNS, on)
    yield from _differing("park", list(Park.objects.all()), _park_columns, PARK_COLUMNS, on)
    kept, last = Register.objects.filter(pk=1).values_list("last_known_on", flat=True).first(), _last_day()
    if kept != last:
        yield f"register: last_known_on is {kept!r} and should be {last!r}."


def _differing(label: str, rows: list, anew: Callable, columns: list[str], on: date) -> Iterator[str]:
    if not rows:
        return
    names = [rows[0]._meta.get_field(name).attname for name in columns if name != "standing_on"]
    before = {row.pk: {name: getattr(row, name) for name in names} for row in rows}
    for row in anew(rows, on):
        for name, was in before[row.pk].items():
            if was != getattr(row, name):
                yield f"{label} {row.code}: {name} is {was!r} and should be {getattr(row, name)!r}."
