"""Axes: few round lines, and ends of months."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.charts.axes import month_ends, plain, rank_ticks, ticks


@pytest.mark.parametrize(
    ("low", "high", "lines"),
    [
        ("0", "638", ["0", "200", "400", "600"]),
        ("0", "1", ["0", "0.5", "1"]),
        ("0", "0.00007", ["0", "0.00002", "0.00004", "0.00006"]),
        ("-4.3", "23.2", ["0", "10", "20"]),
        ("0", "3E+30", ["0", "1E+30", "2E+30", "3E+30"]),
        ("-100", "0", ["-100", "-50", "0"]),
    ],
)
def test_lines_are_round(low, high, lines):
    assert list(ticks(Decimal(low), Decimal(high))) == [Decimal(line) for line in lines]


@given(st.decimals("-1e15", "1e15", places=4), st.decimals("0.0001", "1e15", places=4))
def test_there_are_one_to_four_lines_and_all_lie_inside(low, span):
    lines = ticks(low, low + span)
    assert 1 <= len(lines) <= 4
    assert all(low <= line <= low + span for line in lines)
    if low <= 0 <= low + span:
        assert 0 in lines


@given(st.decimals("1.5", "100000", places=2))
def test_places_of_a_rank_are_whole_and_start_with_the_first(high):
    places = rank_ticks(high)
    assert places[0] == 1
    assert len(places) <= 4
    assert all(place == int(place) for place in places)
    assert list(places) == sorted(set(places))


def test_a_calendar_year_falls_into_quarters():
    ends = month_ends(date(2022, 1, 1), date(2022, 12, 31))
    assert ends == (date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30), date(2022, 12, 31))


def test_a_plan_of_five_years_falls_into_years():
    assert [day.year for day in month_ends(date(2021, 1, 1), date(2025, 12, 31), 5)] == [2021, 2022, 2023, 2024, 2025]


def test_a_window_inside_one_month_has_no_month_end_before_its_own():
    assert month_ends(date(2022, 3, 5), date(2022, 3, 20)) == ()


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
def test_a_single_day_at_the_end_of_time_is_no_trouble(day):
    assert month_ends(day, day) == ()


@given(st.dates(), st.dates())
def test_month_ends_lie_after_the_start_and_up_to_the_end(one, other):
    start, end = sorted((one, other))
    ends = month_ends(start, end, 5)
    assert len(ends) <= 5
    assert all(start < day <= end for day in ends)


@pytest.mark.parametrize(
    ("value", "text"), [("200", "200"), ("2E+2", "200"), ("0.50", "0.5"), ("0", "0"), ("-5", "-5")]
)
def test_plain_digits_have_no_exponent(value, text):
    assert plain(Decimal(value)) == text
