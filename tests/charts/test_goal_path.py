"""The course of a goal: drawn from what was reported, with its target and its gaps."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parks.charts.goal_path import PathTexts, Reading, goal_path
from parks.charts.labels import box_of

START, DUE = date(2022, 1, 1), date(2022, 12, 31)
HALF = Reading(date(2022, 6, 30), Decimal("290.61"), "actual", "上半年，2022-08-12得知", "290.61", "上半年")
QUARTER = Reading(date(2022, 3, 31), Decimal(132), "estimate", "一季度，预计数", "132", "预计")
PLAN = [(START, Decimal(0)), (DUE, Decimal(580))]
TEXTS = PathTexts(
    "走势",
    "说明",
    unit="亿元，累计",
    target="580",
    target_notes=("目标", "限12-31"),
    target_short="目标，限12-31",
    plan="计划：按月均分",
    no_figure="7–12月：册内没有数",
    no_figure_short="没有数",
    today="今天",
)


def course(points=(QUARTER, HALF), target=Decimal(580), **changes):
    given = {"path": PLAN, "due_on": DUE, "starts_on": START, "texts": TEXTS} | changes
    return goal_path(points=points, target=target, **given)


def words(drawing):
    return [text.text for text in drawing.texts] + [text.tail for text in drawing.texts if text.tail]


def test_a_goal_without_a_value_is_not_drawn():
    assert course(points=[]) is None


def test_a_goal_without_a_target_is_not_drawn():
    assert course(target=None) is None


def test_a_forecast_alone_is_not_drawn():
    assert course(points=[HALF._replace(kind="forecast")]) is None


def test_one_value_and_no_deadline_find_nothing():
    assert course(points=[HALF], due_on=None, path=[], nature="stock") is None


def test_values_before_the_start_or_after_the_deadline_of_a_flow_are_history():
    before = HALF._replace(on=date(2021, 12, 31))
    after = HALF._replace(on=date(2023, 6, 30))
    assert course(points=[before, after]) is None
    assert len(course(points=[before, HALF, after]).wide.marks) == 1


def test_values_before_the_start_and_after_the_deadline_of_a_stock_are_drawn():
    points = [HALF._replace(on=date(2021, 12, 31)), HALF, HALF._replace(on=date(2023, 6, 30))]
    drawing = course(points=points, nature="stock", baseline=Decimal(200)).wide
    assert len(drawing.marks) == 3
    assert drawing.marks[-1].x > drawing.due.x1


def test_both_drawings_have_the_same_marks_and_their_own_width():
    chart = course()
    assert (chart.wide.width, chart.narrow.width) == (760, 360)
    assert [mark.kind for mark in chart.wide.marks] == [mark.kind for mark in chart.narrow.marks]


def test_a_cumulative_course_starts_at_zero_on_its_first_day():
    drawing = course().wide
    assert drawing.actual.startswith(f"M{drawing.axis.x1} {drawing.axis.y1}L")


def test_an_estimate_is_hollow_and_a_report_is_solid():
    assert [mark.hollow for mark in course().wide.marks] == [True, False]


def test_a_lower_bound_has_an_arrow_and_is_no_point_of_the_line():
    bound = Reading(date(2022, 4, 30), Decimal(500), "at_least", "", ">500")
    with_bound, without = course(points=[QUARTER, bound, HALF]).wide, course().wide
    assert with_bound.actual == without.actual
    assert [bool(mark.arrow) for mark in with_bound.marks] == [False, True, False]


def test_the_time_after_the_last_value_is_hatched_up_to_the_deadline():
    drawing = course(today=date(2026, 11, 22)).wide
    assert drawing.hatch.x == drawing.marks[-1].x
    assert drawing.hatch.x + drawing.hatch.width == pytest.approx(drawing.due.x1, abs=0.1)


def test_an_overdue_stock_is_hatched_up_to_today():
    drawing = course(nature="stock", today=date(2024, 6, 30)).wide
    assert drawing.hatch.x + drawing.hatch.width > drawing.due.x1 + 50


def test_a_value_of_the_full_period_leaves_nothing_hatched():
    assert course(points=[HALF._replace(on=DUE)]).wide.hatch is None


def test_the_target_stands_at_the_deadline():
    drawing = course().wide
    assert drawing.target.startswith(f"M{drawing.due.x1} ")


def test_a_target_without_a_path_is_a_level():
    assert course(path=[]).wide.level is not None
    assert course().wide.level is None


def test_a_goal_without_a_deadline_has_a_level_and_no_line_of_a_deadline():
    drawing = course(due_on=None, path=[], nature="stock").wide
    assert drawing.due is None
    assert drawing.level is not None


def test_a_better_rank_stands_higher():
    points = [Reading(date(2020, 12, 31), Decimal(58)), Reading(date(2022, 6, 30), Decimal(49))]
    drawing = course(points=points, target=Decimal(50), path=[], nature="rank").wide
    assert drawing.marks[1].y < drawing.marks[0].y
    assert "1" in words(drawing)


def test_a_falling_target_is_drawn_falling():
    points = [Reading(date(2022, 6, 30), Decimal(80))]
    plan = [(START, Decimal(100)), (DUE, Decimal(60))]
    drawing = course(points=points, target=Decimal(60), path=plan, nature="stock", baseline=Decimal(100)).wide
    first, last = drawing.planned[1:].split("L")
    assert float(first.split()[1]) < float(last.split()[1])


def test_the_last_of_two_values_for_one_day_counts():
    drawing = course(points=[HALF, HALF._replace(value=Decimal(300), value_text="300", kind="restated")]).wide
    assert [mark.kind for mark in drawing.marks] == ["restated"]
    assert "290.61" not in words(drawing)


def test_all_words_of_the_sample_find_a_place():
    chart = course()
    assert {"290.61", "132", "580", "计划：按月均分", "7–12月：册内没有数", "上半年，2022-08-12得知"} <= set(
        words(chart.wide)
    )
    assert {"290.61", "132", "580", "没有数", "上半年", "目标，限12-31"} <= set(words(chart.narrow))


def test_numbers_and_months_are_set_by_the_page():
    texts = PathTexts("", "", number=lambda value: f"<{value}>", month=lambda on, across: f"m{on.month}{across}")
    said = words(course(texts=texts).wide)
    assert "<200>" in said
    assert "m6False" in said


def test_without_a_formatter_it_falls_back_to_plain_digits_and_iso_months():
    said = words(course(texts=PathTexts("", "")).wide)
    assert {"200", "2022-06", "2022-01-01", "290.61"} <= set(said)


def test_a_value_fifty_times_the_target_keeps_the_target_inside():
    drawing = course(points=[HALF._replace(value=Decimal(29000))]).wide
    assert "580" in words(drawing)
    assert all(text.y < 362 for text in drawing.texts)


def test_start_and_deadline_on_one_day_are_no_trouble():
    assert course(points=[HALF._replace(on=START)], due_on=START, path=[]).wide.marks[0].x > 0


def test_nothing_but_zeros_are_no_trouble():
    drawing = course(points=[HALF._replace(value=Decimal(0))], target=Decimal(0), path=[]).wide
    assert drawing.marks[0].y == drawing.axis.y1


def test_it_refuses_an_unknown_kind_and_an_unknown_nature():
    with pytest.raises(ValueError, match="not a kind of reading"):
        course(points=[HALF._replace(kind="rumour")])
    with pytest.raises(ValueError, match="not a nature"):
        course(nature="green")


def test_plain_tuples_are_readings():
    assert course(points=[(date(2022, 6, 30), Decimal(290), "actual", "上半年")]).wide.marks


VALUES = st.decimals("-1e15", "1e15", places=3) | st.sampled_from([Decimal(0), Decimal("1e-30"), Decimal("1e60")])
DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))
KINDS = st.sampled_from(["actual", "preliminary", "estimate", "at_least", "restated", "forecast"])
HOSTILE = st.text(max_size=60) | st.sampled_from(["</svg><script>", "长" * 80, "x" * 200, "\u202e", "&amp;"])


@given(
    points=st.lists(st.builds(Reading, DAYS, VALUES, KINDS, HOSTILE, HOSTILE, HOSTILE), max_size=14),
    target=VALUES,
    days=st.tuples(DAYS | st.none(), DAYS | st.none(), DAYS | st.none()),
    baseline=VALUES | st.none(),
    nature=st.sampled_from(["flow", "stock", "rate", "rank"]),
    planned=st.lists(st.tuples(DAYS, VALUES), max_size=4),
    word=HOSTILE,
)
def test_whatever_comes_in_the_drawing_stays_on_its_sheet(points, target, days, baseline, nature, planned, word):
    starts_on, due_on, today = days
    texts = PathTexts(word, word, word, word, (word, word), word, word, word, word, word, word, word)
    chart = course(
        points=points,
        target=target,
        path=planned,
        starts_on=starts_on,
        due_on=due_on,
        baseline=baseline,
        nature=nature,
        today=today,
        texts=texts,
    )
    assume(chart is not None)
    for drawing in (chart.wide, chart.narrow):
        assert all(0 <= mark.x <= drawing.width and 0 <= mark.y <= drawing.height for mark in drawing.marks)
        assert all(0 <= line.y1 <= drawing.height for line in (*drawing.grid, drawing.axis))
        assert len(drawing.grid) <= 4
        if drawing.hatch:
            assert drawing.hatch.width >= 0
            assert drawing.hatch.x + drawing.hatch.width <= drawing.width


@given(
    st.lists(st.tuples(st.integers(1, 364), st.integers(0, 900)), min_size=1, max_size=12),
    st.integers(1, 900),
)
def test_labels_never_cover_each_other(values, target):
    points = [
        Reading(START + timedelta(day), Decimal(value), "actual", "上半年，得知", str(value), "上半年")
        for day, value in values
    ]
    plan = [(START, Decimal(0)), (DUE, Decimal(target))]
    chart = course(points=points, target=Decimal(target), path=plan)
    for drawing in (chart.wide, chart.narrow):
        boxes = [box_of(text) for text in drawing.texts if text.role not in {"scale", "scale-unit"}]
        for index, box in enumerate(boxes):
            assert not any(box.meets(other) for other in boxes[index + 1 :])
