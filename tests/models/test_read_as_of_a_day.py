"""What was known at the end of a day, read from dates alone."""

from datetime import timedelta

import pytest

from parks.models import GoalUpdate, Observation, ProjectUpdate, Target
from tests.changes.cast import day
from tests.world import make_goal_update, make_observation, make_source, make_target, make_update

pytestmark = pytest.mark.django_db

KNOWN, REPLACED, GONE = day("2022-08-12"), day("2022-09-01"), day("2022-10-01")
REPORTS = pytest.mark.parametrize(
    ("make", "model"),
    [(make_observation, Observation), (make_update, ProjectUpdate), (make_goal_update, GoalUpdate)],
    ids=lambda part: getattr(part, "__name__", ""),
)


def around(on):
    return [on - timedelta(days=1), on, on + timedelta(days=1)]


@REPORTS
def test_a_row_is_there_from_the_day_it_was_known_until_the_day_before_its_withdrawal(make, model):
    make(withdrawn_on=GONE)
    assert [model.objects.as_of(on).count() for on in around(KNOWN)] == [0, 1, 1]
    assert [model.objects.as_of(on).count() for on in around(GONE)] == [1, 0, 0]


@REPORTS
def test_a_row_withdrawn_on_the_day_it_was_published_was_never_there(make, model):
    make(withdrawn_on=KNOWN)
    assert [model.objects.as_of(on).count() for on in around(KNOWN)] == [0, 0, 0]
    assert model.objects.published().count() == 1


@REPORTS
def test_a_correction_speaks_from_its_own_day(make, model):
    first = make()
    second = make(supersedes=first, known_on=REPLACED)
    assert [list(model.objects.standing_as_of(on)) for on in around(REPLACED)] == [[first], [second], [second]]
    assert [list(model.objects.replaced_as_of(on)) for on in around(REPLACED)] == [[], [first], [first]]
    assert [model.objects.as_of(on).count() for on in around(REPLACED)] == [1, 2, 2]


@REPORTS
def test_a_withdrawn_correction_lets_the_first_row_speak_again(make, model):
    first = make()
    second = make(supersedes=first, known_on=REPLACED, withdrawn_on=GONE)
    assert [list(model.objects.standing_as_of(on)) for on in around(GONE)] == [[second], [first], [first]]


@REPORTS
def test_of_a_chain_only_the_last_link_speaks(make, model):
    first = make()
    second = make(supersedes=first, known_on=REPLACED)
    third = make(supersedes=second, known_on=GONE)
    assert list(model.objects.standing_as_of(GONE)) == [third]
    assert set(model.objects.replaced_as_of(GONE)) == {first, second}


@REPORTS
def test_a_correction_in_waiting_hides_nothing(make, model):
    first = make()
    make(supersedes=first, known_on=None)
    assert list(model.objects.standing_as_of(GONE)) == [first]


@REPORTS
def test_the_state_of_a_row_is_not_asked(make, model):
    """A page of a past day would change with every later act if it were."""
    row = make()
    model.objects.filter(pk=row.pk).update(state="withdrawn", withdrawn_on=GONE, withdrawn_reason="x")
    assert list(model.objects.standing_as_of(REPLACED)) == [row]


def test_a_draft_is_known_on_no_day():
    make_observation(known_on=None)
    make_target(known_on=None)
    assert not Observation.objects.as_of(day("2100-01-01")).exists()
    assert not Target.objects.as_of(day("2100-01-01")).exists()


def test_a_correction_from_a_weak_source_replaces_all_the_same():
    """Both stay visible, and the goal has no value: a figure that was called wrong carries no standing either."""
    first = make_observation()
    weak = make_observation(supersedes=first, known_on=REPLACED, source=make_source(reliability="low"))
    assert list(Observation.objects.standing_as_of(REPLACED)) == [weak]
