"""A small world for the admin: one park with a goal, a project and a row of every other noun, and its people."""

import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.db import models, transaction
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from parks.changes.decisions import decide, propose
from parks.changes.entries import enter
from parks.changes.reports import publish_report, submit_report
from parks.models import (
    Dimension,
    Excuse,
    Goal,
    GoalRelatedSeries,
    GoalUpdate,
    Indicator,
    LedgerEntry,
    Membership,
    Milestone,
    Observation,
    Park,
    ParkEvent,
    ParkIndustry,
    PlannedValue,
    Project,
    ProjectUpdate,
    Register,
    Retirement,
    Review,
    Series,
    Source,
    StatusRule,
    Target,
    Unit,
    User,
)
from parks.rules.choices import Role


def make(model: type[models.Model], **fields) -> models.Model:
    row = model(**fields)
    row.full_clean()
    row.save()
    return row


def make_person(name: str, role: str | None = None, park: Park | None = None, *, superuser: bool = False) -> User:
    person = User(username=name, is_staff=True, is_superuser=superuser)
    person.set_password("correct horse battery")
    person.save()
    if role:
        make(Membership, user=person, role=role, park=park)
    return person


def make_observation(world: "World", year: int = 2022, **fields) -> Observation:
    """A draft of the park's reporter."""
    defaults = {
        "series": world.series,
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "value": Decimal("40"),
        "unit": world.unit,
        "source": world.source,
        "author": world.reporter,
    }
    return make(Observation, **(defaults | fields))


@dataclass
class World:
    """What the tests reach for by name; `rows` has one row of every registered noun."""

    today: date
    boss: User
    reporter: User
    reviewer: User
    manager: User
    park: Park
    other_park: Park
    unit: Unit
    source: Source
    series: Series
    goal: Goal
    rows: dict[type[models.Model], models.Model]

    def content_version(self) -> int:
        return Register.objects.get().content_version

    def address(self, name: str, model: type[models.Model], *args, language: str = "zh-hans") -> str:
        with override(language):
            return reverse(f"admin:parks_{model._meta.model_name}_{name}", args=args)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The world, built once for all tests of a module and undone after the last one."""
    block = transaction.atomic()
    block._from_testcase = True  # so that a durable block inside counts as outermost, as it does in a test
    with django_db_blocker.unblock():
        block.__enter__()
        try:
            world = build_world()
        except BaseException as error:
            block.__exit__(type(error), error, error.__traceback__)
            raise
    yield world
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


@pytest.fixture
def world(built, db) -> World:
    """The world as it was built; what a test does to it is rolled back."""
    return copy.deepcopy(built)


def build_world() -> World:
    today = localdate()
    unit = make(Unit, code="yi-yuan", symbol="亿元", quantity="money", factor=Decimal(100000000))
    dimension = make(Dimension, code="industry", name="产业项目好")
    source = make(Source, code="report-2022", title="年报", published_on=date(2022, 8, 1), reliability="high")
    indicator = make(Indicator, code="revenue", name="营业收入", quantity="money", nature="flow", unit=unit)
    park = make(Park, code="east", name="东园区", source=source)
    other_park = make(Park, code="west", name="西园区")
    make(ParkIndustry, park=park, name="文化创意", role="lead")
    series = make(
        Series,
        code="east-revenue",
        indicator=indicator,
        park=park,
        entity="东园区",
        title="营业收入",
        accumulation="year_to_date",
    )
    beside = make(
        Series,
        code="east-tax",
        indicator=indicator,
        park=park,
        entity="东园区",
        title="规模企业营业收入",
        accumulation="year_to_date",
    )
    boss = make_person("boss", superuser=True)
    reporter = make_person("reporter", Role.REPORTER, park)
    reviewer = make_person("reviewer", Role.REVIEWER)
    manager = make_person("manager", Role.MANAGER)
    by = {"by": manager, "on": today}

    goal = enter(
        row=Goal(
            code="east-revenue-2022",
            park=park,
            dimension=dimension,
            title="营业收入超过580亿元",
            series=series,
            starts_on=date(2022, 1, 1),
            due_on=date(2022, 12, 31),
            source=source,
        ),
        **by,
    )
    plain_goal = enter(
        row=Goal(code="east-lab", park=park, dimension=dimension, title="建成实验室", source=source), **by
    )
    project = enter(row=Project(code="east-tower", park=park, name="东塔", source=source), **by)
    target = enter(row=Target(goal=goal, value=Decimal(580), unit=unit, comparator="over", source=source), **by)
    planned = enter(
        row=PlannedValue(goal=goal, planned_on=date(2022, 6, 30), value=Decimal(290), unit=unit, source=source), **by
    )
    milestone = enter(row=Milestone(code="east-lab-open", goal=plain_goal, title="揭牌"), **by)
    event = enter(
        row=ParkEvent(
            park=park, kind="founded", title="成立", period_start=date(2014, 1, 1), period_end=date(2014, 12, 31)
        ),
        **by,
    )
    related = make(GoalRelatedSeries, goal=goal, series=beside, reason="口径不同")
    decided = {}
    for row in (
        Excuse(goal=goal, until=date(2023, 6, 30), reason="洪水"),
        Retirement(project=project, reason="并入他处"),
        StatusRule(number=1, name="默认规则", effective_on=today),
    ):
        propose(row=row, by=manager, on=today)
        decided[type(row)] = decide(row=row, by=reviewer, on=today)

    news = {"period_start": date(2022, 9, 1), "period_end": date(2022, 9, 1), "source": source, "author": reporter}
    reports = {
        Observation: make(
            Observation,
            series=series,
            period_start=date(2022, 1, 1),
            period_end=date(2022, 6, 30),
            value=Decimal("290.61"),
            unit=unit,
            source=source,
            author=reporter,
        ),
        ProjectUpdate: make(ProjectUpdate, project=project, title="封顶", stage="building", **news),
        GoalUpdate: make(GoalUpdate, goal=plain_goal, title="揭牌", milestone=milestone, **news),
    }
    for model, row in reports.items():
        submit_report(report=row, by=reporter, on=today)
        reports[model] = publish_report(report=row, by=reviewer, on=today)

    rows = {
        User: reporter,
        Membership: reporter.memberships.get(),
        Dimension: dimension,
        Unit: unit,
        Indicator: indicator,
        Series: series,
        Source: source,
        Park: park,
        ParkEvent: event,
        Goal: goal,
        Target: target,
        PlannedValue: planned,
        GoalRelatedSeries: related,
        Milestone: milestone,
        Project: project,
        **decided,
        **reports,
        Review: Review.objects.first(),
        LedgerEntry: LedgerEntry.objects.first(),
        Register: Register.objects.get(),
    }
    return World(today, boss, reporter, reviewer, manager, park, other_park, unit, source, series, goal, rows)


@pytest.fixture
def enter_as():
    """`enter_as(person)` gives a browser in which that person has logged in."""

    def log_in(person: User) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return log_in


def form_of(page) -> dict[str, str]:
    """What a browser would send back if nothing were changed on the form of this page."""
    data = {}
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is None or value is False:
                continue
            data[bound.html_name] = "on" if value is True else value
    return data
