"""Roles and parks decide what an official reaches, by whatever path."""

import pytest
from django.contrib import admin
from django.urls import reverse

from parks.models import LedgerEntry, Membership, Observation, Park, Register, Review, Series, Source, User
from parks.rules.choices import Role
from tests.admin.conftest import make, make_observation, make_person


@pytest.fixture
def foreign(world):
    """A draft of the other park."""
    series = make(
        Series,
        code="west-revenue",
        indicator=world.series.indicator,
        park=world.other_park,
        entity="西园区",
        title="营业收入",
        accumulation="year_to_date",
    )
    return make_observation(world, series=series, author=world.boss)


def test_a_reporter_sees_what_is_public_and_the_drafts_of_the_own_park(world, foreign, enter_as):
    own = make_observation(world)
    page = enter_as(world.reporter).get(world.address("changelist", Observation))
    assert set(page.context["cl"].queryset) == {own, world.rows[Observation]}


@pytest.mark.parametrize("name", ["change", "history", "delete"])
def test_a_guessed_id_of_another_parks_draft_leads_nowhere(world, foreign, enter_as, name):
    answer = enter_as(world.reporter).get(world.address(name, Observation, foreign.pk))
    assert answer.status_code == 302
    assert answer.url == "/admin/"


def test_another_parks_draft_is_not_offered_in_a_picker(world, foreign, enter_as):
    asked = {"app_label": "parks", "model_name": "observation", "field_name": "supersedes", "term": foreign.ref}
    address = reverse("admin:autocomplete")
    assert enter_as(world.reporter).get(address, asked).json()["results"] == []
    assert len(enter_as(world.boss).get(address, asked).json()["results"]) == 1


def test_another_parks_draft_is_not_submitted_by_an_action(world, foreign, enter_as):
    data = {"action": "submit_selected", "_selected_action": [foreign.pk]}
    enter_as(world.reporter).post(world.address("changelist", Observation), data)
    foreign.refresh_from_db()
    assert foreign.state == "draft"


def test_a_reviewer_of_one_park_does_not_publish_for_another(world, foreign, enter_as):
    everywhere = make_person("auditor", Role.AUDITOR)
    make(Membership, user=everywhere, role=Role.REVIEWER, park=world.park)
    data = {"action": "submit_selected", "_selected_action": [foreign.pk]}
    enter_as(world.boss).post(world.address("changelist", Observation), data)
    data["action"] = "publish_selected"
    told = enter_as(everywhere).post(world.address("changelist", Observation, language="en"), data, follow=True)
    assert "You do not decide for this park." in str(next(iter(told.context["messages"])))


def test_an_auditor_reads_everything_and_changes_nothing(world, foreign, enter_as):
    client = enter_as(make_person("auditor", Role.AUDITOR))
    for model in admin.site._registry:
        row = world.rows.get(model)
        if row is None:
            continue
        assert client.get(world.address("change", model, row.pk)).status_code == 200, model
        assert client.get(world.address("add", model)).status_code == 403, model
        assert client.post(world.address("change", model, row.pk), {}).status_code == 403, model
        assert client.post(world.address("delete", model, row.pk), {"post": "yes"}).status_code == 403, model
    assert client.get(world.address("change", Observation, foreign.pk)).status_code == 200


def test_staff_without_a_membership_reach_nothing(world, enter_as):
    client = enter_as(make_person("newcomer"))
    assert client.get("/admin/").status_code == 200
    for model in world.rows:
        assert client.get(world.address("changelist", model)).status_code == 403, model


@pytest.mark.parametrize("model", [Review, LedgerEntry, Register])
def test_nobody_adds_changes_or_deletes_the_record_of_the_record(world, enter_as, model):
    client, row = enter_as(world.boss), world.rows[model]
    assert client.get(world.address("add", model)).status_code == 403
    assert client.post(world.address("add", model), {}).status_code == 403
    assert client.post(world.address("change", model, row.pk), {}).status_code == 403
    assert client.post(world.address("delete", model, row.pk), {"post": "yes"}).status_code == 403


def test_acts_on_what_is_not_public_stay_with_those_who_see_all_parks(world, enter_as):
    page = enter_as(world.reporter).get(world.address("changelist", Review))
    assert {review.act for review in page.context["cl"].queryset.exclude(by=world.reporter)} == {"published"}


def test_a_reporter_does_not_see_the_accounts(world, enter_as):
    client = enter_as(world.reporter)
    assert client.get(world.address("changelist", User)).status_code == 403
    assert client.get(world.address("changelist", Membership)).status_code == 403


def test_a_manager_of_one_park_keeps_that_park_alone(world, enter_as):
    client = enter_as(make_person("local", Role.MANAGER, world.park))
    assert client.get(world.address("change", Park, world.park.pk)).context["has_change_permission"]
    assert not client.get(world.address("change", Park, world.other_park.pk)).context["has_change_permission"]
    assert client.get(world.address("add", Park)).status_code == 403
    assert client.get(world.address("changelist", User)).status_code == 403
    assert client.get(world.address("add", Source)).status_code == 200
