"""Whole months by the floor: the first and the last day of a window both belong to it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.rules.calendar import Period, add_months, elapsed_share, last_day, whole_months

from .cast import day

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        pytest.param("2024-01-01", "2024-01-30", 0, id="a day short of a month"),
        pytest.param("2024-01-01", "2024-01-31", 1, id="January"),
        pytest.param("2024-01-01", "2024-02-01", 1, id="a day more than a month"),
        pytest.param("2024-01-01", "2024-12-30", 11, id="a day short of a year"),
        pytest.param("2024-01-01", "2024-12-31", 12, id="a year"),
        pytest.param("2021-01-01", "2025-12-31", 60, id="five years"),
        pytest.param("2024-01-01", "2024-01-01", 0, id="one day"),
        pytest.param("2024-01-02", "2024-01-01", 0, id="the end before the start"),
        pytest.param("2024-03-01", "2023-01-31", 0, id="long before the start"),
        pytest.param("2024-03-15", "2024-04-13", 0, id="from the middle of a month, a day short"),
        pytest.param("2024-03-15", "2024-04-14", 1, id="from the middle of a month"),
        pytest.param("2021-07-15", "2022-07-14", 12, id="a year from the middle of a month"),
        pytest.param("2024-02-01", "2024-02-28", 0, id="28 days of a leap February"),
        pytest.param("2024-02-01", "2024-02-29", 1, id="a leap February"),
        pytest.param("2023-02-01", "2023-02-28", 1, id="a February"),
        pytest.param("2024-02-29", "2024-03-27", 0, id="from a leap day, a day short of a month"),
        pytest.param("2024-02-29", "2024-03-28", 1, id="from a leap day to the eve of the 29th"),
        pytest.param("2024-02-29", "2025-02-27", 12, id="from a leap day to the eve of 28 February"),
        pytest.param("2024-02-29", "2028-02-28", 48, id="from leap day to leap day"),
        pytest.param("2024-01-31", "2024-02-28", 1, id="from the 31st to the eve of the last of February"),
        pytest.param("2024-01-31", "2024-02-27", 0, id="from the 31st, a day short"),
        pytest.param("2024-01-31", "2024-03-30", 2, id="from the 31st to the eve of the 31st"),
        pytest.param("2024-01-31", "2024-03-29", 1, id="from the 31st, a day short of two months"),
        pytest.param("2024-01-01", "9999-12-31", 95712, id="to the end of the calendar"),
    ],
)
def test_a_month_is_counted_when_it_is_complete(start, end, months):
    assert whole_months(day(start), day(end)) == months


@pytest.mark.parametrize(
    ("start", "months", "result"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2022-08-31", 18, "2024-02-29"),
        ("2024-05-05", 0, "2024-05-05"),
    ],
)
def test_months_are_added_by_the_day_of_the_month_or_its_last(start, months, result):
    assert add_months(day(start), months) == day(result)


@pytest.mark.parametrize(
    ("on", "share"),
    [
        pytest.param("2023-12-31", (0, 12), id="before the start"),
        pytest.param("2024-01-01", (0, 12), id="on the first day"),
        pytest.param("2024-06-29", (5, 12), id="a day short of half"),
        pytest.param("2024-06-30", (6, 12), id="half"),
        pytest.param("2024-12-31", (12, 12), id="on the last day"),
        pytest.param("2026-12-31", (12, 12), id="after the end"),
    ],
)
def test_the_elapsed_share_stays_within_the_window(on, share):
    assert elapsed_share(day("2024-01-01"), day("2024-12-31"), day(on)) == share


@pytest.mark.parametrize(
    ("year", "month", "last"), [(2024, 2, "2024-02-29"), (2100, 2, "2100-02-28"), (2024, 12, "2024-12-31")]
)
def test_it_knows_the_last_day_of_a_month(year, month, last):
    assert last_day(year, month) == day(last)


def test_a_period_holds_both_its_ends():
    june = Period(day("2024-06-01"), day("2024-06-30"))
    assert june.holds(june.start)
    assert june.holds(june.end)
    assert not june.holds(day("2024-05-31"))
    assert not june.holds(day("2024-07-01"))
    assert june.covers(june)
    assert not june.covers(Period(day("2024-05-31"), june.end))
    assert not june.covers(Period(june.start, day("2024-07-01")))


@given(days, st.integers(0, 600))
def test_counting_undoes_adding(start, months):
    eve = add_months(start, months) - timedelta(days=1)
    assert whole_months(start, eve) == months
    if months:
        assert whole_months(start, eve - timedelta(days=1)) == months - 1


@given(days, days, st.integers(0, 400))
def test_a_later_end_never_counts_fewer_months(start, end, further):
    assert whole_months(start, end) <= whole_months(start, end + timedelta(days=further))


@given(days, days, st.integers(0, 400))
def test_an_earlier_start_never_counts_fewer_months(start, end, earlier):
    assert whole_months(start, end) <= whole_months(start - timedelta(days=earlier), end)


@given(days, st.integers(-300, 300))
def test_adding_months_lands_in_that_month(start, months):
    moved = add_months(start, months)
    assert (moved.year - start.year) * 12 + moved.month - start.month == months
    assert moved.day <= start.day


@given(days, days, days)
def test_the_elapsed_share_lies_between_none_and_all(start, end, on):
    done, total = elapsed_share(start, end, on)
    assert 0 <= done <= total
    if on >= end:
        assert done == total
    if on < start:
        assert done == 0
