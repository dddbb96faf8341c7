"""Every noun's list, forms and history open for a superuser, in both languages, without anything inline."""

import re

import pytest
from django.apps import apps
from django.contrib import admin

from parks.models import LedgerEntry, Observation, Register, Review
from tests.admin.conftest import make_observation

LANGUAGES = ["zh-hans", "en"]
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")|javascript:",
    re.IGNORECASE,
)
READ_ONLY = (Review, LedgerEntry, Register)
REGISTERED = sorted(
    (model for model in admin.site._registry if model._meta.app_label == "parks"), key=lambda m: m._meta.model_name
)
WITH_HISTORY = [model for model in REGISTERED if hasattr(model, "history")]


def opens(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    html = answer.content.decode()
    assert not INLINE.search(html), (address, INLINE.search(html))
    return html


def test_every_noun_is_registered():
    nouns = {m._meta.model_name for m in apps.get_app_config("parks").get_models()}
    missing = {name for name in nouns if not name.startswith("historical")} - {m._meta.model_name for m in REGISTERED}
    assert missing == {"parkindustry"}  # edited within its park


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.model_name)
def test_every_page_of_a_noun_opens_in_both_languages(world, enter_as, model):
    client, row = enter_as(world.boss), world.rows[model]
    for language in LANGUAGES:
        if model is Register:
            assert client.get(world.address("changelist", model, language=language)).status_code == 302
        else:
            opens(client, world.address("changelist", model, language=language))
        opens(client, world.address("change", model, row.pk, language=language))
        opens(client, world.address("history", model, row.pk, language=language))
        if model not in READ_ONLY:
            opens(client, world.address("add", model, language=language))


def test_the_index_opens_in_both_languages(world, enter_as):
    client = enter_as(world.boss)
    opens(client, "/admin/")
    opens(client, "/en/admin/")


def test_a_draft_opens_as_a_form(world, enter_as):
    draft = make_observation(world)
    html = opens(enter_as(world.boss), world.address("change", Observation, draft.pk))
    assert 'name="value"' in html


@pytest.mark.parametrize("model", WITH_HISTORY, ids=lambda model: model._meta.model_name)
def test_a_noun_with_a_history_shows_its_old_versions_without_a_form(world, enter_as, model):
    version = model.history.filter(id=world.rows[model].pk).latest()
    address = world.address("simple_history", model, world.rows[model].pk, version.pk)
    client = enter_as(world.boss)
    html = opens(client, address)
    main = html[html.index('id="content-main"') :]
    assert not re.search(r"<(select|textarea)|<input(?![^>]*type=\"hidden\")", main)
    assert client.post(address).status_code == 403


def test_lists_do_not_ask_more_questions_for_more_rows(world, enter_as, django_assert_max_num_queries):
    client = enter_as(world.boss)
    for year in range(1960, 2020):
        make_observation(world, year)
    with django_assert_max_num_queries(12):
        client.get(world.address("changelist", Observation))


def test_a_row_that_is_not_there_is_no_error(world, enter_as):
    answer = enter_as(world.boss).get(world.address("change", Observation, 999999))
    assert answer.status_code == 302
