"""The slip: one shape for each standing, and never a zero for nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.charts.slip import CODES, OPEN, STRIKE, TICK, large_slip, slip

SHARES = st.none() | st.decimals(allow_nan=True, allow_infinity=True)


def test_a_met_goal_is_a_solid_slip_with_a_tick():
    shape = slip("reached")
    assert (shape.fill.width, shape.fill.height, shape.mark, shape.hatch) == (10, 24, TICK, None)


def test_a_missed_goal_is_filled_as_far_as_it_came_and_struck_through():
    shape = slip("missed", share=Decimal("0.87"))
    assert (shape.fill.y, shape.fill.height, shape.mark) == (3.5, 20.0, STRIKE)


def test_a_goal_judged_not_reached_without_a_number_is_filled_and_struck_through():
    assert slip("missed").fill.height == 23


def test_a_due_goal_with_a_part_period_figure_is_filled_below_and_hatched_above():
    shape = slip("outcome_unknown", "part", Decimal("0.501"))
    assert (shape.fill.height, shape.hatch.height) == (11.5, 11.5)


def test_a_due_goal_without_a_figure_is_all_hatched_and_not_filled():
    shape = slip("outcome_unknown", "none")
    assert (shape.fill, shape.hatch.height) == (None, 23)


def test_a_share_without_a_figure_in_the_standing_fills_nothing():
    assert slip("outcome_unknown", "none", Decimal("0.4")).fill is None


def test_a_reported_zero_is_seen_where_no_report_is_not():
    assert slip("outcome_unknown", "part", Decimal(0)).fill.height == 1
    assert slip("outcome_unknown", "none").fill is None


def test_a_gap_of_a_hair_is_still_hatched():
    assert slip("outcome_unknown", "part", Decimal("0.9999")).hatch.height == 1


def test_the_pace_mark_of_a_goal_on_pace_lies_at_or_below_the_fill():
    shape = slip("on_track", share=Decimal("0.528"), expected=Decimal("0.5"))
    assert shape.paces[0].y1 >= shape.fill.y


def test_the_pace_mark_of_a_goal_behind_lies_above_the_fill():
    shape = slip("slow", share=Decimal("0.445"), expected=Decimal("0.5"))
    assert shape.paces[0].y1 < shape.fill.y


@pytest.mark.parametrize(("code", "strokes"), [("on_track", 1), ("slow", 1), ("behind", 2), ("reached", 0)])
def test_far_behind_has_a_second_stroke(code, strokes):
    assert len(slip(code, share=Decimal("0.3"), expected=Decimal("0.5")).paces) == strokes


def test_the_second_stroke_stays_inside_when_the_path_has_ended():
    assert all(0 <= pace.y1 <= 24 for pace in slip("behind", share=Decimal(0), expected=Decimal(1)).paces)


def test_a_goal_without_deadline_has_no_lid():
    assert slip("undated", "none").frame == slip("undated", "figure", Decimal("0.8")).frame == OPEN


def test_an_unmeasured_goal_is_a_dashed_outline():
    shape = slip("unmeasured", "none")
    assert (shape.dashed, shape.fill, shape.hatch) == (True, None, None)


def test_an_unmeasured_goal_with_a_figure_keeps_its_dashes():
    shape = slip("unmeasured", "figure", Decimal("0.6"))
    assert shape.dashed
    assert shape.fill is not None


@pytest.mark.parametrize(
    ("done", "total", "filled"),
    [(0, 0, 0), (0, 3, 0), (1, 3, 1), (2, 3, 2), (3, 3, 3), (1, 9, 1), (8, 9, 2), (9, 9, 3), (1, 1, 3), (1, 2, 1)],
)
def test_rings_fill_from_the_bottom_and_all_only_when_all_is_done(done, total, filled):
    for shape in (slip("milestones", done=done, total=total), slip("undated", "milestones", done=done, total=total)):
        assert [ring.filled for ring in shape.rings] == [False] * (3 - filled) + [True] * filled


def test_it_refuses_a_code_that_is_no_standing():
    with pytest.raises(ValueError, match="not a standing"):
        slip("green")
    with pytest.raises(ValueError, match="not a standing"):
        large_slip("green")


@given(
    st.sampled_from(sorted(CODES)),
    st.sampled_from(["", "part", "none", "figure", "milestones"]),
    SHARES,
    SHARES,
    st.integers(-3, 30),
    st.integers(-3, 30),
)
def test_whatever_comes_in_the_shape_stays_inside_its_strip(code, detail, share, expected, done, total):
    shape = slip(code, detail, share, expected, done, total)
    for rect in filter(None, (shape.fill, shape.hatch)):
        assert rect.x >= 0
        assert rect.x + rect.width <= 10
        assert rect.y >= 0
        assert rect.height > 0
        assert rect.y + rect.height <= 24.05
    assert all(0 <= pace.y1 <= 24 for pace in shape.paces)
    large = large_slip(code, detail, share, expected)
    assert 0 <= large.fill_height + large.hatch_height <= 100.01
    assert large.fill_top is None or 0 <= large.fill_top <= 99
    assert all(0 <= pace <= 100 for pace in large.paces)


def test_the_large_slip_says_the_same_in_percent():
    large = large_slip("outcome_unknown", "part", Decimal("0.501"))
    assert (large.fill_top, large.fill_height, large.hatch_height) == (49.9, 50.1, 49.9)
