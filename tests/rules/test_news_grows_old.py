"""Freshness: how long ago the last news is, by the goal's own frequency. What is settled does not grow old."""

from dataclasses import replace

import pytest

from parks.rules.facts import Rule

from .cast import REVENUE, UPGRADE, day, judged, stand, target, told, until, word

# The goal is known since 2024-01-10 and due so late that its due date plays no part.
LONG = replace(REVENUE, due_on=day("2029-12-31"))
MONTHLY = replace(LONG, frequency="monthly")


@pytest.mark.parametrize(
    ("frequency", "current_until", "late_until"),
    [
        ("monthly", "2024-02-24", "2024-04-09"),  # 45 and 90 days
        ("quarterly", "2024-05-09", "2024-07-08"),  # 120 and 180
        ("half_yearly", "2024-08-17", "2024-11-05"),  # 220 and 300
        ("yearly", "2025-02-13", "2025-05-24"),  # 400 and 500
        ("press", "2025-07-10", "2025-07-10"),  # 18 months, never late
    ],
)
def test_each_frequency_has_its_days(frequency, current_until, late_until):
    goal = replace(LONG, frequency=frequency)
    first = stand(goal, target(), on="2024-01-10")
    assert (first.freshness, str(first.until)) == ("current", current_until)
    last_current = stand(goal, target(), on=current_until)
    assert (last_current.freshness, str(last_current.until)) == ("current", current_until)
    following = stand(goal, target(), on=str(next_day(current_until)))
    if late_until != current_until:
        assert (following.freshness, str(following.until)) == ("late", late_until)
        following = stand(goal, target(), on=str(next_day(late_until)))
    assert following.freshness == "stale"
    assert following.is_stale
    assert following.until == LONG.due_on


def next_day(text):
    return date_of(day(text).toordinal() + 1)


def date_of(ordinal):
    return day("2024-01-01").fromordinal(ordinal)


@pytest.mark.parametrize(
    ("known_on", "fresh_until"),
    [
        pytest.param("2022-08-31", "2024-02-29", id="to the end of a leap February"),
        pytest.param("2023-08-31", "2025-02-28", id="to the end of February"),
        pytest.param("2022-01-11", "2023-07-11", id="to the same day"),
    ],
)
def test_eighteen_months_end_on_the_same_day_or_the_month_s_last(known_on, fresh_until):
    goal = replace(UPGRADE, known_on=day(known_on), due_on=None)
    assert stand(goal, on=fresh_until).freshness == "current"
    assert stand(goal, on=str(next_day(fresh_until))).freshness == "stale"


def test_the_rule_sets_the_days():
    rule = Rule(press_stale_months=6, late_days={"monthly": 10}, stale_days={"monthly": 10})
    assert stand(MONTHLY, target(), on="2024-01-20", rule=rule).freshness == "current"
    assert stand(MONTHLY, target(), on="2024-01-21", rule=rule).freshness == "stale"
    assert str(stand(LONG, target(), on="2024-01-10", rule=rule).until) == "2024-07-10"


@pytest.mark.parametrize(
    ("readings", "judgements", "last_news_on"),
    [
        pytest.param([], [], "2024-01-10", id="nothing: since the goal is known"),
        pytest.param([until("2024-03-31", 300, known_on="2024-04-20")], [], "2024-04-20", id="a value"),
        pytest.param([until("2024-03-31", 300, "at_least", "2024-04-20")], [], "2024-04-20", id="a lower bound"),
        pytest.param([], [judged("", "2024-03-01", "2024-03-05")], "2024-03-05", id="news that judges nothing"),
        pytest.param([], [judged("milestone_done", "2024-03-01")], "2024-03-01", id="a milestone"),
        pytest.param([until("2024-12-31", 300, "forecast", "2024-04-20")], [], "2024-01-10", id="a forecast is none"),
        pytest.param([until("2016-12-31", 300, known_on="2024-04-20")], [], "2024-01-10", id="nor is old history"),
        pytest.param([told("2030-01-31", 300, known_on="2030-02-10")], [], "2024-01-10", id="nor what came after"),
    ],
)
def test_what_counts_as_news(readings, judgements, last_news_on):
    assert str(stand(LONG, target(), readings, on="2024-06-01", judgements=judgements).last_news_on) == last_news_on


def test_a_series_that_is_not_the_goal_s_is_no_news():
    assert stand(UPGRADE, None, [until("2024-03-31", 300)]).last_news_on == UPGRADE.known_on


@pytest.mark.parametrize(
    ("readings", "expected", "freshness"),
    [
        pytest.param([until("2024-12-31", 1200)], "reached", "current", id="reached"),
        pytest.param([until("2024-12-31", 1100)], "missed", "current", id="missed"),
        pytest.param([until("2024-11-30", 1100)], "outcome_unknown: part", "stale", id="not settled"),
    ],
)
def test_what_is_settled_does_not_grow_old(readings, expected, freshness):
    standing = stand(replace(REVENUE, frequency="monthly"), target(), readings, on="2031-01-01")
    assert (word(standing), standing.freshness) == (expected, freshness)
    assert standing.until is None


def test_a_pace_grows_old_and_keeps_its_word():
    """The word stays, the page shows it grey."""
    standing = stand(MONTHLY, target(), [until("2024-03-31", 300)], on="2024-09-01")
    assert (standing.code, standing.freshness) == ("on_track", "stale")
