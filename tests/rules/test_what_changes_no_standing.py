"""What must never change a standing, whatever the goal and its facts; and what every standing keeps to."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parks.rules.calendar import Period
from parks.rules.choices import Judgement, Nature, Standing
from parks.rules.standing import standing_on

from .anything import MEASURES, TOLD, Case, cases, goals, readings, readings_of

LATER = st.dates(date(2025, 1, 1), date(2025, 12, 31))
NOT_AGAINST = [word for word in ("", *Judgement.values) if word != Judgement.NOT_REACHED]


def of(case: Case, **other):
    case = replace(case, **other)
    return standing_on(case.goal, case.aim, case.readings, case.judgements, case.rule, case.on, case.next_rule_on)


def one_more(data, case: Case, qualifiers=None):
    """Another value of the goal's series, with a key of its own."""
    return replace(data.draw(readings(case.goal.accumulation, qualifiers)), key=99)


def outside(data, case: Case) -> Period:
    """A span that reaches over an edge of the window; of a stock only over its end: before it stands the baseline."""
    due_on = (case.aim.due_on if case.aim else None) or case.goal.due_on
    starts_on = case.goal.starts_on if case.goal.nature != Nature.STOCK else None
    assume(due_on or starts_on)
    length = timedelta(days=data.draw(st.sampled_from([0, 1, 30, 400])))
    beyond = timedelta(days=data.draw(st.integers(1, 400)))
    if due_on and (starts_on is None or data.draw(st.booleans())):
        return Period(due_on + beyond - length, due_on + beyond)
    return Period(starts_on - beyond, starts_on - beyond + length)


@given(cases(), st.data())
def test_the_order_of_the_facts(case, data):
    shuffled = {
        "readings": data.draw(st.permutations(case.readings)),
        "judgements": data.draw(st.permutations(case.judgements)),
    }
    assert of(case, **shuffled) == of(case)


@given(cases(MEASURES), st.data())
def test_a_forecast(case, data):
    assert of(case, readings=[*case.readings, one_more(data, case, ["forecast"])]) == of(case)


@settings(max_examples=200)
@given(cases(MEASURES), st.data())
def test_a_value_outside_the_window(case, data):
    reading = replace(one_more(data, case), period=outside(data, case))
    assert of(case, readings=[*case.readings, reading]) == of(case)


@given(cases([(None, None)]), readings_of("point"))
def test_a_value_where_the_goal_has_no_series(case, readings):
    assert of(case, readings=readings) == of(case, readings=[])


@settings(max_examples=200)
@given(cases(MEASURES), st.data(), LATER)
def test_a_value_that_was_replaced(case, data, known_on):
    """A value of the same period that is known later stands in its place as if the first had never been."""
    assume(case.readings)
    first = data.draw(st.sampled_from(case.readings))
    new = replace(one_more(data, case, TOLD), period=first.period, known_on=known_on)
    others = [reading for reading in case.readings if reading is not first]
    assert of(case, readings=[*others, first, new]) == of(case, readings=[*others, new])


@settings(max_examples=200)
@given(cases(MEASURES, qualifiers=["at_least", "forecast"], verdicts=NOT_AGAINST))
def test_a_lower_bound_never_speaks_against_a_goal(case):
    assert of(case).code not in (Standing.MISSED, Standing.SLOW, Standing.BEHIND)


@settings(max_examples=200)
@given(cases(MEASURES, qualifiers=["estimate", "at_least", "forecast"], verdicts=NOT_AGAINST))
def test_a_rounded_value_never_misses_a_goal(case):
    assert of(case).code != Standing.MISSED


@settings(max_examples=200)
@given(cases())
def test_the_day_bounds_the_words(case):
    """Only what is past due is missed or unknown, and only what is not due has a pace."""
    found = of(case)
    past_due = found.due_on is not None and case.on > found.due_on
    if found.code in (Standing.MISSED, Standing.OUTCOME_UNKNOWN):
        assert past_due
    elif found.code == Standing.UNDATED:
        assert found.due_on is None
    elif found.code != Standing.REACHED:
        assert found.due_on is not None
        assert not past_due
    assert (found.days_overdue > 0) is past_due


@given(goals([(None, None)]), cases([(None, None)]))
def test_what_no_series_measures_has_no_value(goal, case):
    found = of(case, goal=goal)
    assert (found.value, found.path, found.share) == (None, None, None)
    assert found.code in (
        Standing.REACHED,
        Standing.MISSED,
        Standing.OUTCOME_UNKNOWN,
        Standing.UNDATED,
        Standing.MILESTONES,
    )


@settings(max_examples=200)
@given(cases(MEASURES, verdicts=[""]))
def test_without_a_value_nothing_is_judged(case):
    found = of(case, readings=[])
    assert found.code in (Standing.OUTCOME_UNKNOWN, Standing.UNDATED, Standing.UNMEASURED)
    assert found.value is None
    if case.aim:
        assert found.detail == "none"
