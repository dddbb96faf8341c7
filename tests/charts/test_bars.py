"""Bars: against pace, a year each, a stage each."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.charts.bars import Span, YearValue, bar, stage_bars, years

NUMBERS = st.decimals(allow_nan=True, allow_infinity=True)


def test_a_bar_is_filled_to_its_share_and_hatched_after_it():
    shape = bar(Decimal("0.501"), Decimal("0.5"), "pace")
    assert (shape.value, shape.hatch, shape.expected) == (Span(0, 50.1), Span(50.1, 49.9), 50.0)


def test_a_bar_without_a_figure_is_all_hatched_and_has_no_value():
    shape = bar(None)
    assert (shape.value, shape.hatch, shape.expected) == (None, Span(0, 100), None)


def test_a_reported_zero_is_seen():
    assert bar(Decimal(0), Decimal("0.25"), "slow").value.width == 0.5


@pytest.mark.parametrize("was", ["met", "missed"])
def test_nothing_is_missing_after_a_covering_value(was):
    assert bar(Decimal("0.87"), None, was).hatch is None


def test_a_value_fifty_times_the_target_shrinks_the_targets_frame_and_is_not_cut():
    shape = bar(Decimal(50), Decimal("0.5"), "met")
    assert (shape.value, shape.ground, shape.expected) == (Span(0, 100), Span(0, 2), 1.0)


def test_it_refuses_another_kind_of_bar():
    with pytest.raises(ValueError, match="not a kind of bar"):
        bar(Decimal(1), None, "green")


@given(st.none() | NUMBERS, st.none() | NUMBERS, st.sampled_from(["pace", "slow", "met", "missed", "none"]))
def test_a_bar_stays_inside_its_width(share, expected, was):
    shape = bar(share, expected, was)
    for span in filter(None, (shape.ground, shape.value, shape.hatch)):
        assert span.x >= 0
        assert span.width >= 0
        assert span.x + span.width <= 100.01
    assert shape.expected is None or 0 <= shape.expected <= 100


def test_years_share_one_scale_from_zero():
    a, b = years([YearValue(Decimal(100)), YearValue(Decimal(50))])
    assert a.value.x == b.value.x == 0
    assert a.value.width == pytest.approx(2 * b.value.width, abs=0.02)


def test_a_restated_year_keeps_the_place_of_its_first_value():
    (row,) = years([YearValue(Decimal(200), first=Decimal(100))])
    assert row.first == pytest.approx(row.value.width / 2, abs=0.02)


def test_a_part_period_is_hatched_up_to_its_target():
    (row,) = years([YearValue(Decimal(50), target=Decimal(100), part=True)])
    assert (row.hatch.x, row.frame.width) == (row.value.width, pytest.approx(2 * row.value.width, abs=0.02))


def test_a_whole_year_below_its_target_is_not_hatched():
    assert years([YearValue(Decimal(50), target=Decimal(100))])[0].hatch is None


def test_a_year_without_a_figure_is_hatched():
    assert years([YearValue(None), YearValue(Decimal(3))])[0].hatch == Span(0, 100)


def test_a_value_below_zero_reaches_to_the_left_of_zero():
    below, above = years([YearValue(Decimal(-40)), YearValue(Decimal(60))])
    assert below.value.x + below.value.width == pytest.approx(above.value.x, abs=0.02)


def test_years_without_rows_and_rows_of_nothing_but_zero_are_no_trouble():
    assert years([]) == ()
    assert years([YearValue(Decimal(0))])[0].value.x == 0


@given(st.lists(st.tuples(st.none() | NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS, st.booleans()), max_size=6))
def test_no_year_leaves_the_drawing(rows):
    for row in years([YearValue(*row) for row in rows]):
        for span in filter(None, (row.value, row.hatch, row.frame)):
            assert span.x >= 0
            assert span.width >= 0
            assert span.x + span.width <= 100.01
        assert row.first is None or 0 <= row.first <= 100


def test_a_stage_without_projects_has_no_bar_and_the_largest_fills_the_width():
    assert stage_bars([1, 0, 4]) == (25.0, 0.0, 100.0)
    assert stage_bars([]) == ()
    assert stage_bars([0, 0]) == (0.0, 0.0)
