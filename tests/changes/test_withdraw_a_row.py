"""Taking back a row of the structure or a decision."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from parks.changes.entries import withdraw_row
from parks.models import Excuse, Goal, ParkEvent, PlannedValue, Retirement
from parks.models.facts import facts_of_goals
from tests.changes.cast import START, day, fresh, links_of

LATER = day("2022-09-01")


def taken_back(cast, row, on=LATER):
    return withdraw_row(row=row, by=cast.reviewer, on=on, reason="样例撤回")


def test_a_goal_no_longer_counts_and_keeps_its_page(cast):
    taken_back(cast, cast.goal)
    assert fresh(cast.park).goal_count == 1
    assert fresh(cast.goal).withdrawn_reason == "样例撤回"
    assert set(Goal.objects.as_of(day("2022-08-31"))) == {cast.goal, cast.promise}
    assert set(Goal.objects.as_of(LATER)) == {cast.promise}
    assert links_of(cast.goal) == ["published", "withdrawn"]


def test_a_project_no_longer_counts(cast):
    taken_back(cast, cast.project)
    assert fresh(cast.park).project_count == 0


def test_a_target_takes_the_pace_along(cast):
    cast.publish(cast.value("290"))
    taken_back(cast, cast.target)
    goal = fresh(cast.goal)
    assert (goal.current_target, goal.share, goal.expected_share, goal.standing) == (None, None, None, "unmeasured")
    assert goal.current_due_on == day("2022-12-31")


def test_a_planned_point_takes_its_bend_along_and_can_be_planned_anew(cast):
    cast.publish(cast.value("290"))
    plan = {"goal": cast.goal, "planned_on": day("2022-06-30"), "unit": cast.yi}
    row = cast.enter(PlannedValue(value=Decimal(400), **plan))
    taken_back(cast, row)
    assert fresh(cast.goal).expected_share == Decimal("0.5")
    cast.enter(PlannedValue(value=Decimal(300), **plan), LATER)


def test_a_milestone_is_no_longer_counted(cast):
    cast.publish(cast.told("milestone_done", milestone=cast.step))
    taken_back(cast, cast.step)
    assert facts_of_goals([cast.promise.pk], LATER, LATER)[cast.promise.pk].steps == []
    assert len(facts_of_goals([cast.promise.pk], START, START)[cast.promise.pk].steps) == 1


def test_an_event_is_no_longer_the_parks_last_entry(cast):
    event = ParkEvent(park=cast.park, kind="founded", title="t", period_start=START, period_end=START)
    cast.enter(event, day("2022-08-20"))
    taken_back(cast, event)
    assert fresh(cast.park).last_known_on == START


def test_an_excuse_and_a_retirement_end(cast):
    excuse = cast.decided(Excuse(goal=cast.goal, until=day("2023-06-30"), reason="洪水"))
    retirement = cast.decided(Retirement(goal=cast.goal, reason="并入"))
    assert (fresh(cast.goal).retired_on, fresh(cast.park).goal_count) == (START, 1)
    taken_back(cast, excuse)
    taken_back(cast, retirement)
    assert (fresh(cast.goal).retired_on, fresh(cast.park).goal_count) == (None, 2)
    assert facts_of_goals([cast.goal.pk], LATER, LATER)[cast.goal.pk].excused_until is None


def test_whoever_proposed_it_does_not_withdraw_it_alone(cast):
    row = cast.decided(Retirement(goal=cast.goal, reason="并入"))
    with pytest.raises(ValidationError, match="cannot withdraw it alone"):
        withdraw_row(row=row, by=cast.manager, on=LATER, reason="x")


def test_it_needs_a_reason(cast):
    with pytest.raises(ValidationError, match="needs a reason"):
        withdraw_row(row=cast.goal, by=cast.reviewer, on=LATER, reason=" ")


def test_it_happens_once_and_only_to_what_is_public(cast):
    taken_back(cast, cast.goal)
    draft = PlannedValue(goal=cast.promise, planned_on=START, value=Decimal(1), unit=cast.yi)
    draft.save()
    for row in (cast.goal, draft):
        with pytest.raises(ValidationError, match="and only once"):
            taken_back(cast, row)


def test_nothing_is_withdrawn_before_the_last_day_of_the_record(cast):
    cast.publish(cast.news(), LATER)
    with pytest.raises(ValidationError, match="reaches to 2022-09-01"):
        taken_back(cast, cast.goal, START)


def test_reports_and_rules_are_not_withdrawn_this_way(cast):
    for row in (cast.publish(cast.value("290")), cast.adopt(1), cast.source):
        with pytest.raises(TypeError):
            taken_back(cast, row)
