"""The list of sources, and the page of one document with every fact that was taken from it."""

import pytest

from parks.models import Source
from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def listed(client, query: str = "") -> dict[str, int]:
    """Title to number of facts."""
    response = client.get(f"/en/sources/{query}")
    assert response.status_code == 200
    return {str(row["title"]): row["facts"] for row in response.context["rows"]}


def read(client, source: Source, query: str = "", start: str = "/en"):
    response = client.get(f"{start}/sources/{source.code}/{query}")
    assert response.status_code == 200
    return response


def taken(response) -> dict[str, list]:
    return {group["title"]: group["rows"] for group in response.context["groups"]}


def everything(source: Source) -> int:
    """One fact of each kind from a source, and how many these are."""
    park = world.make_park(source=source)
    goal = world.make_goal(park=park, target=580, source=source)
    goal.targets.update(source=source)
    world.make_planned_value(goal=goal, source=source)
    world.make_observation(series=goal.series, source=source)
    words = world.make_goal(park=park, source=source)
    world.make_goal_update(goal=words, source=source)
    world.make_milestone(goal=words, source=source)
    project = world.make_project(park=park, source=source)
    world.make_milestone(project=project, source=source)
    world.make_update(project=project, source=source)
    world.make_event(park=park, source=source)
    world.make_excuse(goal=words, source=source)
    world.make_retirement(project=project, source=source)
    world.make_rule(source=source)
    return 15


@BOTH
def test_an_empty_register_has_taken_nothing(client, start):
    page = client.get(f"{start}/sources/")
    assert page.status_code == 200
    assert 'class="empty"' in page.text


def test_it_counts_every_kind_of_fact(client):
    source = world.make_source(title_en="A plan")
    count = everything(source)
    assert listed(client) == {"A plan": count}


def test_a_document_that_gave_nothing_public_is_not_public(client):
    source = world.make_source()
    world.make_park(source=world.make_source(title_en="Another"))
    world.make_observation(source=source, known_on=None)
    assert list(listed(client)) == ["Another"]
    assert client.get(f"/sources/{source.code}/").status_code == 404


def test_a_past_day_counts_what_was_known_then(client):
    source = world.make_source(title_en="A plan", published_on="2022-01-01")
    project = world.make_project(
        source=source, park=world.make_park(source=world.make_source()), known_on="2022-01-02"
    )
    world.make_update(project=project, source=source)
    assert listed(client, "?as_of=2022-01-01") == {}
    assert listed(client, "?as_of=2022-01-02") == {"A plan": 1}
    assert listed(client)["A plan"] == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?kind=press", ["Paper"]),
        ("?reliability=low", ["Paper"]),
        ("?reliability=high&kind=press", []),
        ("?q=bureau", ["Plan"]),
    ],
)
def test_it_filters(client, query, found):
    paper = {"kind": "press", "publisher": "报", "publisher_en": "The paper", "reliability": "low"}
    world.make_park(source=world.make_source(title_en="Plan"))
    world.make_park(source=world.make_source(title_en="Paper", **paper))
    assert list(listed(client, query)) == found


@pytest.mark.parametrize("query", ["kind=rumour", "reliability=none", "colour=x", "q=a&q=b", "page=x"])
def test_the_list_refuses_what_it_does_not_know_by_name(client, query):
    response = client.get(f"/en/sources/?{query}")
    assert response.status_code == 400
    assert query.split("=")[1][:1] in response.text


@BOTH
def test_the_page_lists_every_fact(client, start):
    source = world.make_source()
    count = everything(source)
    response = read(client, source, start=start)
    assert response.context["total"] == count
    assert sum(len(group["rows"]) for group in response.context["groups"]) == count


def test_a_fact_says_value_unit_period_place_and_day(client):
    source = world.make_source()
    world.make_observation(source=source, locator="table 3", qualifier="preliminary")
    (row,) = taken(read(client, source))["Observed values"]
    assert row.value == "29.061\N{NO-BREAK SPACE}bn yuan"
    assert (row.when, row.locator, row.says, str(row.known_on)) == (
        "Jan–Jun 2022",
        "table 3",
        "preliminary",
        "2022-08-12",
    )


def test_replaced_and_withdrawn_facts_are_struck_and_stay(client):
    source, series = world.make_source(), world.make_series()
    wrong = world.make_observation(series=series, source=source)
    world.make_observation(series=series, source=source, supersedes=wrong, value=291, known_on="2022-09-01")
    world.make_observation(series=series, source=source, period_end="2021-12-31", withdrawn_on="2022-09-02")
    rows = taken(read(client, source))["Observed values"]
    assert sorted(row.fate for row in rows) == ["", "replaced on 2022-09-01", "withdrawn on 2022-09-02"]
    rows = taken(read(client, source, "?as_of=2022-08-31"))["Observed values"]
    assert [row.fate for row in rows] == ["", ""]


def test_a_long_document_is_paged(client):
    source = world.make_source()
    for _ in range(120):
        world.make_project(source=source)
    first, second = read(client, source), read(client, source, "?page=2")
    shown = [sum(len(g["rows"]) for g in page.context["groups"]) for page in (first, second)]
    assert shown[0] == 100
    assert sum(shown) == first.context["total"]
    assert client.get(f"/sources/{source.code}/?page=3").status_code == 404


def test_the_address_of_the_document_leaves_without_an_opener(client):
    source = world.make_source(url="https://example.org/a?b=1&c=2")
    world.make_park(source=source)
    assert '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener">' in read(client, source).text


def test_an_address_that_is_no_web_address_is_not_linked(client):
    source = world.make_source(url="javascript:alert(1)", title_en="<script>", note_en="<script>")
    world.make_park(source=source)
    page = read(client, source).text
    assert 'href="javascript' not in page
    assert "<script" not in page


@BOTH
def test_an_unknown_source_is_not_found(client, start):
    assert client.get(f"{start}/sources/nothing/").status_code == 404
