"""A small world for tests: every noun of the register with valid defaults, written straight into the database.

Rows with two clocks are published and known since 2022-08-12 unless a test says otherwise; `known_on=None` makes a
draft of a report. Every field can be given by name, dates as date or as "2022-08-31", figures as anything that Decimal
reads. Whatever a row belongs to and is not given is the first one of its kind, or is made. Codes count up. These rows
pass no verb: they leave no act and no ledger, and the maintained columns stay as they are; ask
`parks.changes.projections.project_everything` where a test reads them.
"""

from datetime import date
from decimal import Decimal

from django.db import models

from parks.models import (
    Dimension,
    Excuse,
    Goal,
    GoalRelatedSeries,
    GoalUpdate,
    Indicator,
    Membership,
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
    User,
)
from parks.rules.choices import Role, State

KNOWN = date(2022, 8, 12)
PASSWORD = "correct horse battery"


def _plain(model: type[models.Model], fields: dict) -> dict:
    """Fields as the model keeps them: dates from texts, Decimals from numbers."""
    plain = {}
    for name, value in fields.items():
        kind = model._meta.get_field(name)
        if isinstance(kind, models.DateField) and isinstance(value, str):
            value = date.fromisoformat(value)
        elif isinstance(kind, models.DecimalField) and value is not None:
            value = Decimal(str(value))
        plain[name] = value
    return plain


def _made(model: type[models.Model], given: dict, **defaults) -> models.Model:
    row = model(**_plain(model, defaults | given))
    row.save(force_insert=True)
    return row


def _next(model: type[models.Model]) -> int:
    return (model._base_manager.order_by("-pk").values_list("pk", flat=True).first() or 0) + 1


def _dated(given: dict) -> dict:
    """The clocks of a dated row; a day of withdrawal needs a reason."""
    return {"known_on": KNOWN} | ({"withdrawn_reason": "样例理由"} if given.get("withdrawn_on") else {})


def _report(given: dict) -> dict:
    """The clocks and the state of a report, by the days given, and a reason where it corrects another."""
    clocks = _dated(given)
    known, withdrawn = {**clocks, **given}["known_on"], given.get("withdrawn_on")
    state = State.WITHDRAWN if withdrawn else State.PUBLISHED if known else State.DRAFT
    return {**clocks, "state": state, "supersede_reason": "样例更正" if given.get("supersedes") else ""}


def _span(given: dict, start: str, end: str) -> dict:
    """A period; of a row that is given only one end, the day of that end."""
    if "period_end" in given or "period_start" in given:
        one = given.get("period_end", given.get("period_start"))
        return {"period_start": one, "period_end": one}
    return {"period_start": start, "period_end": end}


# ---- shared nouns ----


def make_unit(**given) -> Unit:
    """亿元 unless said otherwise; the one there is, if its code exists already."""
    code = given.get("code", "yi-yuan")
    found = Unit.objects.filter(code=code).first()
    return found or _made(
        Unit, given, code=code, symbol="亿元", symbol_en="100m yuan", quantity="money", factor="100000000"
    )


def make_count_unit(**given) -> Unit:
    return make_unit(**{"code": "jia", "symbol": "家", "symbol_en": "firms", "quantity": "count", "factor": 1} | given)


def make_dimension(**given) -> Dimension:
    n = _next(Dimension)
    return _made(Dimension, given, code=f"dimension-{n}", name=f"样例维度{n}", name_en=f"Sample aspect {n}", order=n)


def make_source(**given) -> Source:
    """A government document of grade A."""
    n = _next(Source)
    return _made(
        Source,
        given,
        code=f"source-{n}",
        kind="government",
        title=f"样例文件{n}",
        title_en=f"Sample document {n}",
        publisher="样例局",
        publisher_en="Sample bureau",
        published_on=KNOWN,
        url=f"https://example.org/{n}/",
        reliability="high",
    )


def make_indicator(**given) -> Indicator:
    """A flow of money, higher being better."""
    n = _next(Indicator)
    unit = given.get("unit") or make_unit()
    return _made(
        Indicator,
        given,
        code=f"indicator-{n}",
        name=f"样例收入{n}",
        name_en=f"Sample revenue {n}",
        quantity=unit.quantity,
        nature="flow",
        unit=unit,
    )


def make_rule(**given) -> StatusRule:
    """The default thresholds, in force from the beginning."""
    n = _next(StatusRule)
    defaults = {"number": n, "name": f"样例规则{n}", "name_en": f"Sample rule {n}"}
    return _made(StatusRule, given, **defaults, is_adopted=True, effective_on="1900-01-01", known_on="1900-01-01")


# ---- parks ----


def make_park(**given) -> Park:
    n = _next(Park)
    return _made(
        Park,
        given,
        code=f"park-{n}",
        number=n,
        name=f"样例园区{n}",
        name_en=f"Sample Park {n}",
        short_name=f"样例{n}",
        short_name_en=f"Sample {n}",
        district="样例区",
        district_en="Sample district",
        source=given.get("source") or Source.objects.first() or make_source(),
    )


def make_industry(**given) -> ParkIndustry:
    n = _next(ParkIndustry)
    names = {"name": f"样例产业{n}", "name_en": f"Sample industry {n}"}
    return _made(ParkIndustry, given, park=_park(given), role="lead", order=n, **names)


def make_event(**given) -> ParkEvent:
    """A park named national level; `kind="founded"` and others leave the level empty."""
    n = _next(ParkEvent)
    level = "national" if given.get("kind", "level") == "level" else ""
    return _made(
        ParkEvent,
        given,
        ref=f"event-{n}",
        park=_park(given),
        kind="level",
        level=level,
        title=f"样例大事{n}",
        title_en=f"Sample event {n}",
        source=_source(given),
        **_span(given, "2014-05-01", "2014-05-01"),
        **_dated(given),
    )


def make_series(**given) -> Series:
    """Year-to-date values of a flow of money, of the park itself."""
    n = _next(Series)
    park = _park(given)
    return _made(
        Series,
        given,
        code=f"series-{n}",
        indicator=given.get("indicator") or Indicator.objects.first() or make_indicator(),
        park=park,
        entity=park.name,
        entity_en=park.name_en,
        title=f"样例收入{n}",
        title_en=f"Sample revenue {n}",
        accumulation="year_to_date",
    )


# ---- goals ----


def make_goal(*, target: str | int | None = None, comparator: str = "at_least", **given) -> Goal:
    """A goal of the year 2022. With `target` it has a series of its own (a flow of 亿元) and that target."""
    n = _next(Goal)
    park = _park(given)
    if target is not None and "series" not in given:
        given["series"] = make_series(park=park)
    goal = _made(
        Goal,
        given,
        code=f"goal-{n}",
        park=park,
        dimension=given.get("dimension") or Dimension.objects.first() or make_dimension(),
        title=f"样例目标{n}",
        title_en=f"Sample goal {n}",
        source=_source(given),
        starts_on="2022-01-01",
        due_on="2022-12-31",
        **_dated(given),
    )
    if target is not None:
        clocks = {"known_on": goal.known_on}
        make_target(goal=goal, value=target, comparator=comparator, unit=goal.series.indicator.unit, **clocks)
    return goal


def make_target(**given) -> Target:
    """The original target; a further one of the same goal is a revision with a reason."""
    goal = given.get("goal") or Goal.objects.first() or make_goal()
    number = goal.targets.count() + 1
    return _made(
        Target,
        given,
        goal=goal,
        number=number,
        value=580,
        unit=given.get("unit") or make_unit(),
        reason="" if number == 1 else "样例理由",
        source=_source(given),
        **_dated(given),
    )


def make_planned_value(**given) -> PlannedValue:
    return _made(
        PlannedValue,
        given,
        goal=given.get("goal") or Goal.objects.first() or make_goal(target=580),
        planned_on="2022-06-30",
        value=290,
        unit=given.get("unit") or make_unit(),
        source=_source(given),
        **_dated(given),
    )


def make_related(**given) -> GoalRelatedSeries:
    return _made(
        GoalRelatedSeries,
        given,
        goal=given.get("goal") or Goal.objects.first() or make_goal(),
        series=given.get("series") or make_series(),
        reason="样例口径不同",
        reason_en="Sample: another basis",
    )


def make_observation(**given) -> Observation:
    """290.61 亿元 for January to June 2022, published."""
    n = _next(Observation)
    series = given.get("series") or Series.objects.first() or make_series()
    return _made(
        Observation,
        given,
        ref=f"observation-{n}",
        series=series,
        value="290.61",
        unit=given.get("unit") or series.indicator.unit,
        source=_source(given),
        **_span(given, "2022-01-01", "2022-06-30"),
        **_report(given),
    )


def make_goal_update(**given) -> GoalUpdate:
    """Plain news; a judgement of reached or not reached gets grounds."""
    n = _next(GoalUpdate)
    return _made(
        GoalUpdate,
        given,
        ref=f"goal-update-{n}",
        goal=given.get("goal") or Goal.objects.first() or make_goal(),
        title=f"样例目标进展{n}",
        title_en=f"Sample news of a goal {n}",
        reason="样例依据" if given.get("judgement") in ("reached", "not_reached") else "",
        source=_source(given),
        **_span(given, "2022-05-20", "2022-05-20"),
        **_report(given),
    )


def make_milestone(**given) -> Milestone:
    """Of a goal, or of the project that is given."""
    n = _next(Milestone)
    owner = {} if given.get("project") else {"goal": given.get("goal") or Goal.objects.first() or make_goal()}
    return _made(
        Milestone,
        given,
        code=f"milestone-{n}",
        title=f"样例节点{n}",
        title_en=f"Sample milestone {n}",
        order=n,
        source=_source(given),
        **owner,
        **_dated(given),
    )


# ---- projects ----


def make_project(**given) -> Project:
    n = _next(Project)
    return _made(
        Project,
        given,
        code=f"project-{n}",
        park=_park(given),
        name=f"样例项目{n}",
        name_en=f"Sample project {n}",
        source=_source(given),
        **_dated(given),
    )


def make_update(**given) -> ProjectUpdate:
    """A project under construction."""
    n = _next(ProjectUpdate)
    return _made(
        ProjectUpdate,
        given,
        ref=f"update-{n}",
        project=given.get("project") or Project.objects.first() or make_project(),
        title=f"样例进展{n}",
        title_en=f"Sample news {n}",
        stage="building",
        source=_source(given),
        **_span(given, "2022-05-10", "2022-05-10"),
        **_report(given),
    )


# ---- decisions and people ----


def make_excuse(**given) -> Excuse:
    """Of a goal, or of the project that is given."""
    owner = {} if given.get("project") else {"goal": given.get("goal") or Goal.objects.first() or make_goal()}
    return _made(Excuse, given, until="2023-06-30", reason="样例缓期", **owner, **_dated(given))


def make_retirement(**given) -> Retirement:
    """Of a goal, or of the project that is given."""
    owner = {} if given.get("project") else {"goal": given.get("goal") or Goal.objects.first() or make_goal()}
    return _made(Retirement, given, reason="样例退出", **owner, **_dated(given))


def make_user(role: str | None = Role.REPORTER, park: Park | None = None, **given) -> User:
    """Someone of the staff with one role, for one park or for all; the password is `PASSWORD`."""
    user = User(**{"username": f"user-{_next(User)}", "is_staff": True} | given)
    user.set_password(PASSWORD)
    user.save()
    if role:
        Membership.objects.create(user=user, park=park, role=role)
    return user


def _park(given: dict) -> Park:
    return given.get("park") or Park.objects.first() or make_park()


def _source(given: dict) -> Source | None:
    if "source" in given:
        return given["source"]
    return Source.objects.first() or make_source()
