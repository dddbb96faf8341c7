"""What the rules are told of goals: on any day, in one query for any number of them."""

from decimal import Decimal

import pytest

from parks.models.facts import facts_of_goals, rule_in_force, standings_of, terms_of
from tests.changes.cast import day
from tests.world import (
    make_excuse,
    make_goal,
    make_goal_update,
    make_milestone,
    make_observation,
    make_planned_value,
    make_related,
    make_retirement,
    make_rule,
    make_series,
    make_source,
    make_target,
    make_unit,
)

pytestmark = pytest.mark.django_db

ON, LATER = day("2022-08-12"), day("2022-09-01")


@pytest.fixture
def goal():
    return make_goal(target=580)


def facts_of(goal, on=ON, known_by=None):
    return facts_of_goals([goal.pk], on, known_by or on)[goal.pk]


def keys(goal, on=ON, known_by=None) -> list[int]:
    return [reading.key for reading in facts_of(goal, on, known_by).readings]


def test_it_is_one_query_for_any_number_of_goals(django_assert_num_queries):
    goals = [make_goal(target=n) for n in range(1, 6)]
    for goal in goals:
        make_observation(series=goal.series)
        make_milestone(goal=goal)
    for some in (goals[:1], goals):
        with django_assert_num_queries(1):
            facts = facts_of_goals([g.pk for g in some], ON, ON)
        assert len(facts) == len(some)
    with django_assert_num_queries(0):
        assert facts_of_goals([], ON, ON) == {}


def test_two_goals_on_one_series_are_told_the_same_values(goal):
    twin = make_goal(series=goal.series)
    row = make_observation(series=goal.series)
    assert (keys(goal), keys(twin)) == ([row.pk], [row.pk])
    both = facts_of_goals([goal.pk, twin.pk], ON, ON)
    assert [list(both[g.pk].figures) for g in (goal, twin)] == [[row.pk], [row.pk]]


def test_values_come_in_base_units_exactly(goal):
    make_observation(series=goal.series, unit=make_unit(code="wan", factor=10000), value="12345678901.1234")
    (reading,) = facts_of(goal).readings
    assert reading.value == Decimal("123456789011234")


def test_a_source_of_low_reliability_or_none_carries_nothing(goal):
    make_observation(series=goal.series, source=make_source(reliability="low"))
    make_observation(series=goal.series, source=None)
    medium = make_observation(series=goal.series, source=make_source(reliability="medium"))
    make_goal_update(goal=goal, source=make_source(reliability="low"), judgement="reached")
    assert keys(goal) == [medium.pk]
    assert facts_of(goal).judged == []


def test_a_related_series_carries_nothing(goal):
    beside = make_series()
    make_related(goal=goal, series=beside)
    make_observation(series=beside)
    assert keys(goal) == []


def test_forecasts_are_told_as_such_and_never_count(goal):
    make_observation(
        series=goal.series, qualifier="forecast", value=999, period_start="2022-01-01", period_end="2022-12-31"
    )
    make_goal_update(goal=goal, kind="forecast", judgement="reached")
    facts = facts_of(goal)
    assert [reading.qualifier for reading in facts.readings] == ["forecast"]
    assert facts.judged == []
    assert standings_of([goal], ON, rule_in_force(ON, ON), {goal.pk: facts})[goal.pk].code == "unmeasured"


def test_every_ledger_is_read_as_of_the_day(goal):
    target = make_target(goal=goal, value=500, known_on=LATER)
    make_planned_value(goal=goal, known_on=LATER)
    step = make_milestone(goal=goal)
    make_goal_update(goal=goal, milestone=step, known_on=LATER)
    make_excuse(goal=goal, known_on=LATER)
    make_retirement(goal=goal, known_on=LATER)
    before, after = facts_of(goal, ON), facts_of(goal, LATER)
    assert (len(before.targets), before.planned, before.excused_until, before.retired_on) == (1, [], None, None)
    assert before.steps[0].done_on is None
    assert (after.target.row, after.original.number, len(after.planned)) == (target.pk, 1, 1)
    assert (after.excused_until, after.retired_on) == (day("2023-06-30"), LATER)
    assert after.steps[0].done_on == day("2022-05-20")
    terms = terms_of(goal, after)
    assert (terms.milestones_done, terms.milestones_total, terms.excused_until) == (1, 1, day("2023-06-30"))


def test_withdrawn_rows_of_every_ledger_are_gone_from_their_day(goal):
    gone = {"withdrawn_on": LATER}
    make_target(goal=goal, value=500, **gone)
    make_planned_value(goal=goal, **gone)
    make_milestone(goal=goal, **gone)
    make_excuse(goal=goal, **gone)
    make_retirement(goal=goal, **gone)
    before, after = facts_of(goal, ON), facts_of(goal, LATER)
    assert (before.target.number, len(before.planned), len(before.steps)) == (2, 1, 1)
    assert (before.excused_until, before.retired_on) == (day("2023-06-30"), ON)
    assert (after.target.number, after.planned, after.steps) == (1, [], [])
    assert (after.excused_until, after.retired_on) == (None, None)


def test_with_hindsight_only_what_had_happened_by_the_day_is_told(goal):
    march = make_observation(series=goal.series, period_start="2022-01-01", period_end="2022-03-31", known_on=LATER)
    june = make_observation(series=goal.series, period_start="2022-01-01", period_end="2022-06-30", known_on=LATER)
    assert keys(goal, day("2022-04-01")) == []
    assert keys(goal, day("2022-04-01"), LATER) == [march.pk]
    assert keys(goal, day("2022-06-30"), LATER) == [march.pk, june.pk]
    make_retirement(goal=goal, known_on=LATER)
    assert facts_of(goal, day("2022-08-31"), LATER).retired_on is None
    assert facts_of(goal, LATER, LATER).retired_on == LATER


def test_with_hindsight_a_correction_speaks_for_its_period(goal):
    first = make_observation(series=goal.series)
    second = make_observation(series=goal.series, value=280, supersedes=first, known_on=LATER)
    assert keys(goal, ON) == [first.pk]
    assert keys(goal, ON, LATER) == [second.pk]


def test_the_rule_in_force_is_the_last_one_in_effect_that_was_known():
    first = make_rule()
    second = make_rule(known_on=LATER, effective_on="2022-10-01", slow_points=20)
    make_rule(known_on=LATER, effective_on="2022-09-15", is_adopted=False)
    gone = {"withdrawn_on": "2022-11-05", "withdrawn_reason": "样例理由"}
    third = make_rule(known_on="2022-11-01", effective_on="2022-11-01", **gone)

    def in_force(on: str, known_by: str | None = None):
        rule, next_on = rule_in_force(day(on), day(known_by or on))
        return rule.number, next_on

    assert in_force("2022-08-31") == (first.number, None)
    assert in_force("2022-09-01") == (first.number, day("2022-10-01"))
    assert in_force("2022-10-01") == (second.number, None)
    assert in_force("2022-11-04") == (third.number, None)
    assert in_force("2022-11-05") == (second.number, None)
    assert in_force("2022-08-31", "2022-09-01") == (first.number, day("2022-10-01"))
