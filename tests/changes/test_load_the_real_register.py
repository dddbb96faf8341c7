"""The register as it ships: loaded, sealed, and whole."""

import pytest
from django.db.models import Q
from django.utils.timezone import localdate

from parks.changes.ledger import guarded_models, problems
from parks.changes.projections import differences, refresh_due
from parks.models import Goal, GoalUpdate, LedgerEntry, Observation, ProjectUpdate, Review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


def test_every_row_is_sealed_and_every_guard_stands():
    assert list(problems()) == []
    rows = sum(model._base_manager.count() for model in guarded_models())
    assert LedgerEntry.objects.count() == rows > 400


def test_every_maintained_column_is_what_the_facts_say():
    assert list(differences(localdate())) == []
    assert refresh_due(localdate()) == 0
    assert Goal.objects.exclude(latest_observation=None).exists()


def test_nobody_wrote_or_reviewed_it():
    assert set(Review.objects.values_list("act", "by")) == {("loaded", None)}
    for model in (Observation, ProjectUpdate, GoalUpdate):
        assert not model.objects.filter(Q(author__isnull=False) | Q(reviewer__isnull=False)).exists()
        assert set(model.objects.values_list("state", flat=True)) == {"published"}


def test_every_report_has_a_source():
    for model in (Observation, ProjectUpdate, GoalUpdate):
        assert not model.objects.filter(source=None).exists()


def test_a_restated_value_hides_the_first_one_only_from_its_own_day():
    for new in Observation.objects.filter(supersedes__isnull=False):
        before = Observation.objects.standing_as_of(new.known_on - new.known_on.resolution)
        assert new.supersedes in before
        assert new.supersedes not in Observation.objects.standing_as_of(new.known_on)
