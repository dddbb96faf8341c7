"""The page of one goal: its figure, the sum behind its standing, every observation, and what stands apart."""

import re

import pytest

from parks.models import Goal
from tests import world

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("start", ["", "/en"])


def read(client, goal: Goal, query: str = "", start: str = "/en"):
    response = client.get(f"{start}/goals/{goal.code}/{query}")
    assert response.status_code == 200
    return response


def told(response) -> dict[str, tuple[str, str]]:
    """The account of the standing: term to (number, note)."""
    return {line.term: (line.value.replace("\N{NO-BREAK SPACE}", " "), line.note) for line in response.context["sum"]}


def halfway(**given) -> Goal:
    """A goal of 58 bn yuan with a half-year figure of 29.061."""
    goal = world.make_goal(target=580, **given)
    world.make_observation(series=goal.series, ref="half")
    return goal


@BOTH
def test_a_goal_of_which_nothing_is_known_has_a_calm_page(client, start):
    for goal in (world.make_goal(), world.make_goal(target=580), world.make_goal(starts_on=None, due_on=None)):
        read(client, goal, start=start)


@BOTH
def test_an_unknown_goal_is_not_found(client, start):
    assert client.get(f"{start}/goals/nothing/").status_code == 404


def test_a_goal_is_not_found_on_a_day_before_it_was_known(client):
    goal = world.make_goal(known_on="2022-01-11")
    assert client.get(f"/goals/{goal.code}/?as_of=2022-01-10").status_code == 404
    read(client, goal, "?as_of=2022-01-11")


@pytest.mark.parametrize("query", ["?park=x", "?page=1", "?as_of=soon", "?as_of=2022-02-30", "?known=then"])
def test_it_refuses_what_it_does_not_know(client, query):
    assert client.get(f"/goals/{world.make_goal().code}/{query}").status_code == 400


def test_the_large_number_carries_period_source_grade_day_and_the_published_figure(client):
    page = read(client, halfway()).text
    assert re.search(r'data-size="hero"[^>]*><b>29\.061</b> <span>bn yuan', page)
    for words in ("Jan–Jun 2022", "Sample bureau", 'data-grade="a"', 'href="#o-half"'):
        assert words in page
    assert page.count("290.61亿元") == 1


def test_a_chinese_page_shows_the_figure_as_published(client):
    page = read(client, halfway(), start="").text
    assert re.search(r'data-size="hero"[^>]*><b>290\.61</b> <span>亿元', page)


def test_the_account_of_a_sum_can_be_done_again(client):
    account = told(read(client, halfway()))
    assert account["Target"] == ("≥58 bn yuan", "in 2022, a running sum, higher is better")
    assert account["Reported"] == ("29.061 bn yuan", "Jan–Jun 2022")
    assert account["Share"] == ("50.1%", "29.061 ÷ 58")
    assert account["Expected by then"] == ("50.0%", "6 of 12 whole months")
    assert account["Gap"][0] == "+0.1 points"
    assert "up to 2 points behind is on pace, up to 10 behind pace" in account["Gap"][1]


def test_the_account_ends_in_the_standing_of_the_day_shown(client):
    goal = halfway()
    last = read(client, goal, "?as_of=2022-09-01").context["sum"][-1]
    assert (last.term, last.value, last.note) == ("As of 2022-09-01", "On pace", "due 2022-12-31, not yet")
    last = read(client, goal, "?as_of=2023-01-01").context["sum"][-1]
    assert (last.value, last.note) == ("Due, result unknown", "due 2022-12-31, no figure that covers it")


def test_the_rule_in_force_is_named(client):
    world.make_rule(name_en="Sample rule", slow_points=30)
    response = read(client, halfway())
    assert "Rule: Sample rule" in response.text
    assert "up to 30 behind pace" in told(response)["Gap"][1]


def test_the_account_of_a_stock_starts_from_its_baseline(client):
    series = world.make_series(indicator=world.make_indicator(nature="stock"), accumulation="point")
    goal = world.make_goal(series=series, target=500, starts_on="2021-12-31")
    world.make_observation(series=series, value=200, period_end="2021-12-31")
    world.make_observation(series=series, value=320, period_end="2022-06-30")
    account = told(read(client, goal, "?as_of=2022-09-01"))
    assert account["At the start"][0] == "20 bn yuan"
    assert account["Share"] == ("40.0%", "12 ÷ 30")


def test_a_stock_without_a_baseline_says_why_there_is_no_path(client):
    series = world.make_series(indicator=world.make_indicator(nature="stock"), accumulation="point")
    goal = world.make_goal(series=series, target=500)
    world.make_observation(series=series, value=320, period_end="2022-06-30")
    assert told(read(client, goal))["Expected by then"] == ("—", "without a value at the start there is no path")


def percent_series():
    unit = world.make_unit(code="percent", symbol="%", symbol_en="%", quantity="share", factor=1)
    return world.make_series(indicator=world.make_indicator(unit=unit, nature="rate"))


def test_the_gap_of_a_rate_in_percent_is_in_points(client):
    goal = world.make_goal(series=percent_series(), target=20)
    world.make_observation(series=goal.series, value="12.5")
    assert told(read(client, goal, "?as_of=2022-09-01"))["Gap"][0] == "−7.5 points"


def test_the_gap_of_another_rate_is_in_its_own_unit_and_in_percent_of_the_target(client):
    unit = world.make_unit(code="yield", symbol="万元/亩", symbol_en="x", quantity="land_yield", factor=10000)
    series = world.make_series(indicator=world.make_indicator(unit=unit, nature="rate"), accumulation="point")
    goal = world.make_goal(series=series, target=30)
    world.make_observation(series=series, value=27, period_end="2022-06-30")
    response = read(client, goal, "?as_of=2022-09-01")
    assert told(response)["Away from the target"] == ("−30,000 yuan per mu", "−10.0% of the target")
    assert "percentage" not in response.context["row"].explanation
    assert "−10.0% of the target" in response.context["row"].explanation


def test_the_gap_of_a_rank_is_in_places(client):
    unit = world.make_unit(code="place", symbol="名", symbol_en="place", quantity="rank", factor=1)
    series = world.make_series(
        indicator=world.make_indicator(unit=unit, nature="rank", direction="down"), accumulation="point"
    )
    goal = world.make_goal(series=series, target=50, comparator="at_most")
    world.make_observation(series=series, value=92, period_end="2022-06-30")
    account = told(read(client, goal, "?as_of=2022-09-01"))
    assert account["Still to go"] == ("42 places", "92 − 50")
    assert account["Target"][0] == "top 50"


def test_a_sum_with_a_hole_is_not_held_against_a_path(client):
    series = world.make_series(accumulation="per_period")
    goal = world.make_goal(series=series, target=580)
    world.make_observation(series=series, value=100, period_start="2022-04-01", period_end="2022-06-30")
    account = told(read(client, goal, "?as_of=2022-09-01"))
    assert "with a hole between them" in account["Reported"][1]
    assert account["Expected by then"][0] == "—"


def test_a_goal_without_a_series_of_its_own_says_why_nothing_is_measured(client):
    goal = world.make_goal()
    world.make_target(goal=goal, value=2000)
    account = told(read(client, goal))
    assert account["Reported"][0] == "not received"
    assert "does not say which figure" in account["Reported"][1]


def test_a_judged_goal_shows_the_news_it_rests_on_with_its_source(client):
    goal = world.make_goal()
    world.make_milestone(goal=goal, title_en="Opened")
    world.make_goal_update(
        goal=goal, ref="named", title_en="Named by the ministry", judgement="reached", reason_en="It is on the list"
    )
    response = read(client, goal)
    assert told(response)["Judgement"] == ("judged reached", "20 May 2022")
    assert told(response)["Milestones done"][0] == "0 / 1"
    for words in ('href="#n-named"', 'id="n-named"', "It is on the list", "Sample bureau"):
        assert words in response.text


def test_a_revised_target_shows_progress_against_both(client):
    goal = halfway()
    world.make_target(goal=goal, value=500, reason_en="Cut in the half-year plan", known_on="2022-09-01")
    response = read(client, goal)
    account = told(response)
    assert account["Original target"][0] == "≥58 bn yuan"
    assert account["Current target"][0] == "≥50 bn yuan"
    assert account["Against the original target"] == ("50.1%", "29.061 ÷ 58")
    assert [row.share for row in response.context["ledger"]] == ["50.1%", "58.1%"]
    assert "Cut in the half-year plan" in response.text
    assert len(read(client, goal, "?as_of=2022-08-31").context["ledger"]) == 1


def test_an_excuse_stands_beside_the_raw_standing(client):
    goal = halfway()
    world.make_excuse(goal=goal, until="2023-06-30", reason_en="Flood")
    response = read(client, goal, "?as_of=2023-01-31")
    assert response.context["row"].code == "outcome_unknown"
    assert "A delay until 2023-06-30 is approved" in response.text
    assert "Flood" in response.text
    assert "is over" in read(client, goal, "?as_of=2023-07-01").text


def test_a_retired_goal_keeps_its_page_with_day_and_reason(client):
    goal = world.make_goal()
    world.make_retirement(goal=goal, known_on="2023-02-01", reason_en="Merged with another goal")
    page = read(client, goal).text
    assert "Since 2023-02-01 this goal is no longer followed" in page
    assert "Merged with another goal" in page
    assert "no longer followed" not in read(client, goal, "?as_of=2023-01-31").text


# ---- observations ----


def fates(response) -> dict[str, str]:
    return {row.ref: row.fate for row in response.context["own"].rows}


def test_a_replaced_value_is_struck_and_leads_to_its_correction(client):
    goal = world.make_goal(target=580, known_on="2022-01-11")
    old = world.make_observation(series=goal.series, ref="old", value=500, known_on="2022-07-01")
    world.make_observation(
        series=goal.series, ref="new", value="519.81", supersedes=old, supersede_reason_en="Printed anew"
    )
    response = read(client, goal)
    assert fates(response) == {"o-old": "replaced", "o-new": "new"}
    assert "<del>50</del>" in response.text
    assert '<a href="#o-new">corrected to 51.981\N{NO-BREAK SPACE}bn yuan on 2022-08-12</a>' in response.text
    assert '<a href="#o-old">corrects 50\N{NO-BREAK SPACE}bn yuan</a>' in response.text
    assert "Printed anew" in response.text
    assert fates(read(client, goal, "?as_of=2022-08-01")) == {"o-old": ""}


def test_a_withdrawn_value_stays_with_its_reason_and_its_correction_falls_away(client):
    goal = world.make_goal(target=580)
    old = world.make_observation(series=goal.series, ref="old", known_on="2022-07-01")
    world.make_observation(
        series=goal.series, ref="new", value=300, supersedes=old, withdrawn_on="2022-10-01", withdrawn_reason="误报"
    )
    response = read(client, goal)
    assert fates(response) == {"o-old": "", "o-new": "withdrawn"}
    assert "withdrawn 2022-10-01:" in response.text
    assert "误报" in response.text
    assert fates(read(client, goal, "?as_of=2022-09-30")) == {"o-old": "replaced", "o-new": "new"}


def test_a_doubtful_value_and_a_forecast_are_marked_as_taking_no_part(client):
    goal = world.make_goal(target=580)
    world.make_observation(series=goal.series, ref="sure", known_on="2022-08-01")
    doubtful = world.make_source(reliability="low")
    world.make_observation(series=goal.series, ref="low", source=doubtful, period_end="2022-09-30")
    world.make_observation(series=goal.series, ref="bare", source=None, period_end="2022-10-31")
    world.make_observation(series=goal.series, ref="next", qualifier="forecast", period_end="2022-12-31")
    response = read(client, goal)
    assert fates(response) == {"o-sure": "", "o-low": "aside", "o-bare": "aside", "o-next": "aside"}
    assert response.context["row"].figure.period == "Jan–Jun 2022"
    assert "a forecast takes no part in a standing" in response.text
    assert response.text.count("the source does not carry it") == 2
    assert 'data-grade="none"' in response.text


def test_a_figure_that_is_due_and_was_not_received_has_a_row(client):
    goal = halfway()
    assert read(client, goal).context["own"].missing == "full year 2022"
    assert read(client, goal, "?as_of=2022-12-31").context["own"].missing == ""
    world.make_observation(series=goal.series, value=570, period_start="2022-01-01", period_end="2022-12-31")
    assert read(client, goal).context["own"].missing == ""


def test_with_hindsight_a_past_day_shows_only_periods_up_to_it(client):
    goal = halfway(known_on="2022-01-11")
    world.make_observation(series=goal.series, ref="full", period_start="2022-01-01", period_end="2022-12-31")
    assert fates(read(client, goal, "?as_of=2022-07-31&known=now")) == {"o-half": ""}
    assert fates(read(client, goal, "?as_of=2022-07-31")) == {}


def test_a_related_figure_stands_apart_with_its_reason_and_fills_nothing(client):
    goal = world.make_goal(target=580)
    beside = world.make_series(basis_en="City basis", scope="wider", entity_en="The whole city")
    world.make_observation(series=beside, value=999)
    world.make_related(goal=goal, series=beside, reason_en="Counts the whole city")
    response = read(client, goal)
    assert response.context["row"].figure is None
    assert response.context["row"].share is None
    assert [table.code for table in response.context["related"]] == [beside.code]
    for words in ("Counts the whole city", "City basis", "99.9", "Sample bureau", 'href="#related"'):
        assert words in response.text


def test_a_related_series_without_a_value_says_so(client):
    goal = world.make_goal(target=580)
    world.make_related(goal=goal)
    assert "No figure of this series has been received." in read(client, goal).text


# ---- pictures, promise, projects ----


def test_the_course_says_what_it_finds(client):
    response = read(client, halfway())
    shown = response.context["course"]
    assert shown.finding == "Jan–Jun 2022: 0.1\N{NO-BREAK SPACE}points above the planned path; no figure after that"
    assert "each of the remaining 6 months needs 4.82 bn yuan" in shown.reading
    assert response.text.count('class="ch"') == 2


def test_parts_of_a_sum_rise_in_the_course(client):
    series = world.make_series(accumulation="per_period")
    goal = world.make_goal(series=series, target=580)
    world.make_observation(series=series, value=100, period_start="2022-01-01", period_end="2022-03-31")
    world.make_observation(series=series, value=150, period_start="2022-04-01", period_end="2022-06-30")
    assert "Jan–Jun 2022: 25" in read(client, goal).text


def test_years_show_a_restated_figure_and_what_the_target_asks_for(client):
    goal = halfway()
    old = world.make_observation(
        series=goal.series, value=500, period_start="2021-01-01", period_end="2021-12-31", known_on="2022-01-25"
    )
    world.make_observation(
        series=goal.series, value="519.81", period_start="2021-01-01", period_end="2021-12-31", supersedes=old
    )
    bars = read(client, goal).context["years"]
    assert bars.finding == "The figure of 2021 was restated: 50 became 51.981"
    assert "growth of 11.6%" in bars.reading
    assert [(row.label, row.part) for row in bars.rows] == [("2021", False), ("2022", True)]


def test_a_forecast_or_a_doubtful_value_is_no_bar(client):
    goal = halfway()
    world.make_observation(
        series=goal.series, qualifier="forecast", period_start="2023-01-01", period_end="2023-12-31"
    )
    assert read(client, goal).context["years"] is None


def test_the_promise_keeps_vague_words_and_says_what_is_inferred(client):
    goal = world.make_goal(
        due_inferred=True,
        due_note="“十四五”期间",
        due_note_en="within the plan",
        locator="12-3",
        grounds_en="Speaks of size",
    )
    page = read(client, goal).text
    for words in ("inferred; in the source: within the plan", "at 12-3", "Speaks of size", "Responsible office"):
        assert words in page
    assert "not stated" in page


def test_projects_that_serve_it_show_their_stage_on_the_day(client):
    goal = world.make_goal(known_on="2022-01-01")
    project = world.make_project(known_on="2022-01-01", name_en="Data park")
    project.goals.add(goal)
    world.make_update(project=project, stage="started", known_on="2022-03-01", period_end="2022-03-01")
    world.make_update(project=project, stage="operating", known_on="2023-03-01", period_end="2023-03-01")
    bare = world.make_project(known_on="2022-01-01", name_en="Plan only")
    bare.goals.add(goal)
    stages = {project.name: project.stage for project in read(client, goal).context["projects"]}
    assert stages == {"Data park": "in operation", "Plan only": "not recorded"}
    shown = read(client, goal, "?as_of=2022-06-01").context["projects"]
    assert [project.stage for project in shown] == ["started", "not recorded"]


def test_the_citation_names_the_day(client):
    goal = halfway()
    assert f"/en/goals/{goal.code}/?as_of=2022-09-01" in read(client, goal, "?as_of=2022-09-01").context["cite_url"]
    later = read(client, goal, "?as_of=2022-09-01&known=now").context["cite_url"]
    assert later.endswith("?as_of=2022-09-01&known=now")


def test_hostile_words_stay_text_in_page_and_drawing(client):
    bad = "<script>alert(1)</script>"
    unit = world.make_unit(code="bad", symbol=bad[:20], symbol_en="", quantity="count", factor=1)
    series = world.make_series(indicator=world.make_indicator(unit=unit), title=bad, entity=bad, basis=bad)
    goal = world.make_goal(series=series, target=580, title=bad, statement=bad, office=bad, due_note=bad)
    source = world.make_source(title=bad, publisher=bad, publisher_en="")
    world.make_observation(series=series, note=bad, locator=bad, source=source)
    world.make_goal_update(goal=goal, title=bad, title_en="", note=bad)
    page = read(client, goal, start="").text
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") > 8


def test_it_asks_the_database_six_times_whatever_there_is(client, django_assert_max_num_queries):
    bare, full = world.make_goal(known_on="2022-01-01"), world.make_goal(target=580, known_on="2022-01-01")
    for month in range(1, 13):
        world.make_observation(series=full.series, period_start="2022-01-01", period_end=f"2022-{month:02}-28")
        world.make_goal_update(goal=full, milestone=world.make_milestone(goal=full))
        world.make_related(goal=full)
        project = world.make_project(known_on="2022-01-01")
        project.goals.add(full)
        world.make_update(project=project)
    counts = set()
    for goal in (bare, full):
        for query in ("", "?as_of=2022-09-01", "?as_of=2022-09-01&known=now"):
            with django_assert_max_num_queries(6) as asked:
                read(client, goal, query)
            counts.add(len(asked))
    assert len(counts) == 1
