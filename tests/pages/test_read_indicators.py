"""The list of indicators, and the page of one over parks and years with each basis apart."""

import pytest

from parks.models import Indicator
from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def read(client, indicator: Indicator, query: str = ""):
    response = client.get(f"/en/indicators/{indicator.code}/{query}")
    assert response.status_code == 200
    return response


def listed(client, query: str = "") -> dict[str, dict]:
    response = client.get(f"/en/indicators/{query}")
    assert response.status_code == 200
    return {str(row["name"]): row for group in response.context["groups"] for row in group["rows"]}


@BOTH
def test_an_empty_register_has_friendly_pages(client, start):
    page = client.get(f"{start}/indicators/")
    assert page.status_code == 200
    assert 'class="empty"' in page.text
    bare = world.make_indicator()
    page = client.get(f"{start}/indicators/{bare.code}/")
    assert page.status_code == 200
    assert 'class="empty"' in page.text


def test_an_unknown_indicator_is_not_found(client):
    assert client.get("/indicators/nothing/").status_code == 404


@pytest.mark.parametrize(("query", "named"), [("nature=wave", "nature"), ("colour=x", "colour"), ("page=x", "x")])
def test_the_list_refuses_what_it_does_not_know(client, query, named):
    response = client.get(f"/en/indicators/?{query}")
    assert response.status_code == 400
    assert named in response.text


def test_the_list_counts_series_values_parks_and_names_the_latest_period(client):
    indicator = world.make_indicator(name_en="Revenue")
    for park in (world.make_park(), world.make_park()):
        series = world.make_series(indicator=indicator, park=park)
        world.make_observation(series=series)
        world.make_observation(series=series, qualifier="forecast", period_end="2030-12-31")
    row = listed(client)["Revenue"]
    assert (row["series"], row["values"], row["parks"], row["latest"]) == (2, 4, 2, "Jan–Jun 2022")
    row = listed(client, "?as_of=2022-08-11")["Revenue"]
    assert (row["values"], row["latest"]) == (0, "")


def test_the_list_does_not_count_what_was_replaced(client):
    indicator = world.make_indicator(name_en="Revenue")
    series = world.make_series(indicator=indicator)
    old = world.make_observation(series=series, known_on="2022-07-01")
    world.make_observation(series=series, supersedes=old, value=300)
    assert listed(client)["Revenue"]["values"] == 1
    assert listed(client, "?as_of=2022-07-02")["Revenue"]["values"] == 1


def test_the_list_is_filtered_by_text_and_nature(client):
    world.make_indicator(name="税收", name_en="Tax")
    world.make_indicator(name="名次", name_en="Rank", nature="rank")
    assert list(listed(client, "?q=tax")) == ["Tax"]
    assert list(listed(client, "?q=名次")) == ["Rank"]
    assert list(listed(client, "?nature=rank")) == ["Rank"]
    assert listed(client, "?q=nothing") == {}


def test_two_bases_are_two_rows_and_never_one_line(client):
    indicator = world.make_indicator()
    for basis in ("Basis of 2017", "Basis of 2020"):
        series = world.make_series(indicator=indicator, basis_en=basis)
        for year in (2020, 2021):
            world.make_observation(series=series, value=year, period_start=f"{year}-01-01", period_end=f"{year}-12-31")
    response = read(client, indicator)
    assert [str(row.basis) for row in response.context["series"]] == ["Basis of 2017", "Basis of 2020"]
    assert response.context["years"] == [2020, 2021]
    assert 'class="spark"' not in response.text
    assert "Values of different years, scopes or bases are not ranked." in response.text


def test_a_line_is_drawn_through_three_values_of_one_kind_only(client):
    indicator = world.make_indicator()
    series = world.make_series(indicator=indicator)
    for year in (2019, 2020):
        world.make_observation(series=series, period_start=f"{year}-01-01", period_end=f"{year}-12-31")
    world.make_observation(series=series, period_start="2021-01-01", period_end="2021-06-30")
    world.make_observation(series=series, period_start="2021-01-01", period_end="2021-12-31", qualifier="forecast")
    world.make_observation(series=series, period_start="2022-01-01", period_end="2022-12-31", qualifier="at_least")
    assert 'class="spark"' not in read(client, indicator).text
    world.make_observation(series=series, period_start="2018-01-01", period_end="2018-12-31")
    response = read(client, indicator)
    assert 'class="spark"' in response.text
    assert [day.year for day, _ in response.context["series"][0].points] == [2018, 2019, 2020]


def test_every_figure_carries_its_source_and_day_and_says_what_it_measures(client):
    indicator = world.make_indicator()
    series = world.make_series(indicator=indicator, scope="wider", entity_en="The whole city")
    world.make_observation(series=series, ref="half")
    page = read(client, indicator).text
    for words in (
        'href="#o-half"',
        'id="o-half"',
        "29.061",
        "bn yuan",
        "Sample bureau",
        "2022-08-12",
        "The whole city",
    ):
        assert words in page


def test_a_replaced_value_leaves_the_table_of_years_and_stays_below(client):
    indicator = world.make_indicator()
    series = world.make_series(indicator=indicator)
    old = world.make_observation(series=series, ref="old", value=500, known_on="2022-07-01")
    world.make_observation(series=series, ref="new", value=510, supersedes=old)
    response = read(client, indicator)
    assert [[cell.url for cell in cells] for cells in response.context["series"][0].years] == [["#o-new"]]
    assert "<del>50</del>" in response.text


def test_it_names_the_goals_that_it_measures(client):
    goal = world.make_goal(target=580, title_en="Earn more")
    response = read(client, goal.series.indicator)
    assert f'/en/goals/{goal.code}/">Earn more' in response.text


def test_hostile_words_stay_text(client):
    bad = "<script>alert(1)</script>"
    indicator = world.make_indicator(name=bad, name_en="", definition=bad)
    series = world.make_series(indicator=indicator, title=bad, title_en="", entity=bad, entity_en="", basis=bad)
    world.make_observation(series=series, note=bad)
    for path in ("/indicators/", f"/indicators/{indicator.code}/"):
        page = client.get(path).text
        assert bad not in page
        assert "&lt;script&gt;" in page


@pytest.mark.parametrize("query", ["", "?as_of=2022-09-01"])
def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries, query):
    indicator = world.make_indicator()
    counts = []
    for extra in (1, 59):
        for _ in range(extra):
            more = world.make_indicator()
            series = world.make_series(indicator=indicator)
            world.make_observation(series=series)
            world.make_observation(series=world.make_series(indicator=more))
            world.make_goal(series=series)
        asked = []
        for path in ("/indicators/", f"/indicators/{indicator.code}/"):
            with django_assert_max_num_queries(6) as queries:
                assert client.get(path + query).status_code == 200
            asked.append(len(queries))
        counts.append(asked)
    assert counts[0] == counts[1]
