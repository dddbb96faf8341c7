"""Whole small registers for the laws: one row or sixty of every noun, with texts of one's choice in every field."""

from collections.abc import Callable

from django.db import models
from django.utils import timezone

from parks.changes.ledger import locked_register
from parks.changes.projections import project_everything
from parks.models import (
    Dimension,
    Excuse,
    Goal,
    GoalRelatedSeries,
    GoalUpdate,
    Indicator,
    Milestone,
    Observation,
    Park,
    ParkEvent,
    ParkIndustry,
    PlannedValue,
    Project,
    ProjectUpdate,
    Retirement,
    Series,
    Source,
    StatusRule,
    Target,
    Unit,
)
from tests import world
from tests.house.addresses import Address

Texts = Callable[[type[models.Model]], dict[str, str]]


def own_words(model: type[models.Model]) -> dict[str, str]:
    """No texts beside those of tests.world."""
    return {}


def every_text(text: str) -> Texts:
    """`text` in every free text of a model, cut to what the column holds; addresses and codes stay as they are."""

    def texts(model: type[models.Model]) -> dict[str, str]:
        found = {}
        for field in model._meta.concrete_fields:
            fixed = field.choices or isinstance(field, (models.SlugField, models.URLField))
            if isinstance(field, (models.CharField, models.TextField)) and not fixed and field.name != "ref":
                found[field.name] = text[: field.max_length] if field.max_length else text
        return found

    return texts


def build(rows: int = 1, texts: Texts = own_words) -> None:
    """Add `rows` of every noun, and to the first of each as many rows of what belongs to it."""
    world.make_unit(**texts(Unit))
    if not StatusRule.objects.exists():
        world.make_rule(**texts(StatusRule))
    if not Dimension.objects.exists():
        world.make_dimension(**texts(Dimension))
    for _ in range(rows):
        _one_of_each(texts)
        _more_of_the_first(texts)
    project_everything(locked_register(), timezone.localdate())


def _one_of_each(texts: Texts) -> None:
    """A source, and a park of its own with everything that a park can have."""
    source = world.make_source(**texts(Source))
    park = world.make_park(source=source, **texts(Park))
    of = {"source": source}
    world.make_industry(park=park, **texts(ParkIndustry))
    world.make_event(park=park, **of, **texts(ParkEvent))
    world.make_event(park=park, kind="founded", **of, **texts(ParkEvent))

    indicator = world.make_indicator(**texts(Indicator))
    own, beside = (world.make_series(park=park, indicator=indicator, **texts(Series)) for _ in range(2))
    goal = world.make_goal(park=park, series=own, **of, **texts(Goal))
    world.make_target(goal=goal, **of, **texts(Target))
    world.make_target(goal=goal, value=600, known_on="2022-08-20", **of, **texts(Target) | {"reason": "样例理由"})
    world.make_planned_value(goal=goal, **of, **texts(PlannedValue))
    world.make_related(goal=goal, series=beside, **texts(GoalRelatedSeries))
    first = world.make_observation(series=own, **of, **texts(Observation))
    why = texts(Observation) | {"supersede_reason": texts(Observation).get("supersede_reason", "样例更正")}
    world.make_observation(series=own, value="291", supersedes=first, known_on="2022-08-25", **of, **why)
    world.make_observation(series=beside, **of, **texts(Observation))
    gone = texts(Observation) | {"withdrawn_reason": "样例理由"}
    world.make_observation(series=beside, withdrawn_on="2022-08-28", **of, **gone)

    plain = world.make_goal(park=park, **of, **texts(Goal))
    milestone = world.make_milestone(goal=plain, **of, **texts(Milestone))
    world.make_milestone(goal=plain, planned_on="2022-12-01", **of, **texts(Milestone))
    world.make_goal_update(goal=plain, milestone=milestone, **of, **texts(GoalUpdate))
    judged = world.make_goal(park=park, **of, **texts(Goal))
    grounds = texts(GoalUpdate) | {"reason": texts(GoalUpdate).get("reason", "样例依据")}
    world.make_goal_update(goal=judged, judgement="reached", **of, **grounds)
    retired = world.make_goal(park=park, **of, **texts(Goal))
    world.make_retirement(goal=retired, **texts(Retirement))
    world.make_excuse(goal=goal, **texts(Excuse))

    project = world.make_project(park=park, planned_finish="2022-06-30", **of, **texts(Project))
    project.goals.add(goal, plain)
    done = world.make_milestone(project=project, **of, **texts(Milestone))
    amount = {"amount_kind": "total_investment", "value": 12, "unit": world.make_unit()}
    whole = texts(ProjectUpdate) | {"part": "", "part_en": ""}
    world.make_update(project=project, milestone=done, stage="started", period_end="2021-03-01", **of, **whole)
    world.make_update(project=project, **amount, **of, **whole)
    world.make_update(project=project, stage="completed", period_end="2022-07-01", **of, **texts(ProjectUpdate))


def _more_of_the_first(texts: Texts) -> None:
    """More of whatever the first goal, project, park, indicator and source have."""
    source, park, indicator = (model.objects.order_by("pk").first() for model in (Source, Park, Indicator))
    goal, plain = Goal.objects.order_by("pk")[:2]
    project = Project.objects.order_by("pk").first()
    number = Observation.objects.count()
    period = {"period_start": f"{1900 + number % 100}-01-01", "period_end": f"{1900 + number % 100}-12-31"}
    of = {"source": source}
    world.make_observation(series=goal.series, **period, **of, **texts(Observation))
    beside = world.make_series(park=park, indicator=indicator, **texts(Series))
    world.make_related(goal=goal, series=beside, **texts(GoalRelatedSeries))
    world.make_observation(series=beside, **of, **texts(Observation))
    milestone = world.make_milestone(goal=plain, **of, **texts(Milestone))
    world.make_goal_update(goal=plain, milestone=milestone, **of, **texts(GoalUpdate))
    world.make_update(project=project, **of, **texts(ProjectUpdate))
    world.make_event(park=park, kind="award", **of, **texts(ParkEvent))
    another = world.make_goal(park=park, series=goal.series, **of, **texts(Goal))
    world.make_target(goal=another, **of, **texts(Target))
    project.goals.add(another)
    other = world.make_project(park=park, **of, **texts(Project))
    other.goals.add(goal)


def first_rows() -> list[Address]:
    """The page of the first row of every noun, and of the first goal without a number."""
    models_ = {"park": Park, "goal": Goal, "project": Project, "indicator": Indicator, "source": Source}
    firsts = [Address(name, model.objects.order_by("pk").first().code) for name, model in models_.items()]
    return [*firsts, Address("goal", Goal.objects.filter(series__isnull=True).order_by("pk").first().code)]
