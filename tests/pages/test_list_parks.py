"""The list of parks: in their order, with their standings; narrowed by district and text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def names(response) -> list[str]:
    return [row.name for row in response.context["rows"]]


@BOTH
def test_it_opens_for_an_empty_register(client, start):
    response = client.get(f"{start}/parks/")
    assert response.status_code == 200
    assert 'class="empty"' in response.text


def test_parks_stand_in_the_order_of_their_numbers(client):
    world.make_park(number=7, name_en="Seven")
    world.make_park(number=2, name_en="Two")
    assert names(client.get("/en/parks/")) == ["Two", "Seven"]


def test_a_row_counts_goals_and_projects_and_names_the_last_entry(client):
    park = world.make_park()
    world.make_goal(park=park)
    world.make_project(park=park)
    world.make_observation(series=world.make_series(park=park), known_on="2022-10-05")
    (row,) = client.get("/en/parks/").context["rows"]
    assert (row.goals, row.projects, str(row.last_known_on)) == (1, 1, "2022-10-05")
    assert row.tally == "Due, result unknown 1"
    (row,) = client.get("/en/parks/?as_of=2022-09-30").context["rows"]
    assert row.last_known_on == world.KNOWN
    (row,) = client.get("/en/parks/?as_of=2022-01-01").context["rows"]
    assert (row.goals, row.projects, row.last_known_on) == (0, 0, None)


def test_what_describes_a_park_is_not_shown_before_its_source_was_public(client):
    world.make_park(source=world.make_source(published_on="2022-03-01"), positioning_en="A place for seeds")
    assert "A place for seeds" in client.get("/en/parks/").text
    assert "A place for seeds" not in client.get("/en/parks/?as_of=2022-02-28").text


@pytest.mark.parametrize(
    ("query", "found"), [("district=东区", ["East"]), ("q=WES", ["West"]), ("q=seeds", ["East"]), ("q=nothing", [])]
)
def test_it_is_narrowed_by_district_and_text(client, query, found):
    world.make_park(name_en="East", district="东区", positioning_en="Seeds")
    world.make_park(name_en="West", district="西区")
    assert names(client.get(f"/en/parks/?{query}")) == found


@pytest.mark.parametrize("query", ["district=南区", "colour=red", "q=a&q=b", f"q={'a' * 61}"])
def test_it_refuses_what_it_does_not_know_by_name(client, query):
    world.make_park(district="东区")
    response = client.get(f"/en/parks/?{query}")
    assert response.status_code == 400
    assert query.split("=")[0] in response.text


def test_hostile_names_stay_text(client):
    hostile = "<script>alert(1)</script>" * 8
    world.make_park(name_en=hostile[:200], district_en=hostile[:80], positioning_en=hostile)
    page = client.get("/en/parks/").text
    assert "<script>alert" not in page
    assert "&amp;lt;" not in page


@pytest.mark.parametrize("query", ["", "?q=Sample", "?as_of=2022-08-31&known=now"])
def test_it_asks_the_database_as_often_for_one_park_as_for_sixty(client, query):
    world.make_rule()
    counts = []
    for more in (1, 59):
        for _ in range(more):
            world.make_goal(park=world.make_park(), target=580)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/en/parks/{query}")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6
