"""Standings of what is counted at a date: the size of an industry that grows, vacant land that shrinks, a rank."""

from dataclasses import replace

import pytest

from .cast import INDUSTRY_SIZE, NATIONAL_RANK, VACANT_LAND, stand, target, told, word

NOT_DUE, ON_DUE, PAST_DUE = "2024-12-01", "2024-12-31", "2025-01-01"
# From 200 to 500, and from 500 down to 200: 350 are expected at the end of June, 6 are two points.
GROWN, SHRUNK = target(500), target(200)


def with_keys(readings):
    return [replace(reading, key=key) for key, reading in enumerate(readings)]


@pytest.mark.parametrize(
    ("value", "qualifier", "expected"),
    [
        pytest.param(350, "actual", "on_track", id="on its path"),
        pytest.param(344, "actual", "on_track", id="exactly 2 points behind"),
        pytest.param("343.9999", "actual", "slow", id="just over 2 points behind"),
        pytest.param(320, "actual", "slow", id="exactly 10 points behind"),
        pytest.param("319.9999", "actual", "behind", id="just over 10 points behind"),
        pytest.param(150, "actual", "behind", id="below where it started"),
        pytest.param("499.9999", "actual", "on_track", id="just short of the target"),
        pytest.param(500, "actual", "reached", id="at the target, early"),
        pytest.param(500, "preliminary", "reached", id="preliminary"),
        pytest.param(500, "restated", "reached", id="restated"),
        pytest.param(500, "estimate", "on_track", id="nearly the target"),
        pytest.param(501, "estimate", "reached", id="rounded, beyond"),
        pytest.param(319, "estimate", "behind", id="rounded, behind"),
        pytest.param(500, "at_least", "reached", id="at least the target"),
        pytest.param(344, "at_least", "on_track", id="at least as much as is on pace"),
        pytest.param(319, "at_least", "unmeasured: figure", id="at least: never behind"),
        pytest.param(500, "forecast", "unmeasured: none", id="forecast"),
    ],
)
def test_a_growing_stock_before_its_due_date(value, qualifier, expected):
    readings = with_keys([told("2023-12-31", 200), told("2024-06-30", value, qualifier)])
    assert word(stand(INDUSTRY_SIZE, GROWN, readings, on=NOT_DUE)) == expected


@pytest.mark.parametrize(
    ("goal", "aim"),
    [
        pytest.param(VACANT_LAND, SHRUNK, id="lower is better"),
        pytest.param(INDUSTRY_SIZE, target(200, "at_most"), id="at most"),
    ],
)
@pytest.mark.parametrize(
    ("value", "qualifier", "expected"),
    [
        pytest.param(350, "actual", "on_track", id="on its path"),
        pytest.param(356, "actual", "on_track", id="exactly 2 points behind"),
        pytest.param("356.0001", "actual", "slow", id="just over 2 points behind"),
        pytest.param(380, "actual", "slow", id="exactly 10 points behind"),
        pytest.param("380.0001", "actual", "behind", id="just over 10 points behind"),
        pytest.param(600, "actual", "behind", id="above where it started"),
        pytest.param(200, "actual", "reached", id="at the target, early"),
        pytest.param(200, "estimate", "on_track", id="nearly the target"),
        pytest.param(199, "estimate", "reached", id="rounded, beyond"),
        pytest.param(100, "at_least", "unmeasured: figure", id="a lower bound says nothing good"),
        pytest.param(600, "at_least", "unmeasured: figure", id="nor anything bad"),
    ],
)
def test_a_shrinking_stock_before_its_due_date(goal, aim, value, qualifier, expected):
    readings = with_keys([told("2023-12-31", 500), told("2024-06-30", value, qualifier)])
    assert word(stand(goal, aim, readings, on=NOT_DUE)) == expected


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param([], "unmeasured: none", id="nothing"),
        pytest.param([told("2023-12-31", 200)], "unmeasured: none", id="a baseline alone is no progress"),
        pytest.param([told("2024-06-30", 350)], "unmeasured: figure", id="no baseline: no pace"),
        pytest.param([told("2024-01-02", 200), told("2024-06-30", 350)], "unmeasured: figure", id="baseline too late"),
        pytest.param([told("2024-01-01", 200), told("2024-06-30", 350)], "on_track", id="baseline on the first day"),
        pytest.param([told("2023-12-31", 500), told("2024-06-30", 490)], "unmeasured: figure", id="zero span"),
        pytest.param([told("2023-12-31", 500), told("2024-06-30", 500)], "reached", id="zero span, held"),
        pytest.param(
            [told("2023-12-31", 600), told("2024-06-30", 400)],
            "unmeasured: figure",
            id="fallen from beyond the target",
        ),
        pytest.param(
            [told("2023-12-31", 200, "at_least"), told("2024-06-30", 200)],
            "unmeasured: figure",
            id="baseline a lower bound",
        ),
        pytest.param(
            [told("2024-06-30", 500), told("2024-09-30", 480)], "unmeasured: figure", id="met and lost again"
        ),
        pytest.param(
            [told("2023-12-31", 200), told("2024-06-30", 500), told("2024-09-30", 300)],
            "behind",
            id="met, lost again, behind",
        ),
    ],
)
def test_what_a_stock_starts_from(readings, expected):
    assert word(stand(INDUSTRY_SIZE, GROWN, with_keys(readings), on=NOT_DUE)) == expected


@pytest.mark.parametrize(
    ("readings", "on_due", "past_due"),
    [
        pytest.param([told("2024-12-31", 500)], "reached", "reached", id="met on the day"),
        pytest.param([told("2024-12-31", "499.9999")], "unmeasured: figure", "missed", id="just short on the day"),
        pytest.param([told("2024-12-31", 499, "preliminary")], "unmeasured: figure", "missed", id="preliminary"),
        pytest.param(
            [told("2024-12-31", 500, "estimate")], "unmeasured: figure", "outcome_unknown: figure", id="nearly"
        ),
        pytest.param(
            [told("2024-12-31", 499, "at_least")], "unmeasured: figure", "outcome_unknown: figure", id="at least"
        ),
        pytest.param([told("2024-12-01/2024-12-31", 499)], "unmeasured: figure", "missed", id="of December"),
        pytest.param(
            [told("2024-12-30", 499)], "unmeasured: figure", "outcome_unknown: figure", id="short a day before"
        ),
        pytest.param([told("2024-06-30", 500)], "reached", "reached", id="met in June, nothing since"),
        pytest.param(
            [told("2024-06-30", 500), told("2024-12-31", 490)], "unmeasured: figure", "missed", id="met and lost again"
        ),
        pytest.param(
            [told("2024-12-31", 490), told("2024-12-31", 500, "restated", "2024-12-31")],
            "reached",
            "reached",
            id="restated upwards",
        ),
        pytest.param([told("2025-01-01", 500)], "unmeasured: none", "outcome_unknown: none", id="met a day late"),
    ],
)
def test_a_stock_on_its_due_date_and_the_day_after(readings, on_due, past_due):
    assert word(stand(INDUSTRY_SIZE, GROWN, with_keys(readings), on=ON_DUE)) == on_due
    assert word(stand(INDUSTRY_SIZE, GROWN, with_keys(readings), on=PAST_DUE)) == past_due


@pytest.mark.parametrize(
    ("comparator", "reached", "missed"),
    [
        ("over", "500.01", "500"),
        ("at_least", "500", "499.99"),
        ("about", "475", "474.99"),
        ("at_most", "500", "500.01"),
    ],
)
def test_a_stock_at_and_around_its_target(comparator, reached, missed):
    aim = target(500, comparator)
    assert word(stand(INDUSTRY_SIZE, aim, [told("2024-12-31", reached)], on=PAST_DUE)) == "reached"
    assert word(stand(INDUSTRY_SIZE, aim, [told("2024-12-31", missed)], on=PAST_DUE)) == "missed"


@pytest.mark.parametrize(
    ("readings", "on_due", "past_due"),
    [
        pytest.param([], "unmeasured: none", "outcome_unknown: none", id="nothing"),
        pytest.param([told("2024-06-30", 50)], "reached", "reached", id="fiftieth in June"),
        pytest.param([told("2024-06-30", 1)], "reached", "reached", id="first"),
        pytest.param(
            [told("2024-06-30", 51)], "unmeasured: figure", "outcome_unknown: figure", id="no pace for a rank"
        ),
        pytest.param([told("2024-12-31", 51)], "unmeasured: figure", "missed", id="short by a place on the day"),
        pytest.param(
            [told("2024-12-31", 51, "estimate")], "unmeasured: figure", "outcome_unknown: figure", id="about 51"
        ),
        pytest.param(
            [told("2024-12-31", 50, "estimate")], "unmeasured: figure", "outcome_unknown: figure", id="about 50"
        ),
        pytest.param([told("2024-12-31", 49, "estimate")], "reached", "reached", id="about 49"),
        pytest.param(
            [told("2024-12-31", 40, "at_least")], "unmeasured: figure", "outcome_unknown: figure", id="a bound"
        ),
        pytest.param(
            [told("2024-03-31", 48), told("2024-09-30", 55)],
            "unmeasured: figure",
            "outcome_unknown: figure",
            id="fallen back",
        ),
        pytest.param([told("2024-03-31", 55), told("2024-09-30", 48)], "reached", "reached", id="risen"),
    ],
)
def test_a_rank_has_no_pace(readings, on_due, past_due):
    assert word(stand(NATIONAL_RANK, target(50), with_keys(readings), on=ON_DUE)) == on_due
    assert word(stand(NATIONAL_RANK, target(50), with_keys(readings), on=PAST_DUE)) == past_due
