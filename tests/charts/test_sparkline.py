"""The small line: a course needs three days."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from parks.charts.sparkline import HEIGHT, WIDTH, sparkline

DAYS = [date(2020, 12, 31), date(2021, 12, 31), date(2022, 12, 31)]


def through(*values):
    return [(day, Decimal(value)) for day, value in zip(DAYS, values, strict=True)]


def test_two_points_are_no_course():
    assert sparkline(through(1, 2, 3)[:2]) is None
    assert sparkline([]) is None


def test_three_values_of_one_day_are_no_course():
    assert sparkline([(DAYS[0], Decimal(1))] * 3) is None


def test_the_last_point_of_a_growing_series_is_the_highest():
    assert sparkline(through(1, 2, 3)).y == 4


def test_a_better_rank_is_higher():
    worse, better = sparkline(through(50, 40, 60), rank=True), sparkline(through(50, 60, 40), rank=True)
    assert better.y < worse.y


def test_a_flat_series_of_zeros_lies_on_its_base():
    shape = sparkline(through(0, 0, 0))
    assert shape.y == shape.base.y1


@given(st.lists(st.tuples(st.dates(), st.decimals(allow_nan=True, allow_infinity=True)), max_size=8))
def test_it_never_leaves_its_box(points):
    shape = sparkline(points)
    if shape is not None:
        assert 0 <= shape.x <= WIDTH
        assert 0 <= shape.y <= HEIGHT
