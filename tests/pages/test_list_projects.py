"""The list of projects: sentence, board, table, filters, days."""

import pytest

from parks.models import Project
from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def listed(client, query: str = "") -> list[str]:
    response = client.get(f"/en/projects/{query}")
    assert response.status_code == 200
    return [one.row.project_code for one in response.context["rows"]]


def at(stage: str, **given) -> Project:
    """A project at a stage since May 2022."""
    project = world.make_project(**given)
    world.make_update(project=project, stage=stage)
    return project


@BOTH
def test_it_says_that_an_empty_register_names_no_project(client, start):
    response = client.get(f"{start}/projects/")
    assert response.status_code == 200
    assert 'class="empty"' in response.text


@BOTH
def test_it_shows_every_stage_and_what_stands_aside(client, start):
    for stage in ("planned", "building", "operating", "suspended", "cancelled"):
        at(stage)
    world.make_project()
    response = client.get(f"{start}/projects/")
    board = response.context["board"]
    assert [column["count"] for column in board["columns"]] == [1, 0, 0, 1, 0, 1, 0]
    assert [column["count"] for column in board["aside"]] == [1, 1]
    assert response.context["unrecorded"]["count"] == 1


def test_the_sentence_counts_each_stage_once(client):
    at("building")
    at("building")
    world.make_project()
    counts = client.get("/en/projects/").context["counts"]
    assert [(item["code"], item["count"]) for item in counts] == [("building", 2), ("", 1)]


def test_a_row_says_where_its_investment_was_announced(client):
    project = world.make_project()
    world.make_update(
        project=project, stage="started", amount_kind="total_investment", value=120, unit=world.make_unit()
    )
    page = client.get("/en/projects/").text
    for words in ("12<", "bn yuan", "2022-05-10", 'data-grade="a"'):
        assert words in page


def test_projects_without_any_news_stand_in_their_own_list(client):
    told, silent = at("started"), world.make_project()
    assert listed(client) == [told.code]
    assert listed(client, "?stage=unrecorded") == [silent.code]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?stage=building", "mine"),
        ("?stage=operating", "theirs"),
        ("?stage=completed", ""),
        ("?park=here", "mine"),
        ("?kind=laboratory", "theirs"),
        ("?own=no", "theirs"),
        ("?own=yes", "mine"),
        ("?q=lithium", "mine"),
        ("?q=LITHIUM&park=there", ""),
    ],
)
def test_it_filters(client, query, found):
    at("building", code="mine", park=world.make_park(code="here"), name_en="A lithium works")
    at("operating", code="theirs", park=world.make_park(code="there"), is_own=False, kind="laboratory")
    assert listed(client, query) == ([found] if found else [])


def test_it_orders_by_stage_park_start_and_news(client):
    first, second = world.make_park(code="first"), world.make_park(code="second")
    early = at("operating", park=second)
    world.make_update(project=early, stage="started", period_end="2020-01-01", known_on="2020-01-01")
    late = at("building", park=first)
    world.make_update(project=late, stage="started", period_end="2021-01-01", known_on="2023-01-01")
    assert listed(client) == [early.code, late.code]
    for order in ("park", "started", "news"):
        assert listed(client, f"?sort={order}") == [late.code, early.code]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("stage=demolished", "demolished"),
        ("park=atlantis", "atlantis"),
        ("kind=x", "kind"),
        ("own=maybe", "own"),
        ("sort=size", "sort"),
        ("colour=red", "colour"),
        ("stage=building&stage=planned", "stage"),
        ("page=two", "two"),
        ("q=%00", "q"),
        ("as_of=2022-02-30", "2022-02-30"),
    ],
)
@BOTH
def test_it_refuses_what_it_does_not_know_by_name(client, start, query, named):
    response = client.get(f"{start}/projects/?{query}")
    assert response.status_code == 400
    assert named in response.text


def test_there_is_no_page_past_the_end(client):
    at("building")
    assert client.get("/projects/?page=2").status_code == 404


def test_a_past_day_shows_the_stage_known_then(client):
    project = world.make_project(known_on="2021-01-01")
    world.make_update(project=project, stage="started", period_end="2021-06-01", known_on="2021-06-02")
    world.make_update(project=project, stage="operating", period_end="2022-03-01", known_on="2022-08-12")
    assert listed(client, "?as_of=2020-12-31") == []
    assert listed(client, "?as_of=2022-05-01&stage=started") == [project.code]
    assert listed(client, "?as_of=2022-05-01&known=now&stage=operating") == [project.code]
    assert listed(client, "?stage=operating") == [project.code]


def test_a_retired_project_leaves_the_board_and_keeps_its_row(client):
    project = at("building")
    world.make_retirement(project=project)
    response = client.get("/en/projects/")
    assert response.context["board"] is None
    assert listed(client) == [project.code]
    assert "no longer followed since 2022-08-12" in response.text


def test_a_long_column_ends_with_the_way_to_all_of_it(client):
    for _ in range(15):
        at("building")
    response = client.get("/en/projects/")
    assert "3 more" in response.text
    assert len(listed(client, "?stage=building")) == 15


def test_a_hostile_name_stays_text(client):
    at("building", name="<script>alert(1)</script>", name_en="<script>alert(1)</script>" + "x" * 150)
    for page in ("/projects/", "/en/projects/"):
        assert "<script" not in client.get(page).text
