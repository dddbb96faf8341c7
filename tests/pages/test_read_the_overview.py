"""The front page: its sentence, the slips, the matrix, the roll, what is new and what is wanted."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["/", "/en/"])
HOSTILE = "<script>alert(1)</script>&{{ x }}"


def plain(text: str) -> str:
    return " ".join(text.split())


@BOTH
def test_it_opens_for_an_empty_register(client, start):
    response = client.get(start)
    assert response.status_code == 200
    assert response.text.count('class="empty"') >= 3


@BOTH
def test_it_opens_for_a_day_before_everything(client, start):
    world.make_goal(target=580)
    world.make_observation()
    world.make_update()
    response = client.get(f"{start}?as_of=2000-01-01")
    assert response.status_code == 200
    assert response.context["book"] == []
    assert response.context["newest"] == []


def test_the_headline_counts_goals_with_a_number_and_a_date_those_due_and_those_with_a_result(client):
    park = world.make_park()
    met = world.make_goal(park=park, target=100)
    world.make_observation(series=met.series, value=120, period_end="2022-12-31", period_start="2022-01-01")
    part = world.make_goal(park=park, target=580)
    world.make_observation(series=part.series)
    world.make_goal(park=park, target=5, due_on="2999-12-31")
    world.make_goal(park=park, target=5, starts_on=None, due_on=None)
    world.make_goal(park=park, starts_on=None, due_on=None)
    response = client.get("/en/")
    headline = plain(response.context["headline"])
    assert "3 goals</a> with a number and a date" in headline
    assert "2 are now due</a>" in headline
    assert "1 of them</a>" in headline
    remarks = [plain(remark) for remark in response.context["remarks"]]
    assert "5 goals</a> in all." in remarks[0]
    assert "1 goal</a> has a number but no deadline." in remarks[1]
    assert "1 goal</a> is stated in words" in remarks[2]
    assert "1 has a figure for part of its period only; it runs to 30 June 2022." in remarks[3]


def test_the_numbers_of_the_headline_lead_to_as_many_goals(client):
    for due_on in ("2022-12-31", "2022-12-31", "2999-12-31"):
        world.make_goal(target=580, due_on=due_on)
    world.make_goal()
    headline = client.get("/en/").context["headline"]
    links = [part.split('"')[0].replace("&amp;", "&") for part in headline.split('href="')[1:]]
    assert [client.get(link).context["shown"] for link in links] == [3, 2, 0]


def test_goals_stand_in_the_book_by_what_is_known_of_them(client):
    part = world.make_goal(target=580)
    world.make_observation(series=part.series)
    world.make_goal(target=580)
    world.make_goal(target=580, due_on="2999-12-31")
    groups = {group["title"]: group["count"] for group in client.get("/en/").context["book"]}
    assert groups == {"due, part of the period only": 1, "due, no figure": 1, "not due yet": 1}


def test_a_related_figure_fills_no_slip(client):
    goal = world.make_goal(target=580)
    other = world.make_series()
    world.make_related(goal=goal, series=other)
    world.make_observation(series=other, value=500)
    (group,) = client.get("/en/").context["book"]
    assert group["title"] == "due, no figure"
    assert group["items"][0]["share"] is None


def test_the_matrix_says_where_a_park_names_no_goal(client):
    one, two = world.make_dimension(), world.make_dimension()
    goal = world.make_goal(dimension=two)
    (row,) = client.get("/en/").context["matrix"]
    assert [cell.tally for cell in row.cells] == ["", "Due, result unknown 1"]
    assert client.get(row.cells[1].url).context["shown"] == 1
    assert f"dimension={two.code}" in row.cells[1].url
    assert one.name_en in client.get("/en/").text
    assert goal.code


class TestTheRoll:
    def shown(self, client, query=""):
        return client.get(f"/en/{query}").context["roll"][0]

    def test_it_shows_the_latest_figure_with_unit_period_source_grade_and_day(self, client):
        series = world.make_series()
        world.make_observation(series=series, period_start="2021-01-01", period_end="2021-12-31", value=500)
        world.make_observation(series=series)
        figure = self.shown(client).figure
        assert (figure.value, figure.unit, figure.period) == ("29.061", "bn yuan", "Jan–Jun 2022")
        assert (figure.source.publisher, figure.source.reliability) == ("Sample bureau", "high")
        assert figure.known_on == world.KNOWN

    def test_a_correction_takes_the_place_of_what_it_corrects(self, client):
        first = world.make_observation()
        world.make_observation(supersedes=first, value=300, known_on="2022-09-01")
        assert self.shown(client).figure.value == "30"
        assert self.shown(client, "?as_of=2022-08-31").figure.value == "29.061"

    def test_a_figure_of_something_wider_does_not_stand_for_the_park(self, client):
        world.make_observation(series=world.make_series(scope="wider"))
        row = self.shown(client)
        assert row.figure is None
        assert "wider than the park" in row.none

    def test_a_forecast_is_no_figure_of_the_park(self, client):
        world.make_observation(qualifier="forecast")
        assert self.shown(client).figure is None

    def test_a_withdrawn_figure_is_gone_from_its_day(self, client):
        world.make_observation(withdrawn_on="2022-10-01")
        assert self.shown(client).figure is None
        assert self.shown(client, "?as_of=2022-09-30").figure is not None

    def test_a_sourced_figure_goes_before_a_doubtful_later_one(self, client):
        series = world.make_series()
        low = world.make_source(reliability="low")
        good = world.make_source()
        world.make_observation(series=series, source=good, value=10)
        world.make_observation(
            series=world.make_series(), source=low, period_end="2022-07-31", period_start="2022-01-01"
        )
        assert self.shown(client).figure.source.reliability == "high"

    def test_the_level_is_that_of_the_day(self, client):
        world.make_event(level="provincial", period_start="2003-01-01", period_end="2003-01-01", known_on="2003-01-01")
        world.make_event(level="national", period_start="2012-01-01", period_end="2012-01-01", known_on="2012-01-01")
        assert self.shown(client).level == "national level"
        assert self.shown(client, "?as_of=2005-01-01").level == "provincial level"


def test_the_newest_entries_say_what_was_corrected(client):
    first = world.make_observation(value=500)
    world.make_observation(supersedes=first, value="519.81", known_on="2022-09-01")
    page = client.get("/").text
    assert "<del>500</del>" in page
    assert "<ins>519.81</ins>" in page


def test_with_hindsight_only_what_had_happened_by_the_day_is_new(client):
    series = world.make_series()
    world.make_observation(series=series, known_on="2022-09-01")
    world.make_observation(
        series=series, period_start="2022-01-01", period_end="2022-09-30", value=400, known_on="2022-10-20"
    )
    lines = client.get("/en/?as_of=2022-08-31&known=now").context["newest"]
    assert [said.value for line in lines for said in line.said] == ["29.061"]


@time_machine.travel(date(2023, 1, 10))
def test_wanted_names_what_is_due_without_an_outcome_and_what_soon_will_be(client):
    world.make_goal(target=580)
    world.make_goal(target=580, due_on="2023-06-30")
    world.make_goal(target=580, due_on="2030-12-31")
    met = world.make_goal(target=100)
    world.make_observation(series=met.series, period_end="2022-12-31", period_start="2022-01-01")
    wanted = client.get("/en/").context["wanted"]
    assert [str(one.due_on) for one in wanted] == ["2023-06-30", "2022-12-31"]
    assert [one.what for one in wanted] == [
        "1 goal due in 171\N{NO-BREAK SPACE}days",
        "1 goal due, result awaited for 10\N{NO-BREAK SPACE}days",
    ]


def test_a_long_column_of_the_board_ends_with_the_way_to_all_of_it(client):
    for _ in range(6):
        world.make_update(project=world.make_project())
    world.make_project()
    page = client.get("/en/")
    building = next(c for c in page.context["board"]["columns"] if c["count"] == 6)
    assert (len(building["items"]), building["more"]) == (4, "2 more")
    assert building["more_url"] == "/en/projects/?stage=building"
    assert page.context["board"]["columns"][-1]["unrecorded"]


def test_hostile_names_stay_text(client):
    park = world.make_park(name_en=HOSTILE, short_name_en=HOSTILE, district_en=HOSTILE)
    dimension = world.make_dimension(name_en=HOSTILE)
    goal = world.make_goal(park=park, dimension=dimension, title_en=HOSTILE, label_en="<b>", target=580)
    world.make_observation(series=goal.series, source=world.make_source(publisher_en=HOSTILE))
    world.make_update(title_en=HOSTILE)
    page = client.get("/en/").text
    assert "<script>alert" not in page
    assert "&amp;lt;" not in page


def test_it_refuses_what_it_cannot_be_asked_for(client):
    response = client.get("/en/?colour=red")
    assert response.status_code == 400
    assert "colour" in response.text


def fill(count: int) -> None:
    for _ in range(count):
        goal = world.make_goal(target=580)
        world.make_observation(series=goal.series)
        world.make_update(project=world.make_project())


@pytest.mark.parametrize("query", ["", "?as_of=2022-08-31", "?as_of=2022-08-31&known=now"])
def test_it_asks_the_database_as_often_for_one_goal_as_for_sixty(client, query):
    world.make_rule()
    fill(1)
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(f"/{query}")
    fill(59)
    with CaptureQueriesContext(connection) as sixty:
        client.get(f"/{query}")
    assert len(one) == len(sixty) <= 6
