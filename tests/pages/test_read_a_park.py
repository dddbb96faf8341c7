"""The page of a park: its life, its goals under each aspect, its figures by year, its projects, its record."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def cells(table, row: int = 0) -> dict[int, list[str]]:
    """The values of a line of the table by year."""
    return {year: [one.value for one in cell] for year, cell in zip(table.years, table.own[row].cells, strict=True)}


def read(client, query: str = "", start: str = "/en"):
    return client.get(f"{start}/parks/east/{query}")


@BOTH
def test_it_opens_for_a_park_of_which_nothing_is_known(client, start):
    world.make_park(code="east", district="", district_en="")
    response = read(client, start=start)
    assert response.status_code == 200
    assert response.text.count('class="empty"') >= 4
    assert ("not confirmed" if start else "待核") in response.text


@BOTH
def test_an_unknown_park_is_a_404_page(client, start):
    response = client.get(f"{start}/parks/nowhere/")
    assert response.status_code == 404
    assert "<h1" in response.text


def test_every_section_has_an_address_of_its_own(client):
    park = world.make_park(code="east", positioning="p")
    world.make_goal(park=park)
    page = read(client).text
    for anchor in ("history", "plans", "goals", "figures", "projects", "record", "cite"):
        assert f'id="{anchor}"' in page


def test_the_sentence_counts_its_goals(client):
    park = world.make_park(code="east", district_en="East District")
    world.make_event(park=park, level="provincial")
    goal = world.make_goal(park=park, target=580)
    world.make_observation(series=goal.series)
    world.make_goal(park=park)
    sentence = read(client).context["sentence"]
    assert sentence.startswith("A provincial-level park in East District. The record holds 2 goals of it.")
    assert "With a number and a date: 1; due: 1; with a full-period result: 0" in sentence


def test_the_level_comes_with_its_event_and_source(client):
    park = world.make_park(code="east")
    world.make_event(park=park, period_start="2012-05-01", period_end="2012-05-01", known_on="2012-05-01")
    level = read(client).context["level"]
    assert (level.value, level.on, level.source.publisher) == ("national level", "2012-05-01", "Sample bureau")
    assert read(client, "?as_of=2010-01-01").context["level"] is None


def test_a_doubtful_source_gives_no_level(client):
    park = world.make_park(code="east")
    world.make_event(park=park, source=world.make_source(reliability="low"))
    response = read(client)
    assert response.context["level"] is None
    assert len(response.context["history"]) == 1


def test_industries_stand_under_the_role_that_the_source_gives(client):
    park = world.make_park(code="east")
    world.make_industry(park=park, name_en="Seeds", role="lead")
    world.make_industry(park=park, name_en="Games", role="emerging")
    shown = [(one.role, one.names) for one in read(client).context["industries"]]
    assert shown == [("lead", "Seeds"), ("emerging", "Games")]


def test_every_aspect_is_shown_and_an_empty_one_says_so(client):
    park = world.make_park(code="east")
    world.make_dimension(name_en="Empty")
    full = world.make_dimension(name_en="Full")
    world.make_goal(park=park, dimension=full)
    response = read(client)
    assert [(a.name, len(a.goals)) for a in response.context["aspects"]] == [("Empty", 0), ("Full", 1)]
    assert "the park names no goal of this kind" in response.text


def test_a_goal_shows_its_figure_with_unit_period_source_grade_and_day(client):
    goal = world.make_goal(park=world.make_park(code="east"), target=580)
    world.make_observation(series=goal.series)
    page = read(client).text
    for words in ("29.061", "bn yuan", "Jan–Jun 2022", "50.1%", "Sample bureau", "known 2022-08-12", 'data-grade="a"'):
        assert words in page


def test_a_related_figure_stands_beside_with_its_reason_and_source(client):
    goal = world.make_goal(park=world.make_park(code="east"), target=580)
    other = world.make_series(title_en="All firms")
    world.make_related(goal=goal, series=other, reason_en="Counts other firms")
    world.make_observation(series=other, qualifier="at_least", value=500)
    response = read(client)
    (aspect,) = response.context["aspects"]
    (beside,) = aspect.beside
    assert (beside.series, beside.figure.value, beside.reason) == ("All firms", ">50", "Counts other firms")
    assert aspect.goals[0]["share"] is None


class TestFiguresByYear:
    def test_years_are_columns_and_parts_of_a_year_say_their_period(self, client):
        series = world.make_series(park=world.make_park(code="east"))
        world.make_observation(series=series, period_start="2021-01-01", period_end="2021-12-31", value=500)
        world.make_observation(series=series)
        table = read(client).context["years"]
        assert cells(table) == {2021: ["50"], 2022: ["29.061"]}
        assert [[one.period for one in cell] for cell in table.own[0].cells] == [[""], ["Jan–Jun 2022"]]
        assert table.own[0].unit == "bn yuan"

    def test_a_corrected_value_stands_struck_beside_the_new_one(self, client):
        world.make_park(code="east")
        first = world.make_observation(value=500)
        world.make_observation(supersedes=first, value="519.81", known_on="2022-09-01")
        response = read(client, start="")
        (value,) = response.context["years"].own[0].cells[0]
        assert (value.old, value.value) == (["500"], "519.81")
        assert "<del>500</del> <ins>519.81</ins>" in response.text
        (value,) = read(client, "?as_of=2022-08-31").context["years"].own[0].cells[0]
        assert (value.old, value.value) == ([], "50")

    def test_a_withdrawn_value_says_so(self, client):
        world.make_park(code="east")
        world.make_observation(withdrawn_on="2022-10-01")
        (value,) = read(client).context["years"].own[0].cells[0]
        assert value.withdrawn == "withdrawn 2022-10-01"
        (value,) = read(client, "?as_of=2022-09-30").context["years"].own[0].cells[0]
        assert value.withdrawn == ""

    def test_a_withdrawn_correction_leaves_the_first_value(self, client):
        world.make_park(code="east")
        first = world.make_observation(value=500)
        world.make_observation(supersedes=first, value=600, known_on="2022-09-01", withdrawn_on="2022-10-01")
        values = read(client).context["years"].own[0].cells[0]
        assert [(one.value, bool(one.withdrawn)) for one in values if not one.withdrawn] == [("50", False)]

    def test_a_forecast_and_a_doubtful_source_are_marked(self, client):
        world.make_park(code="east")
        world.make_observation(qualifier="forecast", source=world.make_source(reliability="low"))
        response = read(client)
        (value,) = response.context["years"].own[0].cells[0]
        assert (value.qualifier, value.doubtful) == ("forecast", True)
        assert 'data-grade="c"' in response.text

    def test_every_value_leads_to_its_source(self, client):
        world.make_park(code="east")
        old, new = world.make_source(publisher_en="Old"), world.make_source(publisher_en="New")
        series = world.make_series()
        world.make_observation(series=series, source=new)
        world.make_observation(series=series, source=old, period_end="2021-12-31", known_on="2022-01-20")
        table = read(client).context["years"]
        assert [(one.number, one.source.publisher) for one in table.sources] == [(1, "Old"), (2, "New")]
        assert [cell[0].source for cell in table.own[0].cells] == [1, 2]

    def test_another_basis_has_a_line_of_its_own(self, client):
        world.make_park(code="east")
        world.make_observation(series=world.make_series(basis_en="All firms"))
        world.make_observation(series=world.make_series(basis_en="Large firms"))
        world.make_observation(series=world.make_series(scope="wider", entity_en="The district"))
        table = read(client).context["years"]
        assert sorted(row.basis for row in table.own) == ["All firms", "Large firms"]
        assert [row.entity for row in table.others] == ["The district"]

    def test_a_goal_without_any_figure_keeps_its_line_beside_those_that_have(self, client):
        world.make_park(code="east")
        measured = world.make_goal(target=580)
        world.make_observation(series=measured.series)
        world.make_goal(target=42)
        table = read(client).context["years"]
        assert [row.is_empty for row in table.own] == [False, True]
        assert [goal.target for goal in table.own[1].goals] == ["≥4.2"]


def test_projects_are_shown_with_their_stage_and_a_retired_one_stays(client):
    park = world.make_park(code="east")
    built, ended = world.make_project(park=park), world.make_project(park=park)
    world.make_update(project=built)
    world.make_retirement(project=ended)
    shown = [(one.row.project_code, one.row.stage, bool(one.retired)) for one in read(client).context["projects"]]
    assert shown == [(built.code, "building", False), (ended.code, "", True)]


class TestTheRecord:
    def test_what_became_known_last_stands_first_and_one_source_on_one_line(self, client):
        world.make_park(code="east")
        series = world.make_series()
        world.make_observation(series=series)
        world.make_observation(series=series, period_start="2021-01-01", period_end="2021-12-31")
        world.make_update(known_on="2022-10-01")
        lines = read(client).context["record"]
        assert [(str(line.on), len(line.said)) for line in lines] == [("2022-10-01", 1), ("2022-08-12", 2)]

    def test_a_correction_names_the_old_value_and_its_reason(self, client):
        world.make_park(code="east")
        first = world.make_observation(value=500)
        world.make_observation(
            supersedes=first, value="519.81", known_on="2022-09-01", supersede_reason_en="The source & its table"
        )
        response = read(client)
        correction, original = (line.said[0] for line in response.context["record"])
        assert (correction.old, correction.value) == ("50", "51.981")
        assert correction.reason == "Corrected: The source & its table"
        assert "The source &amp; its table" in response.text
        assert original.withdrawn == "corrected 2022-09-01"

    def test_goals_that_came_with_a_source_are_counted_on_its_line(self, client):
        park = world.make_park(code="east")
        world.make_goal(park=park)
        world.make_goal(park=park)
        world.make_observation()
        (line,) = read(client).context["record"]
        assert line.said[0].text == "2 goals entered"

    def test_a_revised_target_is_an_entry(self, client):
        goal = world.make_goal(park=world.make_park(code="east"), target=580)
        world.make_target(goal=goal, value=600, known_on="2022-10-01")
        line = read(client).context["record"][0]
        assert line.said[0].tail == "target revised to ≥60\N{NO-BREAK SPACE}bn yuan"

    def test_a_long_record_says_how_much_it_leaves_out(self, client):
        world.make_park(code="east")
        series = world.make_series()
        for number in range(45):
            year = f"{1950 + number}"
            world.make_observation(
                series=series, period_start=f"{year}-01-01", period_end=f"{year}-12-31", known_on=f"{year}-12-31"
            )
        response = read(client)
        assert (len(response.context["record"]), response.context["older"]) == (40, 5)


def test_the_citation_carries_the_day(client):
    world.make_park(code="east")
    assert "http://testserver/en/parks/east/?as_of=2022-08-31" in read(client, "?as_of=2022-08-31").text
    url = read(client).context["cite_url"]
    assert url.startswith("http://testserver/en/parks/east/?as_of=")


def test_another_park_shows_nothing_of_it(client):
    east, west = world.make_park(code="east"), world.make_park(code="west")
    world.make_goal(park=west, title_en="Western goal")
    world.make_update(project=world.make_project(park=west, name_en="Western project"))
    world.make_observation(series=world.make_series(park=west, title_en="Western series"))
    assert east.code in read(client).request["PATH_INFO"]
    assert "Western" not in read(client).text


def test_hostile_texts_stay_text(client):
    hostile = "<script>alert(1)</script>"
    park = world.make_park(
        code="east",
        name_en=hostile,
        positioning_en=hostile,
        priorities_en=hostile,
        website="https://example.org/?a=1&b=2",
    )
    world.make_industry(park=park, name_en=hostile)
    world.make_event(park=park, title_en=hostile, note_en=hostile)
    goal = world.make_goal(park=park, title_en=hostile, target=580)
    first = world.make_observation(series=goal.series)
    world.make_observation(series=goal.series, supersedes=first, supersede_reason_en=hostile, known_on="2022-09-01")
    world.make_observation(
        series=world.make_series(title_en=hostile, entity_en=hostile, basis_en=hostile, scope="narrower"),
        withdrawn_on="2022-10-01",
        withdrawn_reason=hostile,
    )
    world.make_update(project=world.make_project(name_en=hostile), title_en=hostile, part_en=hostile)
    page = read(client).text
    assert "<script>alert" not in page
    assert "&amp;lt;" not in page


def fill(count: int) -> None:
    for _ in range(count):
        goal = world.make_goal(target=580)
        world.make_observation(series=goal.series)
        world.make_update(project=world.make_project())
        world.make_event()
        world.make_related(goal=goal)


@pytest.mark.parametrize("query", ["", "?as_of=2022-08-31", "?as_of=2022-08-31&known=now"])
def test_it_asks_the_database_as_often_for_one_goal_as_for_sixty(client, query):
    world.make_rule()
    world.make_park(code="east")
    counts = []
    for more in (1, 59):
        fill(more)
        with CaptureQueriesContext(connection) as asked:
            read(client, query)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6
