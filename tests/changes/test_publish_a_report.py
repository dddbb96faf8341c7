"""Making a report public."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from parks.changes.reports import publish_report
from parks.models import GoalUpdate, Series
from parks.models.facts import facts_of_goals
from tests.changes.cast import START, acts_on, day, fresh, links_of, version
from tests.world import make_goal, make_related, make_series, make_user


def test_it_is_known_from_the_day_of_the_act_and_keeps_its_author(cast):
    before = version()
    row = cast.publish(cast.submit(cast.value("290.5", author=cast.manager)), day("2022-08-20"))
    assert (row.state, row.known_on, row.known_precision) == ("published", day("2022-08-20"), "day")
    assert (row.author, row.reviewer) == (cast.reporter, cast.reviewer)
    assert (acts_on(row), links_of(row)) == (["submitted", "published"], ["published"])
    assert version() == before + 1


def test_what_follows_is_brought_up_to_date(cast):
    row = cast.publish(cast.value("290.5"), day("2022-08-20"))
    goal, park = fresh(cast.goal), fresh(cast.park)
    assert (goal.latest_observation, goal.standing, goal.standing_on) == (row, "on_track", day("2022-08-20"))
    assert (goal.last_news_on, park.last_known_on) == (day("2022-08-20"), day("2022-08-20"))
    assert (goal.share, goal.expected_share) == (Decimal("0.500862"), Decimal("0.5"))
    news = cast.publish(cast.news("building"), day("2022-08-21"))
    project = fresh(cast.project)
    assert (project.stage, project.stage_update, project.last_news_on) == ("building", news, day("2022-08-21"))
    cast.publish(cast.told("reached"), day("2022-08-22"))
    assert fresh(cast.promise).standing == "reached"


def test_every_goal_on_the_series_moves(cast):
    twin = make_goal(park=cast.park, series=cast.series, source=cast.source, known_on=None)
    cast.enter(twin)
    row = cast.publish(cast.value("290"))
    assert {fresh(cast.goal).latest_observation, fresh(twin).latest_observation} == {row}


def test_the_author_cannot_publish_whoever_they_are(cast):
    boss = make_user(None, username="boss", is_superuser=True)
    for author in (cast.reporter, cast.reviewer, cast.manager, boss):
        row = cast.submit(cast.value("290"), by=author)
        with pytest.raises(ValidationError, match="author of a report cannot publish"):
            publish_report(report=row, by=author, on=START)
        assert fresh(row).state == "submitted"


def test_a_report_without_an_author_is_not_published(cast):
    row = cast.value("290", state="submitted")
    row.save()
    with pytest.raises(ValidationError, match="author of a report cannot publish"):
        cast.publish(row)


@pytest.mark.parametrize("state", ["draft", "returned", "published", "withdrawn"])
def test_only_a_submitted_report_is_published(cast, state):
    row = cast.submit(cast.value("290"))
    if state in ("published", "withdrawn"):
        row = cast.publish(row)
    if state == "withdrawn":
        row = cast.withdraw(row, START)
    if state in ("draft", "returned"):
        row.state = state
        row.save()
    with pytest.raises(ValidationError, match="Only a submitted report"):
        cast.publish(row)


def test_a_stale_form_is_refused(cast):
    row = cast.submit(cast.value("290"))
    with pytest.raises(ValidationError, match="Somebody changed this report"):
        publish_report(report=row, by=cast.reviewer, on=START, version=row.version + 1)


def test_nothing_is_published_before_the_last_day_of_the_record(cast):
    waiting = cast.submit(cast.value("290"))
    cast.publish(cast.news(), day("2022-08-20"))
    with pytest.raises(ValidationError, match="reaches to 2022-08-20"):
        cast.publish(waiting, day("2022-08-19"))
    assert fresh(waiting).state == "submitted"
    cast.publish(waiting, day("2022-08-20"))


def test_values_that_add_up_may_not_overlap(cast):
    cast.publish(cast.quarter("10", "2022-01-01", "2022-03-31"))
    for start, end in [("2022-03-31", "2022-06-30"), ("2022-01-01", "2022-06-30"), ("2022-02-01", "2022-02-28")]:
        with pytest.raises(ValidationError, match="overlaps with the published value for 2022-01-01"):
            cast.submit(cast.quarter("10", start, end))
    cast.publish(cast.quarter("10", "2022-04-01", "2022-06-30"))
    cast.publish(cast.quarter("11", "2022-01-01", "2022-03-31"))  # the final value after the preliminary one


def test_of_two_overlapping_values_in_waiting_only_one_is_published(cast):
    first = cast.submit(cast.quarter("10", "2022-01-01", "2022-03-31"))
    second = cast.submit(cast.quarter("20", "2022-01-01", "2022-06-30"))
    cast.publish(first)
    with pytest.raises(ValidationError, match="overlaps"):
        cast.publish(second)


def test_year_to_date_values_replace_each_other(cast):
    cast.publish(cast.value("100", end="2022-03-31"))
    row = cast.publish(cast.value("290"))
    assert fresh(cast.goal).latest_observation == row
    assert fresh(cast.goal).share == Decimal("0.5")


def test_a_step_back_is_looked_at_again_when_published(cast):
    waiting = cast.submit(cast.news("started", "2022-06-10"))
    cast.publish(cast.news("completed", "2022-05-10"))
    with pytest.raises(ValidationError, match="steps back"):
        cast.publish(waiting)


def test_a_milestone_is_done_by_news_of_it_and_not_by_a_plan(cast):
    def done():
        (step,) = facts_of_goals([cast.promise.pk], START, START)[cast.promise.pk].steps
        return step.done_on

    cast.publish(cast.told("milestone_done", "2022-07-01", milestone=cast.step, kind="forecast"))
    assert done() is None
    cast.publish(cast.told("milestone_done", "2022-05-20", milestone=cast.step))
    assert done() == day("2022-05-20")


def test_a_forecast_never_makes_a_standing(cast):
    cast.publish(cast.value("999", end="2022-12-31", qualifier="forecast"))
    cast.publish(cast.told("reached", "2022-12-31", kind="forecast"))
    assert fresh(cast.goal).latest_observation is None
    assert (fresh(cast.goal).standing, fresh(cast.promise).standing) == ("unmeasured", "milestones")
    assert GoalUpdate.objects.published().exists()


def test_a_source_of_low_reliability_carries_no_standing(cast):
    cast.publish(cast.value("999", source=cast.weak_source))
    cast.publish(cast.told("reached", source=cast.weak_source))
    cast.publish(cast.news("completed", source=cast.weak_source))
    assert (fresh(cast.goal).standing, fresh(cast.promise).standing) == ("unmeasured", "milestones")
    assert fresh(cast.project).stage == ""


def test_a_related_series_carries_no_standing(cast):
    beside = make_series(park=cast.park, indicator=cast.series.indicator)
    make_related(goal=cast.goal, series=beside)
    cast.publish(cast.value("999", series=beside))
    assert fresh(cast.goal).standing == "unmeasured"
    assert Series.objects.get(pk=beside.pk).observations.count() == 1
