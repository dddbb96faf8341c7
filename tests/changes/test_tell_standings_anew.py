"""Standings change on days known beforehand, without any write: they are told anew on the first read of such a day."""

from decimal import Decimal

import pytest

from parks.changes.projections import differences, refresh_due
from parks.models import Excuse
from tests.changes.cast import START, day, fresh, version


def test_a_goal_is_due_until_the_last_minute_of_its_day(cast):
    assert refresh_due(day("2022-12-31")) == 0
    assert fresh(cast.goal).standing == "unmeasured"
    assert refresh_due(day("2023-01-01")) == 2
    assert (fresh(cast.goal).standing, fresh(cast.goal).standing_detail) == ("outcome_unknown", "none")
    assert fresh(cast.promise).standing == "outcome_unknown"


def test_it_is_one_query_and_no_new_version_when_nothing_is_due(cast, django_assert_num_queries):
    before = version()
    with django_assert_num_queries(1):
        assert refresh_due(day("2022-12-31")) == 0
    assert version() == before
    refresh_due(day("2023-01-01"))
    assert version() == before + 1
    with django_assert_num_queries(1):
        assert refresh_due(day("2023-01-01")) == 0


@pytest.mark.parametrize(
    ("frequency", "last_current", "last_fresh"),
    [
        ("monthly", "2022-09-26", "2022-11-10"),
        ("quarterly", "2022-12-10", "2023-02-08"),
        ("half_yearly", "2023-03-20", "2023-06-08"),
        ("yearly", "2023-09-16", "2023-12-25"),
    ],
)
def test_news_grows_old_on_its_day(cast, frequency, last_current, last_fresh):
    goal = fresh(cast.goal)
    goal.frequency = frequency
    goal.save()

    def freshness_on(text: str, later: int = 0) -> str:
        refresh_due(day(text).fromordinal(day(text).toordinal() + later))
        return fresh(goal).freshness

    cast.publish(cast.value("999", source=cast.weak_source))  # no news of the goal, yet it is told anew
    assert [freshness_on(last_current), freshness_on(last_current, 1)] == ["current", "late"]
    assert [freshness_on(last_fresh), freshness_on(last_fresh, 1)] == ["late", "stale"]


def test_a_rule_of_a_later_day_takes_effect_on_it(cast):
    cast.publish(cast.value("280"))
    cast.adopt(2, START, day("2022-10-01"), on_track_points=Decimal(1))
    refresh_due(day("2022-09-30"))
    assert fresh(cast.goal).standing == "on_track"
    refresh_due(day("2022-10-01"))
    assert fresh(cast.goal).standing == "slow"


def test_an_excuse_that_ends_is_seen(cast):
    cast.decided(Excuse(goal=cast.goal, until=day("2022-09-15"), reason="洪水"))
    assert refresh_due(day("2022-09-15")) == 0
    assert refresh_due(day("2022-09-16")) == 1


def test_whatever_the_day_the_columns_are_what_the_facts_say(cast):
    cast.publish(cast.value("290"))
    for text in ("2022-12-31", "2023-01-01", "2024-02-12", "2024-02-13", "2030-01-01"):
        refresh_due(day(text))
        assert list(differences(day(text))) == []


def test_a_day_before_the_one_told_is_told_for_that_day(cast):
    refresh_due(day("2023-01-01"))
    refresh_due(day("2022-12-31"))
    assert fresh(cast.goal).standing == "unmeasured"
