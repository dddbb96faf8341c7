"""Taking a published report back."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from parks.changes.reports import withdraw_report
from parks.models import Observation
from tests.changes.cast import START, day, fresh, links_of

LATER, LAST = day("2022-09-01"), day("2022-10-01")


def standing_on(on) -> list[Observation]:
    return list(Observation.objects.standing_as_of(on))


@pytest.fixture
def row(cast) -> Observation:
    return cast.publish(cast.value("290"))


def test_it_stays_visible_until_the_day_before_and_moves_the_standing(cast, row):
    cast.withdraw(row, LATER)
    assert (standing_on(day("2022-08-31")), standing_on(LATER)) == ([row], [])
    assert fresh(row).withdrawn_reason == "样例撤回"
    assert (fresh(cast.goal).latest_observation, fresh(cast.goal).standing) == (None, "unmeasured")
    assert links_of(row) == ["published", "withdrawn"]


@pytest.mark.parametrize("reason", ["", "\t"])
def test_it_needs_a_reason(cast, row, reason):
    with pytest.raises(ValidationError, match="needs a reason"):
        withdraw_report(report=row, by=cast.reviewer, on=LATER, reason=reason)


def test_its_author_does_not_withdraw_it_alone(cast, row):
    with pytest.raises(ValidationError, match="cannot withdraw it alone"):
        withdraw_report(report=row, by=cast.reporter, on=LATER, reason="x")


def test_it_happens_once(cast, row):
    cast.withdraw(row, LATER)
    with pytest.raises(ValidationError, match="still stands can be withdrawn"):
        cast.withdraw(row, LAST)


def test_a_replaced_row_is_not_withdrawn_under_its_correction(cast, row):
    cast.correct(row, LATER, value=Decimal("280"))
    with pytest.raises(ValidationError, match="still stands can be withdrawn"):
        cast.withdraw(row, LAST)


def test_withdrawing_a_correction_revives_what_it_replaced(cast, row):
    first = cast.correct(row, LATER, value=Decimal("280"))
    second = cast.correct(first, LATER, value=Decimal("270"))
    cast.withdraw(second, day("2022-09-02"))
    assert standing_on(day("2022-09-02")) == [first]
    cast.withdraw(first, day("2022-09-03"))
    assert [standing_on(on) for on in (LATER, day("2022-09-02"), day("2022-09-03"))] == [[second], [first], [row]]
    assert fresh(cast.goal).latest_observation == row
    assert links_of(row) == ["published", "corrected", "revived"]
    again = cast.correct(row, LAST, value=Decimal("260"))
    assert standing_on(LAST) == [again]


def test_the_revived_row_can_be_withdrawn_itself(cast, row):
    cast.withdraw(cast.correct(row, LATER, value=Decimal("280")), LATER)
    cast.withdraw(row, LAST)
    assert standing_on(LAST) == []


def test_a_row_that_would_overlap_is_not_revived(cast):
    row = cast.publish(cast.quarter("10", "2022-01-01", "2022-03-31"))
    moved = cast.correct(row, LATER, period_start=day("2022-04-01"), period_end=day("2022-06-30"))
    other = cast.publish(cast.quarter("5", "2022-02-01", "2022-03-31"), LATER)
    with pytest.raises(ValidationError, match="overlaps with the published value for 2022-02-01"):
        cast.withdraw(moved, LAST)
    assert fresh(moved).state == "published"
    cast.withdraw(other, LAST)
    cast.withdraw(moved, LAST)
    assert standing_on(LAST) == [row]


def test_nothing_is_withdrawn_before_the_last_day_of_the_record(cast, row):
    cast.publish(cast.news(), LATER)
    with pytest.raises(ValidationError, match="reaches to 2022-09-01"):
        cast.withdraw(row, START)


def test_a_withdrawn_stage_uncovers_the_one_before(cast):
    cast.publish(cast.news("started", "2022-05-01"))
    done = cast.publish(cast.news("completed", "2022-06-01"))
    cast.withdraw(done, LATER)
    assert fresh(cast.project).stage == "started"
