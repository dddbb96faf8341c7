"""Stages: solid where both ends are on record."""

import pytest

from parks.charts.stages import mini, track


def test_the_line_is_solid_only_between_two_stages_on_record():
    ats = ["gap", "done", "done", "gap", "now", "none"]
    assert track(ats) == ("dashed", "solid", "dashed", "dashed", "dashed", "none")


def test_a_stop_is_an_end_and_its_line_is_not_solid():
    assert track(["done", "now", "suspended"]) == ("solid", "dashed", "none")


def test_no_stages_make_no_line():
    assert track([]) == ()
    assert mini([]).circles == ()


def test_the_small_row_has_a_circle_a_stage_and_a_mark_for_a_stop():
    shape = mini(["gap", "done", "cancelled"])
    assert [circle.at for circle in shape.circles] == ["gap", "done", "cancelled"]
    assert [bool(circle.mark) for circle in shape.circles] == [False, False, True]
    assert shape.line.x2 < shape.circles[-1].x


def test_the_present_stage_is_a_smaller_circle_for_its_thick_line():
    assert mini(["now"]).circles[0].r < mini(["done"]).circles[0].r


@pytest.mark.parametrize("draw", [track, mini])
def test_it_refuses_a_state_it_does_not_know(draw):
    with pytest.raises(ValueError, match="not a state of a stage"):
        draw(["done", "<b>"])
