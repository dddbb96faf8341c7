"""The list of goals: filters, order, pages, days, and the same number of queries for any number of rows."""

import pytest

from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def rows(response) -> list[str]:
    return [row.goal_code for group in response.context["groups"] for row in group["rows"]]


@BOTH
def test_it_says_that_an_empty_register_holds_no_goal(client, start):
    response = client.get(f"{start}/goals/")
    assert response.status_code == 200
    assert 'class="empty"' in response.text


@BOTH
def test_it_groups_goals_by_the_year_in_which_they_are_due(client, start):
    late = world.make_goal(due_on="2025-12-31")
    early = world.make_goal(due_on="2022-12-31")
    undated = world.make_goal(starts_on=None, due_on=None)
    response = client.get(f"{start}/goals/")
    assert rows(response) == [early.code, late.code, undated.code]
    assert len(response.context["groups"]) == 3


def test_a_row_carries_its_figure_with_unit_period_source_and_day(client):
    goal = world.make_goal(target=580)
    world.make_observation(series=goal.series)
    page = client.get("/en/goals/").text
    for words in ("58<", "29.061", "bn yuan", "Jan–Jun 2022", "Sample bureau", "known 2022-08-12", 'data-grade="a"'):
        assert words in page


def test_a_sum_of_parts_is_shown_as_a_sum(client):
    series = world.make_series(accumulation="per_period")
    goal = world.make_goal(series=series, target=580)
    world.make_observation(series=series, value=100, period_start="2022-01-01", period_end="2022-03-31")
    world.make_observation(series=series, value=150, period_start="2022-04-01", period_end="2022-06-30")
    response = client.get("/en/goals/")
    (row,) = response.context["groups"][0]["rows"]
    assert (row.goal_code, row.figure.value, row.figure.period) == (goal.code, "25", "Jan–Jun 2022")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("park=here", "rate"),
        ("park=there", "words"),
        ("dimension=one", "rate"),
        ("nature=rate", "rate"),
        ("nature=flow", ""),
        ("nature=none", "words"),
        ("due=2023", "rate"),
        ("due=none", "words"),
        ("standing=undated", "words"),
        ("standing=outcome_unknown&standing=undated", "rate words"),
        ("standing=reached", ""),
        ("q=GROWTH", "rate"),
        ("q=增长", "rate"),
        ("q=%25", ""),
        ("park=here&due=none", ""),
        ("sort=park", "rate words"),
        ("sort=standing", "rate words"),
        ("sort=news", "words rate"),
    ],
)
def test_it_shows_what_was_asked_for(client, query, found):
    here, there = world.make_park(code="here"), world.make_park(code="there")
    one, two = world.make_dimension(code="one"), world.make_dimension(code="two")
    series = world.make_series(park=here, indicator=world.make_indicator(nature="rate"))
    rate = {"title": "增长", "title_en": "Growth", "starts_on": "2023-01-01", "due_on": "2023-12-31"}
    world.make_goal(code="rate", park=here, dimension=one, series=series, **rate)
    words = {"starts_on": None, "due_on": None, "known_on": "2023-05-01"}
    world.make_goal(code="words", park=there, dimension=two, **words)
    assert " ".join(rows(client.get(f"/en/goals/?{query}"))) == found


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("park=nowhere", "park"),
        ("dimension=x", "dimension"),
        ("standing=good", "standing"),
        ("standing=reached&standing=good", "good"),
        ("nature=wave", "nature"),
        ("due=1066", "due"),
        ("due=soon", "due"),
        ("sort=size", "sort"),
        ("colour=red", "colour"),
        ("park=a&park=b", "park"),
        ("page=abc", "abc"),
        ("page=0", "0"),
        ("page=-1", "-1"),
        ("q=%00", "q"),
        ("as_of=yesterday", "yesterday"),
    ],
)
@BOTH
def test_it_refuses_what_it_does_not_know_and_names_it(client, start, query, named):
    response = client.get(f"{start}/goals/?{query}")
    assert response.status_code == 400
    assert named in response.text


def test_a_page_past_the_end_is_not_found(client):
    world.make_goal()
    assert client.get("/goals/?page=1").status_code == 200
    assert client.get("/goals/?page=2").status_code == 404


def test_it_shows_sixty_goals_a_page_and_counts_the_whole_year(client):
    for _ in range(61):
        world.make_goal()
    response = client.get("/en/goals/?q=sample")
    assert len(rows(response)) == 60
    assert response.context["groups"][0]["note"].startswith("61 goals")
    assert "page=2" in response.text
    assert "q=sample" in response.context["pages"]["next_url"]
    assert len(rows(client.get("/en/goals/?q=sample&page=2"))) == 1


@pytest.mark.parametrize("query", ["", "?as_of=2022-09-01", "?as_of=2022-09-01&known=now", "?standing=undated"])
def test_it_asks_the_database_as_often_for_sixty_goals_as_for_one(client, django_assert_max_num_queries, query):
    goal = world.make_goal(target=580)
    world.make_observation(series=goal.series)
    counts = []
    for extra in (0, 59):
        for _ in range(extra):
            more = world.make_goal(target=100)
            world.make_observation(series=more.series)
        with django_assert_max_num_queries(6) as asked:
            assert client.get(f"/goals/{query}").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_past_day_shows_only_what_was_known_then(client):
    old = world.make_goal(known_on="2022-01-11", target=580)
    world.make_goal(known_on="2023-01-11")
    world.make_observation(series=old.series, known_on="2022-08-12")
    response = client.get("/en/goals/?as_of=2022-08-11")
    assert rows(response) == [old.code]
    assert response.context["groups"][0]["rows"][0].figure is None
    assert f"/en/goals/{old.code}/?as_of=2022-08-11" in response.text
    assert 'name="as_of" value="2022-08-11"' in response.text


def test_a_hostile_title_stays_text(client):
    world.make_goal(title="<script>alert(1)</script>" + "长" * 150, title_en="")
    for start in ("", "/en"):
        page = client.get(f"{start}/goals/").text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_a_retired_goal_stays_on_the_list_and_says_so(client):
    goal = world.make_goal()
    world.make_retirement(goal=goal, known_on="2023-02-01")
    assert "retired 2023-02-01" in client.get("/en/goals/").text


def test_counting_the_goals_follows_a_revised_due_date(client):
    goal = world.make_goal(target=580)
    world.make_target(goal=goal, value=500, due_on="2024-12-31", known_on="2023-01-01")
    assert client.get("/goals/").context["counts"].years == (2024,)
    assert client.get("/goals/?as_of=2022-12-01").context["counts"].years == (2022,)
    assert rows(client.get("/goals/?due=2024")) == [goal.code]


def test_proving_the_choices_asks_the_database_for_nothing(client, django_assert_max_num_queries):
    world.make_goal()
    with django_assert_max_num_queries(6):
        assert client.get("/goals/?park=nowhere&dimension=nothing").status_code == 400
