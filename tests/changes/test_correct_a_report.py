"""A new row that names the published one and says why."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from parks.changes.reports import correct_report
from parks.models import Observation, Review
from tests.changes.cast import START, acts_on, day, fresh, links_of

LATER = day("2022-09-01")


def standing_on(text: str) -> list[Observation]:
    return list(Observation.objects.standing_as_of(day(text)))


@pytest.fixture
def wrong(cast) -> Observation:
    return cast.publish(cast.value("290"))


def test_it_carries_over_what_is_not_changed_and_waits_for_a_second_person(cast, wrong):
    new = correct_report(
        report=wrong, by=cast.reporter, on=LATER, reason="抄错", changes={"value": Decimal("280"), "note": "核对"}
    )
    assert (new.state, new.author, new.supersedes, new.supersede_reason) == ("submitted", cast.reporter, wrong, "抄错")
    assert (new.series, new.period_end, new.unit, new.value) == (wrong.series, wrong.period_end, wrong.unit, 280)
    assert new.ref != wrong.ref
    assert new.source != wrong.source
    assert fresh(cast.goal).latest_observation == wrong


def test_it_replaces_the_row_from_the_day_it_is_published(cast, wrong):
    new = cast.correct(wrong, LATER, value=Decimal("280"))
    assert fresh(wrong).state == "published"
    assert (standing_on("2022-08-31"), standing_on("2022-09-01")) == ([wrong], [new])
    assert list(Observation.objects.replaced_as_of(LATER)) == [wrong]
    assert not Observation.objects.replaced_as_of(day("2022-08-31")).exists()
    assert fresh(cast.goal).latest_observation == new
    assert links_of(wrong) == ["published", "corrected"]
    assert Review.objects.get(act="corrected").reason == "样例更正"


@pytest.mark.parametrize("reason", ["", " "])
def test_it_needs_a_reason(cast, wrong, reason):
    with pytest.raises(ValidationError, match="needs a reason"):
        correct_report(report=wrong, by=cast.reporter, on=LATER, reason=reason)


def test_a_correction_is_corrected_and_not_the_row_it_replaced(cast, wrong):
    first = cast.correct(wrong, LATER, value=Decimal("280"))
    with pytest.raises(ValidationError, match="still stands can be corrected"):
        cast.correct(wrong, LATER)
    second = cast.correct(first, day("2022-10-01"), value=Decimal("270"))
    assert standing_on("2022-10-01") == [second]
    assert set(Observation.objects.replaced_as_of(day("2022-10-01"))) == {wrong, first}


def test_of_two_corrections_in_waiting_only_one_is_published(cast, wrong):
    waiting = [correct_report(report=wrong, by=cast.reporter, on=LATER, reason="抄错") for _ in range(2)]
    cast.publish(waiting[0], LATER)
    with pytest.raises(ValidationError, match="already been corrected or withdrawn"):
        cast.publish(waiting[1], LATER)


def test_a_row_withdrawn_in_the_meantime_is_not_corrected(cast, wrong):
    waiting = correct_report(report=wrong, by=cast.reporter, on=LATER, reason="抄错")
    cast.withdraw(wrong, LATER)
    with pytest.raises(ValidationError, match="already been corrected or withdrawn"):
        cast.publish(waiting, LATER)
    with pytest.raises(ValidationError, match="still stands can be corrected"):
        cast.correct(wrong, LATER)


def test_a_draft_is_changed_and_not_corrected(cast):
    draft = cast.submit(cast.value("290"))
    with pytest.raises(ValidationError, match="Only a published row"):
        cast.correct(draft, LATER)


def test_a_correction_stays_with_its_series(cast, wrong):
    with pytest.raises(ValidationError, match="stays in the series"):
        cast.correct(wrong, LATER, series=cast.quarters)


@pytest.mark.parametrize("forged", [{"known_on": START}, {"state": "published", "known_on": START}])
def test_a_change_chooses_no_day(cast, wrong, forged):
    with pytest.raises(ValidationError):
        cast.correct(wrong, LATER, **forged)


def test_it_may_take_the_place_of_the_value_that_it_replaces(cast):
    row = cast.publish(cast.quarter("10", "2022-01-01", "2022-03-31"))
    cast.publish(cast.quarter("10", "2022-04-01", "2022-06-30"))
    new = cast.correct(row, LATER, period_start=day("2022-02-01"))
    assert new.period_start == day("2022-02-01")
    with pytest.raises(ValidationError, match="overlaps"):
        cast.correct(new, LATER, period_end=day("2022-04-30"))


def test_a_corrected_stage_is_no_step_back_of_itself(cast):
    row = cast.publish(cast.news("completed"))
    cast.correct(row, LATER, stage="building")
    assert fresh(cast.project).stage == "building"


def test_whoever_wrote_the_correction_does_not_publish_it(cast, wrong):
    new = correct_report(report=wrong, by=cast.reviewer, on=LATER, reason="抄错")
    with pytest.raises(ValidationError, match="author of a report cannot publish"):
        cast.publish(new, LATER, by=cast.reviewer)
    assert acts_on(new) == ["submitted"]
