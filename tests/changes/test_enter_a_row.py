"""New rows of the structure."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from parks.changes.entries import enter
from parks.models import Goal, Milestone, ParkEvent, PlannedValue, Project, Target
from tests.changes.cast import START, acts_on, day, fresh, version
from tests.world import make_series

LATER = day("2022-09-01")


def test_a_goal_counts_for_its_park_and_reads_the_values_already_there(cast):
    row = cast.publish(cast.value("290"))
    before = version()
    twin = Goal(code="twin", park=cast.park, dimension=cast.goal.dimension, title="t", series=cast.series)
    twin.source = cast.source
    cast.enter(twin, LATER)
    assert fresh(twin).latest_observation == row
    assert (fresh(twin).known_on, acts_on(twin)) == (LATER, ["published"])
    assert fresh(cast.park).goal_count == 3
    assert version() == before + 1


def test_a_project_counts_for_its_park(cast):
    cast.enter(Project(code="second", park=cast.park, name="样例", source=cast.source))
    assert fresh(cast.park).project_count == 2


def test_a_first_target_gives_the_goal_a_measure(cast):
    goal = Goal(code="late", park=cast.park, dimension=cast.goal.dimension, title="t", series=cast.series)
    cast.enter(goal)
    target = cast.enter(Target(goal=goal, value=Decimal(580), unit=cast.yi, due_on=day("2023-12-31")))
    assert (fresh(goal).current_target, fresh(goal).current_due_on) == (target, day("2023-12-31"))


def test_a_second_target_is_proposed_and_not_entered(cast):
    with pytest.raises(ValidationError, match="decided by a second person"):
        cast.enter(Target(goal=cast.goal, number=2, value=Decimal(500), unit=cast.yi, reason="x"))


def test_a_planned_point_bends_the_path(cast):
    cast.publish(cast.value("290"))
    cast.enter(PlannedValue(goal=cast.goal, planned_on=day("2022-06-30"), value=Decimal(400), unit=cast.yi))
    assert (fresh(cast.goal).expected_share, fresh(cast.goal).standing) == (Decimal("0.689655"), "behind")


def test_a_milestone_and_an_event_enter(cast):
    cast.enter(Milestone(code="second", goal=cast.promise, title="样例"), LATER)
    event = ParkEvent(park=cast.park, kind="founded", title="t", period_start=START, period_end=START)
    cast.enter(event, LATER)
    assert fresh(cast.park).last_known_on == LATER


@pytest.mark.parametrize("kind", ["public", "copy", "chosen"])
def test_nobody_chooses_since_when_it_is_known(cast, kind):
    row = {
        "public": fresh(cast.goal),
        "copy": Goal(pk=cast.goal.pk, code="goal", park=cast.park, dimension=cast.goal.dimension, title="t"),
        "chosen": Goal(
            code="new", park=cast.park, dimension=cast.goal.dimension, title="t", known_on=day("2020-01-01")
        ),
    }[kind]
    with pytest.raises(ValidationError, match="public already"):
        cast.enter(row, LATER)


def test_neither_a_precision_nor_a_withdrawal_is_brought_along(cast):
    row = Project(
        code="new", park=cast.park, name="n", known_precision="year", withdrawn_on=START, withdrawn_reason="x"
    )
    cast.enter(row)
    assert (row.known_precision, row.withdrawn_on, row.withdrawn_reason) == ("day", None, "")


def test_nothing_is_entered_before_the_last_day_of_the_record(cast):
    with pytest.raises(ValidationError, match="reaches to 2022-08-12"):
        cast.enter(Project(code="early", park=cast.park, name="n"), day("2022-08-11"))
    assert not Project.objects.filter(code="early").exists()


@pytest.mark.parametrize("model", [Target, PlannedValue])
def test_a_unit_of_another_quantity_is_refused(cast, model):
    goal = Goal(code="late", park=cast.park, dimension=cast.goal.dimension, title="t", series=cast.series)
    cast.enter(goal)
    about = {"planned_on": day("2022-06-30")} if model is PlannedValue else {}
    with pytest.raises(ValidationError, match="another quantity"):
        cast.enter(model(goal=goal, value=Decimal(1), unit=cast.firms, **about))


def test_a_goal_measured_by_another_parks_series_is_refused(cast):
    from_elsewhere = make_series(park=type(cast.park).objects.create(code="west", name="西"))
    with pytest.raises(ValidationError, match="another park"):
        cast.enter(Goal(code="x", park=cast.park, dimension=cast.goal.dimension, title="t", series=from_elsewhere))


def test_reports_and_decisions_do_not_enter_this_way(cast):
    with pytest.raises(TypeError):
        enter(row=cast.value("290"), by=cast.manager, on=START)
