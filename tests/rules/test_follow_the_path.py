"""Where a goal should be on a day: in whole months from its start to its target, through the points planned."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.rules.calendar import ONE_DAY, add_months
from parks.rules.facts import TargetTerms
from parks.rules.progress import baseline, expected_value, measured, path, share_of_target

from .cast import (
    EMISSIONS,
    ENERGY_USE,
    GROWTH,
    INDUSTRY_SIZE,
    NATIONAL_RANK,
    REVENUE,
    TAX_PER_MU,
    VACANT_LAND,
    day,
    target,
    told,
    until,
)


def expected(goal, on, start=0, aim=None):
    at = expected_value(goal, aim or target(), goal.due_on, Decimal(start), day(on))
    return at and at[0]


def points(goal, aim, *readings):
    way = path(goal, aim, readings, measured(goal, aim.due_on or goal.due_on, readings))
    return way and way.points


@pytest.mark.parametrize(
    ("on", "value"),
    [
        ("2023-06-30", 0),
        ("2024-01-01", 0),
        ("2024-01-30", 0),
        ("2024-01-31", 100),
        ("2024-02-28", 100),
        ("2024-02-29", 200),
        ("2024-06-30", 600),
        ("2024-12-30", 1100),
        ("2024-12-31", 1200),
        ("2025-06-30", 1200),
    ],
)
def test_the_path_rises_by_whole_months(on, value):
    assert expected(REVENUE, on) == value


@pytest.mark.parametrize(
    ("planned", "on", "value"),
    [
        pytest.param([("2024-06-30", 300)], "2024-03-31", 150, id="halfway to the point"),
        pytest.param([("2024-06-30", 300)], "2024-06-30", 300, id="at the point"),
        pytest.param([("2024-06-30", 300)], "2024-07-31", 450, id="a month past the point"),
        pytest.param([("2024-06-30", 300)], "2024-12-31", 1200, id="at the target"),
        pytest.param(
            [("2024-06-15", 300)], "2024-05-31", 300, id="a point within a month counts at its last whole one"
        ),
        pytest.param([("2024-09-30", 900), ("2024-03-31", 60)], "2024-06-30", 480, id="two points, in any order"),
        pytest.param(
            [("2024-06-30", 300), ("2024-07-15", 900)], "2024-07-31", 450, id="of two points in a month the first"
        ),
        pytest.param([("2024-01-20", 50)], "2024-06-30", 600, id="a point before the first month is done"),
        pytest.param([("2023-06-30", 50)], "2024-06-30", 600, id="a point before the start"),
        pytest.param([("2024-12-31", 900)], "2024-12-31", 1200, id="the target itself is no interim point"),
        pytest.param([("2025-03-31", 900)], "2024-06-30", 600, id="a point after the end"),
        pytest.param([("2024-06-30", 1500)], "2024-09-30", 1350, id="a point above the target"),
    ],
)
def test_the_path_goes_through_the_points_planned(planned, on, value):
    goal = replace(REVENUE, planned=tuple((day(when), Decimal(number)) for when, number in planned))
    assert expected(goal, on) == value


@pytest.mark.parametrize(
    ("window", "on", "value"),
    [
        pytest.param(("2024-03-01", "2024-03-31"), "2024-03-30", 0, id="one month, before its end"),
        pytest.param(("2024-03-01", "2024-03-31"), "2024-03-31", 1200, id="one month, at its end"),
        pytest.param(("2024-03-01", "2024-03-30"), "2024-03-30", None, id="no whole month: no path"),
        pytest.param(("2024-03-01", "2024-03-01"), "2024-03-01", None, id="one day: no path"),
        pytest.param(("2024-03-15", "2025-03-14"), "2024-09-13", 500, id="from the middle of a month, a day short"),
        pytest.param(("2024-03-15", "2025-03-14"), "2024-09-14", 600, id="from the middle of a month"),
        pytest.param(("2024-02-29", "2025-02-27"), "2024-08-28", 600, id="from a leap day"),
    ],
)
def test_the_path_of_other_windows(window, on, value):
    assert expected(replace(REVENUE, starts_on=day(window[0]), due_on=day(window[1])), on) == value


def test_without_a_start_there_is_no_path():
    goal = replace(REVENUE, starts_on=None)
    assert expected(goal, "2024-06-30") is None
    assert points(goal, target(), until("2024-06-30", 600)) is None


def test_a_falling_path_falls():
    assert expected(VACANT_LAND, "2024-06-30", start=500, aim=target(200, "at_most")) == 350


@pytest.mark.parametrize(
    ("readings", "value"),
    [
        pytest.param([], None, id="none"),
        pytest.param([told("2023-12-31", 200)], 200, id="on the eve of the start"),
        pytest.param([told("2024-01-01", 210)], 210, id="on the first day"),
        pytest.param([told("2024-01-02", 220)], None, id="a day after the start"),
        pytest.param([told("2022-12-31", 150), told("2023-12-31", 200)], 200, id="the last before the start"),
        pytest.param([told("2023-01-01/2023-12-31", 200)], 200, id="of the year before"),
        pytest.param([told("2023-07-01/2024-06-30", 200)], None, id="of a span across the start"),
        pytest.param([told("2023-12-31", 200, "forecast")], None, id="a forecast"),
        pytest.param([told("2023-12-31", 200, "estimate")], 200, id="rounded"),
        pytest.param([told("2023-12-31", 200, "at_least")], None, id="a lower bound"),
        pytest.param(
            [told("2022-12-31", 150), told("2023-12-31", 200, "at_least")], None, id="a lower bound after a value"
        ),
        pytest.param([told("2023-12-31", 200), told("2023-12-31", 190, "restated", "2024-05-01")], 190, id="restated"),
    ],
)
def test_a_stock_starts_from_its_last_value_before_the_window(readings, value):
    found = baseline(INDUSTRY_SIZE, readings)
    assert (found and found.value) == value


def test_without_a_window_there_is_no_baseline():
    assert baseline(replace(INDUSTRY_SIZE, starts_on=None), [told("2023-12-31", 200)]) is None


@pytest.mark.parametrize(
    ("goal", "aim", "readings", "gap"),
    [
        pytest.param(REVENUE, target(), [until("2024-06-30", 660)], 5, id="flow ahead"),
        pytest.param(REVENUE, target(), [until("2024-06-30", 540)], -5, id="flow behind"),
        pytest.param(EMISSIONS, target(), [until("2024-06-30", 660)], -5, id="flow with a ceiling, above its path"),
        pytest.param(
            REVENUE, target(1200, "at_most"), [until("2024-06-30", 540)], 5, id="flow at most, below its path"
        ),
        pytest.param(
            INDUSTRY_SIZE, target(500), [told("2023-12-31", 200), told("2024-06-30", 380)], 10, id="rising stock ahead"
        ),
        pytest.param(
            INDUSTRY_SIZE, target(500), [told("2023-12-31", 200), told("2024-06-30", 170)], -60, id="rising stock fell"
        ),
        pytest.param(
            VACANT_LAND, target(200), [told("2023-12-31", 500), told("2024-06-30", 320)], 10, id="falling stock ahead"
        ),
        pytest.param(
            VACANT_LAND,
            target(200),
            [told("2023-12-31", 500), told("2024-06-30", 380)],
            -10,
            id="falling stock behind",
        ),
        pytest.param(INDUSTRY_SIZE, target(500), [told("2024-06-30", 300)], None, id="stock without a baseline"),
        pytest.param(
            INDUSTRY_SIZE, target(500), [told("2023-12-31", 500), told("2024-06-30", 480)], None, id="no way to go"
        ),
        pytest.param(
            INDUSTRY_SIZE,
            target(500),
            [told("2023-12-31", 600), told("2024-06-30", 480)],
            None,
            id="beyond at the start",
        ),
        pytest.param(
            VACANT_LAND, target(500), [told("2023-12-31", 400), told("2024-06-30", 550)], None, id="below at the start"
        ),
        pytest.param(REVENUE, target(0), [until("2024-06-30", 5)], None, id="flow with a target of zero"),
        pytest.param(REVENUE, target(), [told("2024-02-01/2024-06-30", 500)], None, id="flow with a hole"),
        pytest.param(GROWTH, target(20), [until("2024-06-30", "17.5")], "-2.5", id="rate in its own points"),
        pytest.param(GROWTH, target(-5, "at_most"), [until("2024-06-30", -6)], 1, id="rate that should fall"),
        pytest.param(TAX_PER_MU, target(30), [told("2024-06-30", 27)], -10, id="rate in percent of its target"),
        pytest.param(ENERGY_USE, target(50), [told("2024-06-30", 51)], -2, id="rate where lower is better"),
        pytest.param(TAX_PER_MU, target(-20), [told("2024-06-30", -25)], -25, id="rate with a negative target"),
        pytest.param(TAX_PER_MU, target(0), [told("2024-06-30", 1)], None, id="rate with a target of zero"),
        pytest.param(NATIONAL_RANK, target(50), [told("2024-06-30", 51)], None, id="rank"),
    ],
)
def test_the_gap_is_told_in_points(goal, aim, readings, gap):
    assert points(goal, aim, *readings) == (None if gap is None else Decimal(gap))


def test_a_path_tells_its_shares_and_months():
    readings = [told("2023-12-31", 200), told("2024-09-30", 350)]
    way = path(INDUSTRY_SIZE, target(500), readings, measured(INDUSTRY_SIZE, INDUSTRY_SIZE.due_on, readings))
    assert (way.start, way.expected) == (200, 425)
    assert (way.share, way.expected_share) == (Decimal("0.5"), Decimal("0.75"))
    assert (way.months_done, way.months_total) == (9, 12)


def test_the_path_follows_the_due_date_of_the_target_in_force():
    assert points(REVENUE, target(2400, due_on="2025-12-31"), until("2024-12-31", 1200)) == 0


def test_the_share_of_a_rank_says_nothing():
    reading = told("2024-06-30", 60)
    assert share_of_target(NATIONAL_RANK, target(50), measured(NATIONAL_RANK, None, [reading])) is None
    assert share_of_target(TAX_PER_MU, target(50), measured(TAX_PER_MU, None, [reading])) == Decimal("1.2")
    assert share_of_target(TAX_PER_MU, target(0), measured(TAX_PER_MU, None, [reading])) is None


@given(
    total=st.integers(1, 120),
    data=st.data(),
    hundredth=st.integers(1, 10**9),
    gap=st.integers(-300, 300),
)
def test_an_exact_gap_is_told_exactly(total, data, hundredth, gap):
    """A sixth or a seventh of the way has no end of decimals, and still ten points behind it are ten."""
    months = data.draw(st.integers(1, total))
    goal = replace(REVENUE, accumulation="per_period", due_on=add_months(REVENUE.starts_on, total) - ONE_DAY)
    step = hundredth * 100
    value = step * months + hundredth * total * gap
    end = add_months(REVENUE.starts_on, months) - ONE_DAY
    reading = told(f"2024-01-01/{end}", value)
    assert points(goal, TargetTerms(Decimal(step * total), "at_least"), reading) == gap
