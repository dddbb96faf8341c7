"""What is published has no field to edit, and a forged request changes nothing."""

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.db import connection
from django.test import RequestFactory

from parks.models import Goal, GoalUpdate, Observation, Park, Project, ProjectUpdate, Target, Unit
from parks.models.guards import GUARDS, Guard, frozen_columns, install_guards
from tests.admin.conftest import form_of

GUARDED = sorted(
    (model for model in admin.site._registry if model._meta.db_table in GUARDS), key=lambda m: m._meta.model_name
)
WITH_CODE = sorted(
    (m for m in admin.site._registry if any(f.name == "code" for f in m._meta.concrete_fields)),
    key=lambda m: m._meta.model_name,
)


def kept(row) -> dict:
    return type(row).objects.filter(pk=row.pk).values().get()


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model._meta.model_name)
def test_no_form_has_a_field_that_the_database_guards(world, model):
    request = RequestFactory().get("/")
    request.user = world.boss
    row, model_admin = world.rows[model], admin.site.get_model_admin(model)
    by_column = {field.column: field.name for field in model._meta.concrete_fields}
    frozen = {by_column[column] for column in frozen_columns(model._meta.db_table, list(by_column))}
    if not model_admin.has_change_permission(request, row):
        return
    form = model_admin.get_form(request, row, change=True)
    assert not frozen & set(form.base_fields)
    assert set(form.base_fields) <= set(flatten_fieldsets(model_admin.get_fieldsets(request, row)))


@pytest.mark.parametrize("model", [Observation, ProjectUpdate, GoalUpdate, Target])
def test_a_published_row_is_shown_without_inputs_and_a_forged_post_is_refused(world, enter_as, model):
    row, client = world.rows[model], enter_as(world.boss)
    address, before = world.address("change", model, row.pk), kept(world.rows[model])
    page = client.get(address)
    assert not page.context["adminform"].form.fields
    answer = client.post(address, {"value": "999", "title": "forged", "state": "draft", "number": "7"})
    assert answer.status_code == 403
    assert kept(row) == before


def test_a_published_goal_keeps_its_facts_under_a_forged_post(world, enter_as):
    client, address = enter_as(world.boss), world.address("change", Goal, world.goal.pk)
    data = form_of(client.get(address)) | {
        "code": "other",
        "park": world.other_park.pk,
        "due_on": "2099-12-31",
        "source": "",
        "known_on": "2001-01-01",
        "standing": "reached",
        "title": "营业收入超过580亿元（改写）",
    }
    before = kept(world.goal)
    assert client.post(address, data).status_code == 302
    after = kept(world.goal)
    assert after.pop("title") == "营业收入超过580亿元（改写）"
    assert after == {name: value for name, value in before.items() if name != "title"}


@pytest.mark.parametrize("model", WITH_CODE, ids=lambda model: model._meta.model_name)
def test_a_code_is_chosen_once(world, enter_as, model):
    client, row = enter_as(world.boss), world.rows[model]
    address = world.address("change", model, row.pk)
    answer = client.post(address, form_of(client.get(address)) | {"code": "another"})
    assert answer.status_code == 302
    assert kept(row)["code"] == row.code


def test_what_values_mean_is_chosen_once(world, enter_as):
    client, address = enter_as(world.boss), world.address("change", Unit, world.unit.pk)
    client.post(address, form_of(client.get(address)) | {"factor": "1", "quantity": "count", "symbol": "亿"})
    after = kept(world.unit)
    assert (after["factor"], after["quantity"], after["symbol"]) == (world.unit.factor, "money", "亿")


@pytest.mark.parametrize("model", [Observation, Target, Goal, Project, Park])
def test_nothing_of_the_record_can_be_deleted(world, enter_as, model):
    client, row = enter_as(world.boss), world.rows[model]
    assert client.post(world.address("delete", model, row.pk), {"post": "yes"}).status_code == 403
    listed = client.post(
        world.address("changelist", model), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    )
    assert listed.status_code in (200, 302)
    assert model.objects.filter(pk=row.pk).exists()


def test_what_the_database_refuses_comes_back_as_a_sentence(world, enter_as, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setitem(GUARDS, "parks_unit", Guard(always=True))
        connection.check_constraints()  # PostgreSQL changes no table with checks still to come
        install_guards(connection)
    client, address = enter_as(world.boss), world.address("change", Unit, world.unit.pk, language="en")
    answer = client.post(address, form_of(client.get(address)) | {"symbol": "亿"})
    assert answer.status_code == 200
    assert "The database refused this" in answer.content.decode()
    assert 'value="亿"' in answer.content.decode()
    assert kept(world.unit)["symbol"] == "亿元"


def test_a_descriptive_edit_leaves_a_history_and_a_new_version(world, enter_as):
    client, address = enter_as(world.manager), world.address("change", Goal, world.goal.pk)
    before = world.content_version()
    client.post(address, form_of(client.get(address)) | {"office": "产业局"})
    newest = world.goal.history.latest()
    assert (newest.office, newest.history_user) == ("产业局", world.manager)
    assert world.content_version() == before + 1
    page = client.get(world.address("history", Goal, world.goal.pk, language="en")).content.decode()
    assert "产业局" in page
    assert "manager" in page


def test_a_source_graded_down_takes_its_values_out_of_the_standing(world, enter_as):
    client, address = enter_as(world.reviewer), world.address("change", type(world.source), world.source.pk)
    assert Goal.objects.get(pk=world.goal.pk).latest_observation_id
    client.post(address, form_of(client.get(address)) | {"reliability": "low"})
    assert Goal.objects.get(pk=world.goal.pk).latest_observation_id is None
