"""Lists are searched and filtered, words are shown as words, and hostile text stays text."""

import pytest
from django.contrib import admin

from parks.models import Dimension, Goal, Observation, Park, Project, Series, Source
from parks.rules.choices import State
from tests.admin.conftest import make, make_observation

SEARCHABLE = sorted(
    (
        m
        for m, model_admin in admin.site._registry.items()
        if m._meta.app_label == "parks" and model_admin.search_fields
    ),
    key=lambda m: m._meta.model_name,
)


@pytest.mark.parametrize("model", SEARCHABLE, ids=lambda model: model._meta.model_name)
def test_every_search_answers(world, enter_as, model):
    answer = enter_as(world.boss).get(world.address("changelist", model), {"q": "no such row 没有"})
    assert answer.status_code == 200
    assert answer.context["cl"].result_count == 0


@pytest.mark.parametrize(
    ("model", "words"),
    [(Park, "东园"), (Goal, "east-revenue"), (Project, "东塔"), (Series, "east-revenue"), (Source, "年报")],
)
def test_a_row_is_found_by_code_or_name(world, enter_as, model, words):
    answer = enter_as(world.boss).get(world.address("changelist", model), {"q": words})
    assert world.rows[model] in answer.context["cl"].result_list


def test_reports_are_filtered_by_state_and_park(world, enter_as):
    draft, client = make_observation(world), enter_as(world.boss)
    address = world.address("changelist", Observation)
    assert list(client.get(address, {"state__exact": State.DRAFT}).context["cl"].queryset) == [draft]
    assert client.get(address, {"series__park__id__exact": world.other_park.pk}).context["cl"].result_count == 0


def test_a_goals_list_tells_its_standing_in_words(world, enter_as):
    html = enter_as(world.boss).get(world.address("changelist", Goal, language="en")).content.decode()
    assert "Due, result unknown · part-period figure only" in html
    assert "50.1%" in html  # 290.61 of 580, cut and not rounded up


def test_a_parks_list_counts_its_goals_and_projects(world, enter_as):
    page = enter_as(world.boss).get(world.address("changelist", Park))
    park = page.context["cl"].result_list.get(pk=world.park.pk)
    assert (park.goal_count, park.project_count) == (2, 0)  # the project was retired


@pytest.mark.parametrize("model", [Park, Goal, Project])
def test_lists_and_forms_lead_to_the_public_page(world, enter_as, model):
    client, row = enter_as(world.boss), world.rows[model]
    public = f"/en/{model._meta.model_name}s/{row.code}/"
    assert f'href="{public}"' in client.get(world.address("changelist", model, language="en")).content.decode()
    assert f'href="{public}"' in client.get(world.address("change", model, row.pk, language="en")).content.decode()


def test_the_lists_of_a_park_open(world, enter_as):
    client = enter_as(world.boss)
    park_admin = admin.site.get_model_admin(Park)
    goal_admin = admin.site.get_model_admin(Goal)
    html = park_admin.lists(world.park) + goal_admin.lists(world.goal)
    addresses = [part.split('"')[0].replace("&amp;", "&") for part in html.split('href="')[1:]]
    assert len(addresses) == 15
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_hostile_text_stays_text(world, enter_as):
    hostile = "<script>alert(1)</script>"
    park = make(Park, code="hostile", name=hostile, short_name=hostile)
    make(Dimension, code="hostile", name=hostile, order=9)
    Goal.objects.filter(pk=world.goal.pk).update(title=hostile)
    client = enter_as(world.boss)
    for address in (
        world.address("changelist", Park),
        world.address("change", Park, park.pk),
        world.address("history", Park, park.pk),
        world.address("changelist", Dimension),
        world.address("changelist", Goal),
        world.address("change", Goal, world.goal.pk),
        world.address("changelist", Observation),
    ):
        html = client.get(address).content.decode()
        assert hostile not in html
    assert "&lt;script&gt;" in client.get(world.address("changelist", Park)).content.decode()


def test_figures_show_no_zeros_that_nobody_wrote(world, enter_as):
    client, draft = enter_as(world.boss), make_observation(world)
    published = client.get(world.address("change", Observation, world.rows[Observation].pk)).content.decode()
    assert "290.61 亿元" in published
    assert "290.6100" not in published
    assert 'value="40"' in client.get(world.address("change", Observation, draft.pk)).content.decode()


def test_a_row_tells_every_act_on_it(world, enter_as):
    page = enter_as(world.boss).get(world.address("change", Observation, world.rows[Observation].pk, language="en"))
    html = page.content.decode()
    assert "submitted reporter" in html
    assert "published reviewer" in html
