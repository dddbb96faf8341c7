"""Standings of sums: a year's revenue, an emission with a ceiling, firms counted over five years.

The target of the year is 1200, so 600 are expected at the end of June and 24 are two points.
"""

from dataclasses import replace

import pytest

from .cast import EMISSIONS, LISTED_FIRMS, REVENUE, day, stand, target, told, until, word

NOT_DUE, ON_DUE, PAST_DUE = "2024-07-15", "2024-12-31", "2025-01-01"
CEILING = target(1200, "at_most")
FIRMS = replace(LISTED_FIRMS, starts_on=day("2021-01-01"), due_on=day("2025-12-31"))


def june(value, qualifier="actual"):
    return until("2024-06-30", value, qualifier)


def whole(value, qualifier="actual", known_on="2024-12-31"):
    return until("2024-12-31", value, qualifier, known_on)


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param([], "unmeasured: none", id="nothing"),
        pytest.param([june(600)], "on_track", id="on its path"),
        pytest.param([june(900)], "on_track", id="ahead"),
        pytest.param([june(576)], "on_track", id="exactly 2 points behind"),
        pytest.param([june("575.9999")], "slow", id="just over 2 points behind"),
        pytest.param([june(480)], "slow", id="exactly 10 points behind"),
        pytest.param([june("479.9999")], "behind", id="just over 10 points behind"),
        pytest.param([june(0)], "behind", id="a reported zero is a figure"),
        pytest.param([june("1199.9999")], "on_track", id="just short of the target"),
        pytest.param([june(1200)], "reached", id="the sum meets the target before its day"),
        pytest.param([until("2024-01-20", 0)], "on_track", id="before a month is done nothing is expected"),
        pytest.param([until("2024-02-29", 80)], "slow", id="exactly 10 points behind a sixth of the way"),
        pytest.param([until("2024-02-29", "79.9999")], "behind", id="just over 10 points behind a sixth of the way"),
        pytest.param([june(575, "preliminary")], "slow", id="preliminary"),
        pytest.param([june(1200, "preliminary")], "reached", id="preliminary, at the target"),
        pytest.param([june(479, "estimate")], "behind", id="rounded"),
        pytest.param([june(1200, "estimate")], "on_track", id="nearly the target"),
        pytest.param([june("1200.01", "estimate")], "reached", id="nearly more than the target"),
        pytest.param([june(576, "at_least")], "on_track", id="at least as much as is on pace"),
        pytest.param([june("575.9999", "at_least")], "unmeasured: figure", id="at least: never slow"),
        pytest.param([june(1, "at_least")], "unmeasured: figure", id="at least: never behind"),
        pytest.param([june(1200, "at_least")], "reached", id="at least the target"),
        pytest.param([june(479, "restated")], "behind", id="restated"),
        pytest.param([june(1200, "forecast")], "unmeasured: none", id="forecast"),
        pytest.param([june(600), whole(1300, "forecast")], "on_track", id="a forecast beside a value"),
        pytest.param([until("2023-12-31", 1300)], "unmeasured: none", id="the year before"),
        pytest.param([told("2024-04-01/2024-06-30", 300)], "unmeasured: figure", id="a quarter missing"),
        pytest.param([told("2024-04-01/2024-06-30", 1200)], "reached", id="a quarter missing, the rest suffices"),
    ],
)
def test_a_year_of_revenue_before_its_due_date(readings, expected):
    assert word(stand(REVENUE, target(), readings, on=NOT_DUE)) == expected


@pytest.mark.parametrize(
    ("readings", "on_due", "past_due"),
    [
        pytest.param([], "unmeasured: none", "outcome_unknown: none", id="nothing"),
        pytest.param([until("2024-09-30", 900)], "on_track", "outcome_unknown: part", id="three quarters"),
        pytest.param([until("2024-11-30", 1199)], "on_track", "outcome_unknown: part", id="eleven months"),
        pytest.param([until("2024-11-30", 1200)], "reached", "reached", id="eleven months suffice"),
        pytest.param([until("2024-12-30", 1199)], "on_track", "outcome_unknown: part", id="all but a day"),
        pytest.param([whole(1200)], "reached", "reached", id="full year, at the target"),
        pytest.param([whole("1199.9999")], "on_track", "missed", id="full year, just short"),
        pytest.param([whole(0)], "behind", "missed", id="full year, zero"),
        pytest.param([whole(1200, "preliminary")], "reached", "reached", id="preliminary, at the target"),
        pytest.param([whole(1199, "preliminary")], "on_track", "missed", id="preliminary, short"),
        pytest.param([whole(1199, "restated")], "on_track", "missed", id="restated, short"),
        pytest.param([whole(1200, "estimate")], "on_track", "outcome_unknown: figure", id="nearly the target"),
        pytest.param([whole(600, "estimate")], "behind", "outcome_unknown: figure", id="rounded, far short"),
        pytest.param([whole("1200.01", "estimate")], "reached", "reached", id="rounded, beyond"),
        pytest.param([whole(1200, "at_least")], "reached", "reached", id="at least the target"),
        pytest.param([whole(600, "at_least")], "unmeasured: figure", "outcome_unknown: figure", id="at least, short"),
        pytest.param([whole(1200, "forecast")], "unmeasured: none", "outcome_unknown: none", id="forecast"),
        pytest.param(
            [told("2024-02-01/2024-12-31", 1100)], "unmeasured: figure", "outcome_unknown: part", id="January missing"
        ),
        pytest.param(
            [whole(1200, known_on="2024-12-31"), whole(1190, "restated", "2024-12-31")],
            "on_track",
            "missed",
            id="restated below the target",
        ),
    ],
)
def test_a_year_of_revenue_on_its_due_date_and_the_day_after(readings, on_due, past_due):
    readings = [replace(reading, key=key) for key, reading in enumerate(readings)]
    assert word(stand(REVENUE, target(), readings, on=ON_DUE)) == on_due
    assert word(stand(REVENUE, target(), readings, on=PAST_DUE)) == past_due


def test_a_value_after_the_window_does_not_tell_the_outcome():
    """A first quarter published after the year it was promised for."""
    readings = [until("2025-03-31", 1300)]
    assert word(stand(REVENUE, target(), readings, on="2025-04-30")) == "outcome_unknown: none"


@pytest.mark.parametrize(
    ("comparator", "reached", "missed"),
    [
        ("over", "1200.0001", "1200"),
        ("at_least", "1200", "1199.9999"),
        ("about", "1140", "1139.9999"),
        ("at_most", "1200", "1200.0001"),
    ],
)
def test_a_full_year_at_and_around_its_target(comparator, reached, missed):
    aim = target(1200, comparator)
    assert word(stand(REVENUE, aim, [whole(reached)], on=PAST_DUE)) == "reached"
    assert word(stand(REVENUE, aim, [whole(missed)], on=PAST_DUE)) == "missed"


@pytest.mark.parametrize(
    ("goal", "aim"),
    [pytest.param(REVENUE, CEILING, id="at most"), pytest.param(EMISSIONS, target(), id="lower is better")],
)
@pytest.mark.parametrize(
    ("reading", "on", "expected"),
    [
        pytest.param(june(100), NOT_DUE, "on_track", id="far below its path decides nothing yet"),
        pytest.param(june(624), NOT_DUE, "on_track", id="exactly 2 points above"),
        pytest.param(june("624.0001"), NOT_DUE, "slow", id="just over 2 points above"),
        pytest.param(june(720), NOT_DUE, "slow", id="exactly 10 points above"),
        pytest.param(june("720.0001"), NOT_DUE, "behind", id="just over 10 points above"),
        pytest.param(june(1300), NOT_DUE, "behind", id="the ceiling is broken already"),
        pytest.param(june(100, "at_least"), NOT_DUE, "unmeasured: figure", id="a lower bound says nothing"),
        pytest.param(until("2024-11-30", 1000), PAST_DUE, "outcome_unknown: part", id="eleven months below"),
        pytest.param(june(1300), PAST_DUE, "outcome_unknown: part", id="a part above decides nothing"),
        pytest.param(whole(1200), ON_DUE, "reached", id="at the ceiling on the due date"),
        pytest.param(whole(1200), PAST_DUE, "reached", id="at the ceiling"),
        pytest.param(whole("1200.0001"), PAST_DUE, "missed", id="just above the ceiling"),
        pytest.param(whole(1200, "estimate"), PAST_DUE, "outcome_unknown: figure", id="nearly the ceiling"),
        pytest.param(whole(1199, "estimate"), PAST_DUE, "reached", id="rounded, below the ceiling"),
        pytest.param(whole(100, "at_least"), PAST_DUE, "outcome_unknown: figure", id="at least something"),
        pytest.param(
            told("2024-04-01/2024-12-31", 100), PAST_DUE, "outcome_unknown: part", id="a sum with a hole says nothing"
        ),
        pytest.param(
            told("2024-04-01/2024-12-31", 100, "estimate"),
            PAST_DUE,
            "outcome_unknown: part",
            id="a rounded one neither",
        ),
    ],
)
def test_a_sum_below_a_ceiling_decides_at_the_end(goal, aim, reading, on, expected):
    assert word(stand(goal, aim, [reading], on=on)) == expected


def years(*values, first=2021):
    """One value a year; None: the year is missing; a pair: value and qualifier."""
    pairs = [value if isinstance(value, tuple) else (value, "actual") for value in values]
    return [
        told(f"{year}-01-01/{year}-12-31", value, qualifier, key=year)
        for year, (value, qualifier) in enumerate(pairs, first)
        if value is not None
    ]


@pytest.mark.parametrize(
    ("readings", "on", "expected"),
    [
        pytest.param(years(12), "2022-01-31", "on_track", id="a year of five"),
        pytest.param(years(12, 12), "2023-01-31", "on_track", id="two years of five"),
        pytest.param(years(0, 0), "2023-01-31", "behind", id="two years of nothing"),
        pytest.param(years(12, None, 12), "2024-01-31", "unmeasured: figure", id="a year missing: no pace"),
        pytest.param(years(12, None, 48), "2024-01-31", "reached", id="a year missing: the others suffice"),
        pytest.param(years(12, 12, 12, 12, 12), "2026-01-01", "reached", id="five years"),
        pytest.param(years(12, 12, 12, 12, 11), "2025-12-31", "on_track", id="five years, short, on the due date"),
        pytest.param(years(12, 12, 12, 12, 11), "2026-01-01", "missed", id="five years, short"),
        pytest.param(years(12, 12, None, 12, 12), "2026-01-01", "outcome_unknown: part", id="one of five missing"),
        pytest.param(years(12, 12, 12, 12), "2026-01-01", "outcome_unknown: part", id="four of five"),
        pytest.param(
            years(12, 12, (12, "at_least"), 12, 11), "2026-01-01", "outcome_unknown: figure", id="one a lower bound"
        ),
        pytest.param(
            years(12, 12, (12, "at_least"), 12, 12), "2026-01-01", "reached", id="one a lower bound that suffices"
        ),
        pytest.param(
            years(12, 12, (12, "estimate"), 12, 12), "2026-01-01", "outcome_unknown: figure", id="one rounded"
        ),
        pytest.param(
            years(12, (12, "at_least"), (12, "estimate"), 12, 12),
            "2026-01-01",
            "outcome_unknown: figure",
            id="a lower bound does not hide that another part is rounded",
        ),
        pytest.param(
            years(12, None, (12, "estimate"), 12, 24), "2026-01-01", "outcome_unknown: part", id="nor does a hole"
        ),
        pytest.param(
            years(12, (12, "at_least"), (13, "estimate"), 12, 12), "2026-01-01", "reached", id="rounded, but beyond"
        ),
        pytest.param(years(60, first=2020), "2021-01-31", "unmeasured: none", id="before the window"),
    ],
)
def test_five_years_of_a_count(readings, on, expected):
    assert word(stand(replace(FIRMS, known_on=day("2021-01-10")), target(60), readings, on=on)) == expected


@pytest.mark.parametrize(
    ("window", "reading", "on", "expected"),
    [
        pytest.param(
            ("2024-03-01", "2024-03-31"), "2024-03-01/2024-03-30", "2024-03-31", "on_track", id="one month, unfinished"
        ),
        pytest.param(
            ("2024-03-01", "2024-03-31"), "2024-03-01/2024-03-31", "2024-03-31", "behind", id="one month, finished"
        ),
        pytest.param(
            ("2024-03-01", "2024-03-31"), "2024-03-01/2024-03-31", "2024-04-01", "missed", id="one month, past"
        ),
        pytest.param(
            ("2024-03-01", "2024-03-20"),
            "2024-03-01/2024-03-20",
            "2024-03-20",
            "unmeasured: figure",
            id="no whole month",
        ),
        pytest.param(
            ("2024-03-01", "2024-03-20"), "2024-03-01/2024-03-20", "2024-03-21", "missed", id="no whole month, past"
        ),
        pytest.param(
            ("2024-03-15", "2025-03-14"),
            "2024-03-15/2024-09-13",
            "2024-09-30",
            "slow",
            id="from mid-month, 5 months done",
        ),
        pytest.param(
            ("2024-03-15", "2025-03-14"),
            "2024-03-15/2024-09-14",
            "2024-09-30",
            "behind",
            id="from mid-month, 6 months done",
        ),
    ],
)
def test_other_windows(window, reading, on, expected):
    """400 of 1200: what five months of a year expect is 500, what six expect is 600."""
    goal = replace(LISTED_FIRMS, starts_on=day(window[0]), due_on=day(window[1]))
    assert word(stand(goal, target(), [told(reading, 400)], on=on)) == expected


def test_a_flow_of_no_known_start_is_never_missed():
    goal = replace(REVENUE, starts_on=None)
    assert word(stand(goal, target(), [whole(100)], on=PAST_DUE)) == "outcome_unknown: part"
    assert word(stand(goal, target(), [whole(1200)], on=PAST_DUE)) == "reached"


def test_the_due_date_of_the_target_in_force_counts():
    later = target(2400, due_on="2025-12-31")
    assert word(stand(REVENUE, later, [whole(1200)], on="2025-06-30")) == "on_track"
    assert stand(REVENUE, later, [], on="2025-06-30").due_on == day("2025-12-31")
    assert word(stand(REVENUE, target(due_on="2024-06-30"), [june(600)], on=NOT_DUE)) == "missed"


def test_a_series_without_a_target_is_a_figure():
    assert word(stand(REVENUE, None, [june(600)], on=NOT_DUE)) == "unmeasured: figure"
    assert word(stand(REVENUE, None, [whole(600)], on=PAST_DUE)) == "outcome_unknown: figure"


def test_days_overdue_are_counted_from_the_due_date():
    assert stand(REVENUE, target(), on=NOT_DUE).days_overdue == 0
    assert stand(REVENUE, target(), on=ON_DUE).days_overdue == 0
    assert stand(REVENUE, target(), on=PAST_DUE).days_overdue == 1
