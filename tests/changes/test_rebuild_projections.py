"""The maintained columns are what the facts say, and a column that says otherwise is found."""

from decimal import Decimal

import pytest
import time_machine
from django.core.management import CommandError, call_command

from parks.changes.projections import differences
from parks.models import Goal, Observation, Park, Project, Register
from tests.changes.cast import START, day, fresh, version

NOON = "2022-08-12T12:00:00+08:00"


@pytest.fixture
def filled(cast):
    cast.publish(cast.value("290"))
    cast.publish(cast.news())
    return cast


@pytest.mark.parametrize(
    ("model", "edit"),
    [
        (Goal, {"current_target": None}),
        (Goal, {"current_due_on": START}),
        (Goal, {"latest_observation": None}),
        (Goal, {"standing": "reached"}),
        (Goal, {"standing_detail": "part"}),
        (Goal, {"freshness": "stale"}),
        (Goal, {"share": Decimal("0.500001")}),
        (Goal, {"expected_share": None}),
        (Goal, {"standing_until": day("2040-01-01")}),
        (Goal, {"last_news_on": day("2022-08-01")}),
        (Goal, {"retired_on": START}),
        (Project, {"stage": "completed"}),
        (Project, {"stage_capped": True}),
        (Project, {"stage_on": START}),
        (Project, {"stage_update": None}),
        (Project, {"last_news_on": None}),
        (Project, {"retired_on": START}),
        (Park, {"goal_count": 9}),
        (Park, {"project_count": 0}),
        (Park, {"last_known_on": None}),
        (Register, {"last_known_on": day("2022-08-01")}),
    ],
)
def test_a_tampered_column_is_found_and_put_right(filled, model, edit):
    model.objects.update(**edit)
    (name,) = edit
    assert any(name in sentence for sentence in differences(START))
    with time_machine.travel(NOON):
        with pytest.raises(CommandError, match=name):
            call_command("rebuild_projections", "--check")
        call_command("rebuild_projections", verbosity=0)
        call_command("rebuild_projections", "--check", verbosity=0)


def test_the_check_changes_nothing(filled):
    before = (version(), fresh(filled.goal).standing_on)
    with time_machine.travel("2023-03-01T12:00:00+08:00"):  # the goal's due date has passed unseen
        call_command("rebuild_projections", "--check", verbosity=0)
    assert (version(), fresh(filled.goal).standing_on) == before


def test_rounded_shares_are_no_difference(cast):
    cast.publish(cast.value("193.3333"))
    assert list(differences(START)) == []
    assert fresh(cast.goal).share == Decimal("0.333333")


def test_a_share_out_of_all_measure_is_kept_within_its_column(cast):
    cast.publish(cast.value("99999999999"))
    assert fresh(cast.goal).share == Decimal(1000)


def test_a_column_that_a_report_in_waiting_would_change_stays(filled):
    filled.submit(filled.value("400"))
    assert fresh(filled.goal).share == Decimal("0.5")
    assert Observation.objects.count() == 2
