"""The API: an index, lists and details, the day, refusals that name what they refuse."""

import json

import pytest

from tests import world

pytestmark = pytest.mark.django_db
NOUNS = ("parks", "goals", "projects", "indicators", "sources")


def read(client, address: str, status: int = 200, **headers) -> dict:
    response = client.get(f"/api/v1/{address}", headers=headers)
    assert response.status_code == status, response.text
    assert response.headers["Content-Type"] == "application/json"
    return json.loads(response.text, parse_float=lambda text: pytest.fail(f"a float: {text}"))


def codes(client, address: str) -> list[str]:
    return [row["code"] for row in read(client, address)["results"]]


def a_small_register():
    world.make_rule()
    goal = world.make_goal(target="580.5", known_on="2022-01-11")
    world.make_observation(series=goal.series)
    project = world.make_project(known_on="2022-01-11")
    world.make_update(project=project, amount_kind="total_investment", value=120, unit=world.make_unit())
    world.make_industry()
    return goal, project


def test_the_index_leads_to_every_noun(client):
    index = read(client, "")
    for noun in NOUNS:
        assert index[noun].endswith(f"/api/v1/{noun}/")


@pytest.mark.parametrize("noun", NOUNS)
def test_an_empty_register_answers_with_an_empty_list(client, noun):
    answer = read(client, f"{noun}/")
    assert (answer["count"], answer["results"], answer["next"], answer["previous"]) == (0, [], None, None)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_list_and_each_of_its_rows_answer(client, noun):
    a_small_register()
    for code in codes(client, f"{noun}/"):
        assert read(client, f"{noun}/{code}/")["code"] == code


def test_a_goal_carries_its_figure_its_target_and_its_standing(client):
    goal, _ = a_small_register()
    told = read(client, f"goals/{goal.code}/")
    assert told["latest"]["value"] == "290.61"
    assert told["latest"]["unit"] == {
        "symbol": "亿元",
        "symbol_en": "100m yuan",
        "quantity": "money",
        "factor": "100000000",
    }
    assert (told["latest"]["period_start"], told["latest"]["period_end"]) == ("2022-01-01", "2022-06-30")
    assert (told["latest"]["qualifier"], told["latest"]["known_on"]) == ("actual", "2022-08-12")
    assert told["latest"]["source"]["reliability"] == "high"
    assert (told["target"]["value"], told["target"]["comparator"]) == ("580.5", "at_least")
    assert (told["standing"]["standing"], told["standing"]["detail"]) == ("outcome_unknown", "part")
    assert told["standing"]["share"] == "0.50062"
    assert [row["value"] for row in told["values"]] == ["290.61"]


def test_a_project_carries_its_stage_and_every_update(client):
    _, project = a_small_register()
    told = read(client, f"projects/{project.code}/")
    assert (told["stage"], told["stage_end"], told["stage_part"]) == ("building", "2022-05-10", "")
    assert told["total_investment"]["value"] == "120"
    assert [row["status"] for row in told["updates"]] == ["speaks"]


def test_a_past_day_knows_what_was_known_then(client):
    goal, project = a_small_register()
    then = read(client, f"goals/{goal.code}/?as_of=2022-08-11")
    assert (then["as_of"], then["known_by"], then["latest"]) == ("2022-08-11", "2022-08-11", None)
    assert read(client, f"goals/{goal.code}/?as_of=2022-08-11&known=now")["latest"]["value"] == "290.61"
    assert read(client, f"projects/{project.code}/?as_of=2022-08-11")["stage"] is None
    assert codes(client, "goals/?as_of=2022-01-10") == []
    read(client, f"goals/{goal.code}/?as_of=2022-01-10", 404)


def test_lists_take_the_filters_of_the_pages(client):
    goal, project = a_small_register()
    assert codes(client, "goals/?standing=outcome_unknown&nature=flow&due=2022") == [goal.code]
    assert codes(client, "goals/?standing=reached") == []
    assert codes(client, "projects/?stage=building") == [project.code]
    assert codes(client, "projects/?stage=unrecorded") == []
    assert codes(client, "indicators/?nature=rank") == []
    assert len(codes(client, "sources/?reliability=high")) == 1
    assert len(codes(client, "parks/?q=Sample")) == 1


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("?colour=red", "colour"),
        ("?format=xml", "format"),
        ("?as_of=2022-02-30", "2022-02-30"),
        ("?as_of=2999-01-01", "2999-01-01"),
        ("?known=then", "known"),
        ("?lang=de", "lang"),
        ("goals/?standing=happy", "standing"),
        ("goals/?park=atlantis", "park"),
        ("projects/?stage=demolished", "stage"),
        ("projects/?stage=building&stage=planned", "stage"),
        ("indicators/?nature=wave", "nature"),
        ("sources/?reliability=none", "reliability"),
        ("parks/?page=two", "two"),
        ("parks/?as_of=2022-01-01&as_of=2022-01-02", "as_of"),
    ],
)
def test_it_refuses_what_it_does_not_know_by_name(client, address, named):
    answer = read(client, address, 400)
    assert answer["status"] == 400
    assert named in answer["detail"]


@pytest.mark.parametrize("address", ["goals/nothing/", "parks/?page=2", "nothing/", "nothing/at/all/"])
def test_what_is_not_there_is_not_found_in_json(client, address):
    assert read(client, address, 404)["status"] == 404


def test_refusals_speak_the_language_asked_for(client):
    assert "not a page number" in read(client, "parks/?page=x&lang=en", 400)["detail"]
    assert "not a page number" in read(client, "parks/?page=x", 400, accept_language="en")["detail"]
    assert client.get("/api/v1/?lang=en").headers["Content-Language"] == "en"
    assert client.get("/api/v1/").headers["Content-Language"] == "zh-hans"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, method):
    assert getattr(client, method)("/api/v1/goals/").status_code == 405


def test_a_long_list_is_paged_by_a_hundred(client):
    park = world.make_park()
    for _ in range(101):
        world.make_project(park=park)
    first = read(client, "projects/")
    assert (first["count"], len(first["results"]), first["pages"]) == (101, 100, 2)
    assert first["next"].endswith("/api/v1/projects/?page=2")
    assert len(read(client, "projects/?page=2")["results"]) == 1


def test_an_address_without_its_final_slash_is_redirected(client):
    assert client.get("/api/v1/goals").status_code == 301


def test_what_is_not_published_is_nowhere(client):
    series = world.make_series()
    world.make_observation(series=series, ref="draft", known_on=None)
    world.make_source(title="未用")
    for noun in NOUNS:
        text = client.get(f"/api/v1/{noun}/").text
        assert "draft" not in text
        assert "未用" not in text
    assert "draft" not in client.get(f"/api/v1/indicators/{series.indicator.code}/").text
