"""Until when a standing holds, if no row comes: known beforehand, to the day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.rules.calendar import ONE_DAY
from parks.rules.standing import standing_on

from .anything import DAYS, cases
from .cast import REVENUE, RULE, RULE_OF_YINCHUAN, UPGRADE, day, judged, stand, target, until, word

EVER = day("9999-12-31")
JUNE = until("2024-06-30", 450, known_on="2024-07-10")  # 12.5 points behind


@pytest.mark.parametrize(
    ("goal", "more", "until_day"),
    [
        pytest.param(REVENUE, {"on": "2024-07-15"}, "2024-12-31", id="the due date"),
        pytest.param(REVENUE, {"on": "2024-12-31"}, "2024-12-31", id="on the due date, that day"),
        pytest.param(REVENUE, {"on": "2025-01-01"}, "2026-01-10", id="past due, until it is stale"),
        pytest.param(REVENUE, {"on": "2026-01-11"}, None, id="past due and stale, for ever"),
        pytest.param(replace(REVENUE, frequency="monthly"), {"on": "2024-07-15"}, "2024-08-24", id="until it is late"),
        pytest.param(
            replace(REVENUE, excused_until=day("2024-09-30")), {"on": "2024-07-15"}, "2024-09-30", id="an excuse"
        ),
        pytest.param(
            replace(REVENUE, excused_until=day("2024-09-30")), {"on": "2024-10-01"}, "2024-12-31", id="excuse expired"
        ),
        pytest.param(
            replace(REVENUE, excused_until=EVER), {"on": "2026-01-11"}, "9999-12-31", id="an excuse without end"
        ),
        pytest.param(replace(REVENUE, due_on=EVER), {"on": "2026-01-11"}, "9999-12-31", id="a due date without end"),
        pytest.param(
            REVENUE, {"on": "2024-07-15", "next_rule_on": "2024-08-01"}, "2024-07-31", id="the eve of another rule"
        ),
        pytest.param(
            REVENUE, {"on": "2024-07-31", "next_rule_on": "2024-08-01"}, "2024-07-31", id="on the eve of another rule"
        ),
    ],
)
def test_it_names_the_last_day(goal, more, until_day):
    found = stand(goal, target(), [JUNE], **more).until
    assert found == (day(until_day) if until_day else None)


def test_a_rule_decides_from_its_first_day():
    before = stand(REVENUE, target(), [JUNE], on="2024-07-31", rule=RULE, next_rule_on="2024-08-01")
    after = stand(REVENUE, target(), [JUNE], on="2024-08-01", rule=RULE_OF_YINCHUAN)
    assert (before.code, before.rule) == ("behind", RULE)
    assert (after.code, after.rule) == ("slow", RULE_OF_YINCHUAN)


def test_an_excuse_expires_and_the_standing_stays_visible():
    goal = replace(REVENUE, excused_until=day("2024-09-30"))
    last, after = (stand(goal, target(), [JUNE], on=on) for on in ("2024-09-30", "2024-10-01"))
    assert (last.code, last.excused) == ("behind", True)
    assert (after.code, after.excused) == ("behind", False)


def test_a_judgement_of_not_reached_waits_for_the_due_date():
    verdict = [judged("not_reached", "2024-05-01")]
    standing = stand(UPGRADE, on="2024-06-01", judgements=verdict)
    assert str(standing.until) == "2024-12-31"
    assert word(stand(UPGRADE, on="2025-01-01", judgements=verdict)) == "missed"


def seen(standing):
    return standing.code, standing.detail, standing.freshness, standing.excused


def on_day(case, on):
    return standing_on(case.goal, case.aim, case.readings, case.judgements, case.rule, on, case.next_rule_on)


@settings(max_examples=150)
@given(cases())
def test_it_is_the_same_on_every_day_until_then(case):
    first = on_day(case, case.on)
    last = min(first.until or DAYS.last, case.on + timedelta(days=900))
    for ahead in range((last - case.on).days + 1):
        later = on_day(case, case.on + timedelta(days=ahead))
        assert (seen(later), later.until) == (seen(first), first.until)


@settings(max_examples=300)
@given(cases())
def test_it_is_another_on_the_day_after(case):
    first = on_day(case, case.on)
    if first.until is None:
        return
    # The next rule is not told here, and what is reached before its day stays so after it.
    may_stay = {first.due_on if first.code == "reached" else None}
    may_stay.add(case.next_rule_on - ONE_DAY if case.next_rule_on else None)
    if first.until not in may_stay:
        assert seen(on_day(case, first.until + ONE_DAY)) != seen(first)


@given(cases(), st.integers(1, 3000))
def test_it_never_ends_before_the_day_itself(case, ahead):
    on = case.on + timedelta(days=ahead)
    found = on_day(case, on).until
    assert found is None or found >= on
