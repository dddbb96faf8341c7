"""Handing a report to the reviewers."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from parks.changes.reports import publish_report, return_report, submit_report
from parks.models import Observation, Source
from tests.changes.cast import START, acts_on, day, fresh, links_of, version


def test_its_author_is_whoever_hands_it_in_and_nothing_is_public_yet(cast):
    before = version()
    row = cast.submit(cast.value("290"))
    assert (row.state, row.author, row.reviewer, row.known_on) == ("submitted", cast.reporter, None, None)
    assert (acts_on(row), links_of(row)) == (["submitted"], [])
    assert fresh(cast.goal).latest_observation is None
    assert version() == before


def test_a_draft_keeps_its_author_when_somebody_else_submits_it(cast):
    draft = cast.value("290", author=cast.reporter)
    draft.save()
    assert cast.submit(draft, by=cast.manager).author == cast.reporter


def test_without_a_source_it_becomes_a_report_of_the_park_dated_when_published(cast):
    source = cast.submit(cast.value("290")).source
    assert (source.kind, source.reliability, source.publisher) == ("official_report", "high", cast.park.name)
    assert (source.published_on, source.precision) == (None, "unknown")
    publish_report(report=Observation.objects.get(), by=cast.reviewer, on=day("2022-08-20"))
    source.refresh_from_db()
    assert (source.published_on, source.precision) == (day("2022-08-20"), "day")


def test_a_source_that_it_names_stays(cast):
    count = Source.objects.count()
    assert cast.submit(cast.value("290", source=cast.source)).source == cast.source
    assert Source.objects.count() == count


def test_a_returned_report_keeps_its_source_when_it_comes_again(cast):
    row = cast.submit(cast.value("290"))
    back = return_report(report=row, by=cast.reviewer, on=START, reason="缺依据")
    again = cast.submit(back)
    assert again.source == row.source
    assert acts_on(row) == ["submitted", "returned", "submitted"]


@pytest.mark.parametrize("state", ["submitted", "published", "withdrawn"])
def test_only_a_draft_or_a_returned_report_is_submitted(cast, state):
    row = cast.submit(cast.value("290"))
    if state != "submitted":
        row = cast.publish(row)
    if state == "withdrawn":
        row = cast.withdraw(row, START)
    with pytest.raises(ValidationError, match="Only a draft"):
        cast.submit(row)


def test_a_stale_form_is_refused(cast):
    draft = cast.value("290", author=cast.reporter)
    draft.save()
    Observation.objects.filter(pk=draft.pk).update(version=2)
    with pytest.raises(ValidationError, match="Somebody changed this report"):
        submit_report(report=draft, by=cast.reporter, on=START, version=draft.version)


@pytest.mark.parametrize(
    "forged",
    [
        {"known_on": date(2021, 1, 1)},
        {"known_on": date(2021, 1, 1), "state": "published"},
        {"state": "published"},
        {"withdrawn_on": date(2022, 8, 12), "withdrawn_reason": "x"},
    ],
)
def test_nobody_chooses_since_when_it_is_known(cast, forged):
    with pytest.raises(ValidationError):
        cast.submit(cast.value("290", **forged))
    assert not Observation.objects.exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"unit": "firms"}, "another quantity"),
        ({"period_start": day("2022-04-01")}, "runs from 1 January"),
        ({"period_start": day("2021-01-01")}, "stays within the year"),
        ({"period_end": day("2021-12-31")}, "ends before it starts"),
        ({"value": Decimal("123456789012")}, "11 digits before"),
        ({"value": Decimal("12345678901.12345")}, "15 digits"),
        ({"value": Decimal("1.00001")}, "4 decimal places"),
        ({"value": Decimal("NaN")}, "decimal number"),
        ({"period_end": day("2022-08-13")}, "still to come is a forecast"),
    ],
)
def test_a_wrong_value_is_refused_and_leaves_nothing(cast, fields, sentence):
    sources = Source.objects.count()
    draft = cast.value("290")
    for name, value in fields.items():
        setattr(draft, name, getattr(cast, value) if isinstance(value, str) else value)
    with pytest.raises(ValidationError, match=sentence):
        cast.submit(draft)
    assert (Observation.objects.count(), Source.objects.count()) == (0, sources)


def test_a_figure_in_another_unit_of_its_quantity_is_kept_as_it_was_entered(cast):
    row = cast.publish(cast.value("2906100.5", unit=cast.wan))
    assert (fresh(row).value, fresh(row).unit) == (Decimal("2906100.5"), cast.wan)
    assert fresh(cast.goal).share == Decimal("0.501052")


def test_a_forecast_may_look_ahead(cast):
    cast.submit(cast.value("580", end="2022-12-31", qualifier="forecast"))
    cast.submit(cast.news("", "2023-01-01", kind="forecast"))


def test_a_goal_cannot_be_judged_not_reached_before_it_is_due(cast):
    early = cast.told("not_reached", "2022-12-30")
    with pytest.raises(ValidationError, match="before it is due"):
        cast.submit(early, day("2022-12-31"))
    cast.submit(cast.told("not_reached", "2022-12-31"), day("2023-01-01"))


def test_a_judgement_needs_its_grounds_and_a_goal_without_a_series(cast):
    with pytest.raises(ValidationError, match="grounds"):
        cast.submit(cast.told("reached", reason=""))
    with pytest.raises(ValidationError, match="judged by its values"):
        cast.submit(cast.told("reached", goal=cast.goal))


def test_a_stage_steps_back_only_with_a_reason(cast):
    cast.publish(cast.news("completed", "2022-05-10"))
    with pytest.raises(ValidationError, match="steps back"):
        cast.submit(cast.news("building", "2022-06-10"))
    cast.submit(cast.news("building", "2022-06-10", step_back_reason="返工"))
    cast.submit(cast.news("started", "2022-03-01"))  # news of an earlier day is no step back
