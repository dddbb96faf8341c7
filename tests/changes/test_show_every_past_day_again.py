"""A year of acts: what each day said at its end can be computed again on any later day."""

from datetime import date, timedelta
from decimal import Decimal

from parks.changes.decisions import decide, decline, retire, revise_target
from parks.changes.entries import withdraw_row
from parks.changes.projections import refresh_due
from parks.changes.reports import return_report
from parks.models import Excuse, Goal, Milestone, ParkEvent, PlannedValue, Project, Target
from parks.models.facts import facts_of_goals, rule_in_force, standings_of
from parks.models.stages import stages_of
from tests.changes.cast import START, Cast, day


def told_of(on: date, known_by: date | None = None) -> dict:
    """Everything that a page of that day says of goals and projects."""
    known_by = known_by or on
    goals = list(Goal.objects.as_of(known_by).select_related("series__indicator").order_by("pk"))
    facts = facts_of_goals([goal.pk for goal in goals], on, known_by)
    standings = standings_of(goals, on, rule_in_force(on, known_by), facts)
    projects = list(Project.objects.as_of(known_by).order_by("pk"))
    stages = stages_of([project.pk for project in projects], on, known_by)
    return {
        "goals": {
            goal.code: (standings[goal.pk], vars(facts[goal.pk]) if goal.pk in facts else None) for goal in goals
        },
        "projects": {project.code: stages.get(project.pk) for project in projects},
        "events": list(ParkEvent.objects.as_of(known_by).order_by("pk").values_list("ref", flat=True)),
    }


def kept_columns() -> dict:
    """The same of today, as the maintained columns say it."""
    return {
        goal.code: (goal.standing, goal.freshness, goal.current_target_id, goal.latest_observation_id, goal.retired_on)
        for goal in Goal.objects.order_by("pk")
    }


def columns_of(told: dict) -> dict:
    """What the columns should say, from what a day's page says."""
    columns = {}
    for code, (standing, facts) in told["goals"].items():
        target = facts["targets"][-1].row if facts and facts["targets"] else None
        value = standing.value.keys[-1] if standing.value else None
        retired_on = facts["retired_on"] if facts else None
        columns[code] = (standing.code, standing.freshness, target, value, retired_on)
    return columns


def a_year(cast: Cast) -> dict[str, object]:
    """The acts of each day, by the day; each is called on its day with that day."""
    made = {}

    def keep(name, row):
        made[name] = row

    def revise(on, value, **fields):
        figure = {"value": Decimal(value), "unit": cast.yi, "comparator": "at_least", "reason": "疫情"}
        return revise_target(goal=cast.goal, by=cast.manager, on=on, **figure | fields)

    def decided(name, on):
        made[name] = decide(row=made[name], by=cast.reviewer, on=on)

    def take_back(name, on):
        withdraw_row(row=made[name], by=cast.reviewer, on=on, reason="误登")

    def returned(on):
        return_report(report=made["waiting"], by=cast.reviewer, on=on, reason="缺附件")

    def event(on):
        return ParkEvent(park=cast.park, kind="founded", title="t", period_start=on, period_end=on, ref="founded")

    def plan(on):
        return PlannedValue(goal=cast.goal, planned_on=day("2022-09-30"), value=Decimal(400), unit=cast.yi)

    def late_goal(on):
        about = {"park": cast.park, "dimension": cast.goal.dimension, "series": cast.quarters}
        window = {"starts_on": day("2022-01-01"), "due_on": day("2022-12-31")}
        return Goal(code="late", title="t", frequency="monthly", **about, **window)

    return {
        "2022-08-20": lambda on: keep("half", cast.publish(cast.value("290"), on)),
        "2022-08-21": lambda on: keep("waiting", cast.submit(cast.value("400", end="2022-07-31"), on)),
        "2022-08-25": lambda on: (keep("plan", cast.enter(plan(on), on)), cast.publish(cast.news("started"), on)),
        "2022-09-01": lambda on: keep("corrected", cast.correct(made["half"], on, value=Decimal("250"))),
        "2022-09-05": returned,
        "2022-09-10": lambda on: keep("goal", cast.enter(late_goal(on), on)),
        "2022-09-11": lambda on: cast.enter(Target(goal=made["goal"], value=Decimal(40), unit=cast.yi), on),
        "2022-09-12": lambda on: keep("q1", cast.publish(cast.quarter("9", "2022-01-01", "2022-03-31"), on)),
        "2022-09-15": lambda on: cast.publish(cast.quarter("12", "2022-04-01", "2022-06-30"), on),
        "2022-09-20": lambda on: keep("again", cast.correct(made["corrected"], on, value=Decimal("240"))),
        "2022-09-25": lambda on: cast.adopt(1, on, day("2022-10-15"), slow_points=Decimal(5)),
        "2022-10-01": lambda on: keep("revision", revise(on, "450", due_on=day("2023-06-30"))),
        "2022-10-10": lambda on: decided("revision", on),
        "2022-10-20": lambda on: cast.withdraw(made["again"], on),
        "2022-10-25": lambda on: cast.withdraw(made["corrected"], on),
        "2022-11-01": lambda on: keep(
            "excuse", cast.decided(Excuse(goal=cast.goal, until=day("2022-12-01"), reason="洪水"), on)
        ),
        "2022-11-05": lambda on: take_back("plan", on),
        "2022-11-10": lambda on: keep("event", cast.enter(event(on), on)),
        "2022-11-11": lambda on: cast.publish(cast.told("milestone_done", milestone=cast.step), on),
        "2022-11-20": lambda on: cast.enter(Milestone(code="second", goal=cast.promise, title="t"), on),
        "2022-12-01": lambda on: keep("tower", cast.publish(cast.news("completed", "2022-11-20"), on)),
        "2022-12-05": lambda on: cast.withdraw(made["tower"], on),
        "2022-12-06": lambda on: take_back("event", on),
        "2022-12-20": lambda on: keep("proposal", revise(on, "100")),
        "2022-12-21": lambda on: decline(row=made["proposal"], by=cast.reviewer, on=on, reason="不成立"),
        "2023-01-02": lambda on: keep("verdict", cast.publish(cast.told("not_reached", "2022-12-31"), on)),
        "2023-01-20": lambda on: cast.correct(made["verdict"], on, judgement="reached"),
        "2023-02-01": lambda on: keep("end", retire(subject=cast.project, by=cast.manager, on=on, reason="并入")),
        "2023-02-02": lambda on: decided("end", on),
        "2023-02-10": lambda on: take_back("end", on),
        "2023-03-01": lambda on: cast.publish(cast.value("580", end="2022-12-31"), on),
        "2023-03-10": lambda on: take_back("revision", on),
        "2023-03-20": lambda on: take_back("goal", on),
    }


def test_a_year_of_acts_reads_the_same_from_its_end(cast):
    acts, recorded, on, quiet = a_year(cast), {}, START, False
    while on < day("2023-04-01"):
        act = acts.pop(on.isoformat(), None)
        if act:
            act(on)
        told_anew = refresh_due(on)
        # Of days on which nothing happens the first after each act will do.
        if act or told_anew or not quiet:
            recorded[on] = told_of(on)
            kept = kept_columns()
            assert {code: kept[code] for code in recorded[on]["goals"]} == columns_of(recorded[on])
        quiet = not act
        on += timedelta(days=1)
    assert not acts
    assert len({repr(told) for told in recorded.values()}) > 30
    for on, told in recorded.items():
        assert told_of(on) == told, on


def test_hindsight_tells_what_was_found_out_later_about_an_earlier_day(cast):
    cast.publish(cast.value("290"), day("2022-08-20"))
    cast.publish(cast.value("580", end="2022-12-31"), day("2023-03-01"))

    def value_on(on: str, known_by: str):
        standing, _ = told_of(day(on), day(known_by))["goals"]["goal"]
        return standing.value and standing.value.period.end

    assert value_on("2022-08-19", "2022-08-19") is None
    assert value_on("2022-08-19", "2023-03-01") == day("2022-06-30")
    assert value_on("2022-12-30", "2023-03-01") == day("2022-06-30")
    assert value_on("2022-12-31", "2023-03-01") == day("2022-12-31")
    assert value_on("2022-12-31", "2023-02-28") == day("2022-06-30")
