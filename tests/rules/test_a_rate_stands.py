"""Standings of rates: growth in percent over a year, tax per mu at a date. Nothing is pro-rated or added."""

from dataclasses import replace

import pytest

from .cast import ENERGY_USE, GROWTH, TAX_PER_MU, day, stand, target, told, until, word

NOT_DUE, ON_DUE, PAST_DUE = "2024-12-01", "2024-12-31", "2025-01-01"


def june(value, qualifier="actual"):
    return until("2024-06-30", value, qualifier)


def whole(value, qualifier="actual"):
    return until("2024-12-31", value, qualifier)


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param([], "unmeasured: none", id="nothing"),
        pytest.param([june(20)], "on_track", id="at the target, in part of the year"),
        pytest.param([june(35)], "on_track", id="above the target, in part of the year"),
        pytest.param([june(18)], "on_track", id="exactly 2 points below"),
        pytest.param([june("17.9999")], "slow", id="just over 2 points below"),
        pytest.param([june(10)], "slow", id="exactly 10 points below"),
        pytest.param([june("9.9999")], "behind", id="just over 10 points below"),
        pytest.param([june(-3)], "behind", id="shrinking"),
        pytest.param([june(18, "at_least")], "on_track", id="at least as much as is on pace"),
        pytest.param([june(25, "at_least")], "on_track", id="at least more than the target, in part of the year"),
        pytest.param([june(17, "at_least")], "unmeasured: figure", id="at least: never slow"),
        pytest.param([june(9, "estimate")], "behind", id="rounded"),
        pytest.param([june(30, "forecast")], "unmeasured: none", id="forecast"),
        pytest.param([until("2024-03-31", 25), june(9)], "behind", id="the latest counts"),
        pytest.param([until("2023-12-31", 30)], "unmeasured: none", id="the year before"),
    ],
)
def test_a_growth_rate_before_its_due_date(readings, expected):
    assert word(stand(GROWTH, target(20), readings, on=NOT_DUE)) == expected


@pytest.mark.parametrize(
    ("reading", "on_due", "past_due"),
    [
        pytest.param(june(35), "on_track", "outcome_unknown: part", id="a part of the year decides nothing"),
        pytest.param(until("2024-11-30", 3), "behind", "outcome_unknown: part", id="nor does it when it is low"),
        pytest.param(whole(20), "reached", "reached", id="at the target"),
        pytest.param(whole("19.9999"), "on_track", "missed", id="just short"),
        pytest.param(whole(20, "preliminary"), "reached", "reached", id="preliminary"),
        pytest.param(whole(19, "preliminary"), "on_track", "missed", id="preliminary, short"),
        pytest.param(whole(20, "estimate"), "on_track", "outcome_unknown: figure", id="nearly"),
        pytest.param(whole("20.1", "estimate"), "reached", "reached", id="rounded, beyond"),
        pytest.param(whole(20, "at_least"), "reached", "reached", id="at least"),
        pytest.param(whole(5, "at_least"), "unmeasured: figure", "outcome_unknown: figure", id="at least, short"),
    ],
)
def test_a_growth_rate_on_its_due_date_and_the_day_after(reading, on_due, past_due):
    assert word(stand(GROWTH, target(20), [reading], on=ON_DUE)) == on_due
    assert word(stand(GROWTH, target(20), [reading], on=PAST_DUE)) == past_due


@pytest.mark.parametrize("value", [5, 35])
def test_a_year_of_five_decides_no_rate_of_five_years(value):
    goal = replace(GROWTH, starts_on=day("2020-01-01"), due_on=day("2024-12-31"))
    assert word(stand(goal, target(20), [whole(value)], on=PAST_DUE)) == "outcome_unknown: part"


def test_without_a_start_the_year_of_the_due_date_decides():
    goal = replace(GROWTH, starts_on=None)
    assert word(stand(goal, target(20), [whole(19)], on=PAST_DUE)) == "missed"
    assert word(stand(goal, target(20), [june(35)], on=PAST_DUE)) == "outcome_unknown: part"


@pytest.mark.parametrize(
    ("goal", "aim", "value", "expected"),
    [
        # 2 and 10 percent of 30
        pytest.param(TAX_PER_MU, target(30), 35, "on_track", id="above, before the day"),
        pytest.param(TAX_PER_MU, target(30), "29.4", "on_track", id="exactly 2 percent below"),
        pytest.param(TAX_PER_MU, target(30), "29.3999", "slow", id="just over 2 percent below"),
        pytest.param(TAX_PER_MU, target(30), 27, "slow", id="exactly 10 percent below"),
        pytest.param(TAX_PER_MU, target(30), "26.9999", "behind", id="just over 10 percent below"),
        # of 50, where less is wanted
        pytest.param(ENERGY_USE, target(50), 40, "on_track", id="below, before the day"),
        pytest.param(ENERGY_USE, target(50), 51, "on_track", id="exactly 2 percent above"),
        pytest.param(ENERGY_USE, target(50), "51.0001", "slow", id="just over 2 percent above"),
        pytest.param(TAX_PER_MU, target(50, "at_most"), 55, "slow", id="exactly 10 percent above"),
        pytest.param(TAX_PER_MU, target(50, "at_most"), "55.0001", "behind", id="just over 10 percent above"),
        pytest.param(TAX_PER_MU, target(0), 1, "unmeasured: figure", id="no percent of nothing"),
    ],
)
def test_a_rate_in_money_is_paced_in_percent_of_its_target(goal, aim, value, expected):
    assert word(stand(goal, aim, [told("2024-06-30", value)], on=NOT_DUE)) == expected


@pytest.mark.parametrize(
    ("goal", "comparator", "reached", "missed"),
    [
        (TAX_PER_MU, "over", "30.01", "30"),
        (TAX_PER_MU, "at_least", "30", "29.99"),
        (TAX_PER_MU, "about", "28.5", "28.49"),
        (TAX_PER_MU, "at_most", "30", "30.01"),
        (ENERGY_USE, "over", "29.99", "30"),
        (ENERGY_USE, "at_least", "30", "30.01"),
        (ENERGY_USE, "about", "31.5", "31.51"),
        (ENERGY_USE, "at_most", "30", "30.01"),
    ],
)
def test_a_rate_at_and_around_its_target_on_the_due_date(goal, comparator, reached, missed):
    aim = target(30, comparator)
    assert word(stand(goal, aim, [told("2024-12-31", reached)], on=ON_DUE)) == "reached"
    assert word(stand(goal, aim, [told("2024-12-31", missed)], on=PAST_DUE)) == "missed"


@pytest.mark.parametrize("value", [20, 40])
def test_a_rate_at_an_earlier_date_does_not_tell_the_outcome(value):
    assert word(stand(TAX_PER_MU, target(30), [told("2024-12-30", value)], on=PAST_DUE)) == "outcome_unknown: figure"
