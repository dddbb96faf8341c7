"""Which reported values speak for a goal: of its own series, inside its window, added up only where that is right."""

from dataclasses import replace
from decimal import Decimal

import pytest

from parks.rules.progress import measured

from .cast import GROWTH, INDUSTRY_SIZE, LISTED_FIRMS, NATIONAL_RANK, REVENUE, VACANT_LAND, day, told, until

FIVE_YEARS = {"starts_on": day("2021-01-01"), "due_on": day("2025-12-31")}
FIRMS = replace(LISTED_FIRMS, **FIVE_YEARS)
OUTPUT = replace(REVENUE, **FIVE_YEARS)


def year(number: int, value: int, qualifier: str = "actual", **more):
    return told(f"{number}-01-01/{number}-12-31", value, qualifier, **more)


def value_of(goal, readings):
    """(value, first day, last day, qualifier, whole), or None."""
    found = measured(goal, goal.due_on, readings)
    if found is None:
        return None
    return str(found.value), str(found.period.start), str(found.period.end), found.qualifier, found.whole


@pytest.mark.parametrize(
    ("goal", "readings", "expected"),
    [
        pytest.param(REVENUE, [], None, id="nothing reported"),
        pytest.param(
            REVENUE, [until("2024-03-31", 300)], ("300", "2024-01-01", "2024-03-31", "actual", True), id="one value"
        ),
        pytest.param(
            REVENUE,
            [until("2024-06-30", 600), until("2024-03-31", 300, known_on="2024-12-01")],
            ("600", "2024-01-01", "2024-06-30", "actual", True),
            id="year to date: the furthest counts, however late a shorter one is known",
        ),
        pytest.param(
            REVENUE,
            [until("2024-06-30", 600), until("2024-06-30", 590, "restated", "2024-09-01")],
            ("590", "2024-01-01", "2024-06-30", "restated", True),
            id="of the same period the last one known counts",
        ),
        pytest.param(
            REVENUE,
            [
                told("2024-01-01/2024-06-30", 590, "restated", known_on="2024-09-01", key=1),
                told("2024-01-01/2024-06-30", 600, known_on="2024-07-10", key=2),
            ],
            ("590", "2024-01-01", "2024-06-30", "restated", True),
            id="the last one known, not the last one entered",
        ),
        pytest.param(
            INDUSTRY_SIZE,
            [told("2024-06-30", 250, known_on="2024-09-01", key=1), told("2024-06-30", 300, key=2)],
            ("250", "2024-06-30", "2024-06-30", "actual", True),
            id="stock: the last one known, not the last one entered",
        ),
        pytest.param(REVENUE, [until("2023-12-31", 900)], None, id="the year before is history"),
        pytest.param(REVENUE, [until("2025-03-31", 350)], None, id="the year after does not measure"),
        pytest.param(REVENUE, [told("2023-07-01/2024-06-30", 900)], None, id="a value that begins before the window"),
        pytest.param(
            REVENUE, [told("2024-01-01/2025-01-01", 900)], None, id="a value that ends a day after the window"
        ),
        pytest.param(REVENUE, [until("2024-12-31", 1200, "forecast")], None, id="a forecast is no value"),
        pytest.param(
            REVENUE,
            [told("2024-02-01/2024-03-31", 200)],
            ("200", "2024-01-01", "2024-03-31", "at_least", False),
            id="a first month missing leaves a lower bound",
        ),
        pytest.param(
            OUTPUT,
            [year(2021, 10), until("2022-06-30", 6), year(2022, 11), until("2023-03-31", 3)],
            ("24", "2021-01-01", "2023-03-31", "actual", True),
            id="years to date are added year by year",
        ),
        pytest.param(
            OUTPUT,
            [until("2021-11-30", 9), year(2022, 11)],
            ("20", "2021-01-01", "2022-12-31", "at_least", False),
            id="a December missing leaves a lower bound",
        ),
        pytest.param(
            FIRMS,
            [year(2022, 2), year(2021, 1)],
            ("3", "2021-01-01", "2022-12-31", "actual", True),
            id="per period: the parts add up",
        ),
        pytest.param(
            FIRMS,
            [year(2021, 1), year(2023, 2)],
            ("3", "2021-01-01", "2023-12-31", "at_least", False),
            id="per period: a missing year leaves a lower bound",
        ),
        pytest.param(
            FIRMS,
            [year(2021, 1), year(2021, 3, "restated", known_on="2022-06-01"), year(2022, 2)],
            ("5", "2021-01-01", "2022-12-31", "actual", True),
            id="per period: a restated part replaces the first one",
        ),
        pytest.param(
            FIRMS,
            [told("2021-01-01/2021-03-31", 1), year(2021, 4), told("2021-12-01/2021-12-31", 2)],
            ("4", "2021-01-01", "2021-12-31", "actual", True),
            id="per period: no day counts twice",
        ),
        pytest.param(
            FIRMS,
            [year(2021, 1), year(2022, 2, "preliminary")],
            ("3", "2021-01-01", "2022-12-31", "preliminary", True),
            id="a sum is as weak as its weakest part: preliminary",
        ),
        pytest.param(
            FIRMS,
            [year(2021, 1, "estimate"), year(2022, 2, "preliminary")],
            ("3", "2021-01-01", "2022-12-31", "estimate", True),
            id="a sum is as weak as its weakest part: rounded",
        ),
        pytest.param(
            FIRMS,
            [year(2021, 1, "estimate"), year(2022, 2, "at_least")],
            ("3", "2021-01-01", "2022-12-31", "at_least", True),
            id="a sum is as weak as its weakest part: a bound",
        ),
        pytest.param(
            replace(FIRMS, starts_on=None),
            [year(2021, 1), year(2022, 2)],
            ("2", "2022-01-01", "2022-12-31", "actual", True),
            id="without a start nothing is added up",
        ),
        pytest.param(
            replace(OUTPUT, starts_on=None, due_on=None),
            [year(2021, 10), until("2022-03-31", 3)],
            ("3", "2022-01-01", "2022-03-31", "actual", True),
            id="without a window the last value stands alone",
        ),
        pytest.param(
            replace(REVENUE, starts_on=day("2023-07-01"), due_on=day("2024-06-30")),
            [year(2023, 11), until("2024-06-30", 6)],
            ("6", "2023-07-01", "2024-06-30", "at_least", False),
            id="a window from July takes no year to date from January",
        ),
        pytest.param(
            INDUSTRY_SIZE,
            [told("2024-03-31", 250), told("2024-09-30", 240), told("2024-06-30", 300, known_on="2024-12-01")],
            ("240", "2024-09-30", "2024-09-30", "actual", True),
            id="stock: the latest in the window, not the highest",
        ),
        pytest.param(INDUSTRY_SIZE, [told("2023-12-31", 200)], None, id="stock: a baseline is no progress"),
        pytest.param(INDUSTRY_SIZE, [told("2025-01-01", 600)], None, id="stock: a value of the day after the window"),
        pytest.param(
            VACANT_LAND,
            [told("2024-06-30", 80), told("2024-06-30", 90, "restated", "2024-08-01")],
            ("90", "2024-06-30", "2024-06-30", "restated", True),
            id="stock: of the same day the last one known",
        ),
        pytest.param(
            GROWTH,
            [until("2024-03-31", 15), until("2024-06-30", 12)],
            ("12", "2024-01-01", "2024-06-30", "actual", True),
            id="rate: never added",
        ),
        pytest.param(
            NATIONAL_RANK,
            [told("2024-03-31", 40), told("2024-09-30", 52)],
            ("52", "2024-09-30", "2024-09-30", "actual", True),
            id="rank: the latest, not the best",
        ),
    ],
)
def test_it_finds_the_value_that_speaks_for_the_goal(goal, readings, expected):
    assert value_of(goal, readings) == expected


def test_a_sum_names_its_rows_and_the_day_it_was_known():
    readings = [
        told("2021-01-01/2021-12-31", 1, known_on="2022-02-01", key=7),
        told("2022-01-01/2022-12-31", "2.5", known_on="2023-02-01", key=3),
    ]
    found = measured(FIRMS, FIRMS.due_on, readings)
    assert found.value == Decimal("3.5")
    assert found.keys == (7, 3)
    assert found.known_on == day("2023-02-01")


def test_a_sum_keeps_every_weakness_of_its_parts():
    readings = [year(2021, 1, "estimate"), year(2023, 2, "preliminary")]
    assert measured(FIRMS, FIRMS.due_on, readings).qualifiers == ("at_least", "estimate", "preliminary")
