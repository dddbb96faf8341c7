"""The page of the method: every standing with an example, the rule, what another rule would change, worked numbers."""

import pytest

from parks.rules.choices import Standing
from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def read(client, query: str = "", start: str = "/en"):
    response = client.get(f"{start}/method/{query}")
    assert response.status_code == 200
    return response


def a_paced_goal(value: str = "240", **given):
    """A goal of 2022 with half a year's figure: 240 of 580 is 8.6 points behind."""
    goal = world.make_goal(target=580, known_on="2022-01-11", **given)
    world.make_observation(series=goal.series, value=value)
    return goal


@BOTH
def test_an_empty_register_has_a_page_without_examples(client, start):
    response = read(client, start=start)
    assert response.context["example"] is None
    assert all(one.example is None for one in response.context["standings"])


def test_every_standing_is_explained_in_the_order_of_trying(client):
    shown = read(client).context["standings"]
    assert {one.code for one in shown} == set(Standing.values)
    assert [one.place for one in shown] == sorted(one.place for one in shown)


def test_the_other_word_is_in_the_other_language(client):
    world.make_rule()
    assert 'lang="zh-Hans"' in read(client).text
    assert read(client, start="").context["standings"][0].other_word.label == "Met"


def test_a_standing_that_occurs_shows_a_goal_and_one_that_does_not_says_so(client):
    world.make_rule()
    goal = a_paced_goal()
    shown = {(one.code, one.detail): one for one in read(client).context["standings"]}
    assert shown["outcome_unknown", "part"].example.goal_code == goal.code
    assert shown["missed", ""].example is None
    then = shown["slow", ""]
    assert (then.example, then.example_then.goal_code) == (None, goal.code)
    assert f"/goals/{goal.code}/?as_of=2022-08-31" in then.example_then.url


def test_the_worked_example_is_of_a_day_on_which_a_pace_was_told(client):
    world.make_rule()
    a_paced_goal()
    response = read(client)
    assert str(response.context["then_on"]) == "2022-08-31"
    assert response.context["example"]["row"].code == "slow"
    assert response.context["example"]["sum"][-1].value == "Behind pace"


def test_it_shows_every_threshold_of_the_rule_and_of_those_compared(client):
    world.make_rule(on_track_points="3", name_en="Ours")
    world.make_rule(on_track_points="10", slow_points="30", is_adopted=False, name_en="Theirs")
    response = read(client)
    assert "Theirs" in response.text
    assert response.context["thresholds"][0] == {
        "name": "on pace: behind by up to",
        "value": "3 points",
        "others": ["10 points"],
    }


def test_it_names_the_goals_that_another_rule_would_move(client):
    world.make_rule()
    world.make_rule(on_track_points="10", slow_points="30", is_adopted=False)
    goal = a_paced_goal()
    (compared,) = read(client).context["comparisons"]
    assert compared["now"] == []
    assert [(one["row"].goal_code, one["row"].code, one["code"]) for one in compared["then"]] == [
        (goal.code, "slow", "on_track")
    ]


def test_a_past_day_knows_no_later_figure(client):
    world.make_rule()
    a_paced_goal()
    response = read(client, "?as_of=2022-08-11")
    assert response.context["example"] is None
    assert "24" not in [one.example.figure for one in response.context["standings"] if one.example]


def test_a_corrected_figure_is_shown_struck(client):
    world.make_rule()
    series = world.make_series()
    wrong = world.make_observation(series=series, value=500)
    world.make_observation(series=series, value="519.81", supersedes=wrong)
    page = read(client).text
    assert "<del>50</del>" in page
    assert "<ins>51.981</ins>" in page


def test_aspects_stand_with_their_definitions(client):
    world.make_dimension(name_en="Sound planning", definition_en="What is sorted here")
    page = read(client).text
    assert "Sound planning" in page
    assert "What is sorted here" in page


@pytest.mark.parametrize("query", ["?page=1", "?colour=x", "?as_of=soon"])
def test_it_refuses_what_it_does_not_know(client, query):
    assert client.get(f"/method/{query}").status_code == 400


def test_hostile_names_stay_text(client):
    bad = "<script>alert(1)</script>"
    world.make_rule(name=bad, name_en=bad, note_en=bad)
    world.make_dimension(name_en=bad, definition_en=bad)
    a_paced_goal(title=bad, title_en=bad, due_note=bad, due_note_en=bad)
    for start in ("", "/en"):
        assert "<script" not in read(client, start=start).text
