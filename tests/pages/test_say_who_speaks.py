"""The page about the record."""

import pytest

from tests import world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("start", ["", "/en"])
def test_it_says_that_it_is_no_official_publication(client, start):
    response = client.get(f"{start}/about/")
    assert response.status_code == 200
    assert "is not an official publication" in client.get("/en/about/").text


def test_it_names_the_operator_where_there_is_one(client, settings):
    settings.OPERATOR_EN = "The Bureau <of> Parks"
    page = client.get("/en/about/").text
    assert "Kept by The Bureau &lt;of&gt; Parks." in page
    assert "not an official publication" not in page.lower()


def test_it_sets_no_cookie(client):
    world.make_rule()
    assert not client.get("/about/").cookies


def test_it_answers_for_any_day_and_refuses_what_it_does_not_know(client):
    assert client.get("/about/?as_of=2022-08-31").status_code == 200
    assert client.get("/about/?colour=x").status_code == 400
