"""Reporters write drafts of their own parks."""

from datetime import date
from decimal import Decimal

from parks.models import Observation, Series, Source
from parks.rules.choices import State
from tests.admin.conftest import form_of, make, make_observation

DRAFT = {
    "value": "290.61",
    "qualifier": "actual",
    "period_start": "2023-01-01",
    "period_end": "2023-06-30",
}


def other_series(world) -> Series:
    return make(
        Series,
        code="west-revenue",
        indicator=world.series.indicator,
        park=world.other_park,
        entity="西园区",
        title="营业收入",
        accumulation="year_to_date",
    )


def test_a_reporter_adds_a_draft_and_is_its_author(world, enter_as):
    data = DRAFT | {"series": world.series.pk, "unit": world.unit.pk, "source": world.source.pk}
    answer = enter_as(world.reporter).post(world.address("add", Observation), data)
    assert answer.status_code == 302
    draft = Observation.objects.get(state=State.DRAFT)
    assert (draft.author, draft.value, draft.known_on, draft.version) == (world.reporter, Decimal("290.61"), None, 1)


def test_a_draft_for_another_park_is_refused_on_the_form(world, enter_as):
    data = DRAFT | {"series": other_series(world).pk, "unit": world.unit.pk}
    answer = enter_as(world.reporter).post(world.address("add", Observation, language="en"), data)
    assert "You do not write for this park." in answer.content.decode()
    assert not Observation.objects.filter(state=State.DRAFT).exists()


def test_a_draft_cannot_be_moved_to_another_park(world, enter_as):
    draft, client = make_observation(world), enter_as(world.reporter)
    address = world.address("change", Observation, draft.pk)
    answer = client.post(address, form_of(client.get(address)) | {"series": other_series(world).pk})
    assert answer.status_code == 200
    draft.refresh_from_db()
    assert draft.series == world.series


def test_what_a_rule_refuses_is_said_on_the_form(world, enter_as):
    data = DRAFT | {"series": world.series.pk, "unit": world.unit.pk, "period_end": "2024-06-30"}
    answer = enter_as(world.reporter).post(world.address("add", Observation, language="en"), data)
    assert "A year-to-date value runs from 1 January" in answer.content.decode()


def test_a_forged_state_or_day_of_publication_is_ignored(world, enter_as):
    forged = {
        "state": "published",
        "known_on": "2001-01-01",
        "author": world.reviewer.pk,
        "ref": "mine",
        "version": "9",
    }
    data = DRAFT | forged | {"series": world.series.pk, "unit": world.unit.pk}
    enter_as(world.reporter).post(world.address("add", Observation), data)
    draft = Observation.objects.get(state=State.DRAFT)
    assert (draft.known_on, draft.author, draft.version) == (None, world.reporter, 1)
    assert draft.ref != "mine"


def test_whoever_changes_a_draft_becomes_its_author(world, enter_as):
    draft, client = make_observation(world), enter_as(world.boss)
    address = world.address("change", Observation, draft.pk)
    assert client.post(address, form_of(client.get(address)) | {"value": "41"}).status_code == 302
    draft.refresh_from_db()
    assert (draft.author, draft.value, draft.version) == (world.boss, 41, 2)


def test_a_draft_opened_and_saved_unchanged_keeps_its_author(world, enter_as):
    draft, client = make_observation(world), enter_as(world.boss)
    address = world.address("change", Observation, draft.pk)
    client.post(address, form_of(client.get(address)))
    draft.refresh_from_db()
    assert (draft.author, draft.version) == (world.reporter, 1)


def test_a_draft_may_be_deleted_by_its_park(world, enter_as):
    draft = make_observation(world)
    enter_as(world.reporter).post(world.address("delete", Observation, draft.pk), {"post": "yes"})
    assert not Observation.objects.filter(pk=draft.pk).exists()


def test_a_reporter_adds_a_source_and_does_not_change_one(world, enter_as):
    client = enter_as(world.reporter)
    data = {
        "code": "bulletin",
        "title": "公报",
        "kind": "government",
        "published_on": date(2023, 1, 1),
        "precision": "day",
        "reliability": "high",
    }
    assert client.post(world.address("add", Source), data).status_code == 302
    made = Source.objects.get(code="bulletin")
    assert client.post(world.address("change", Source, made.pk), data | {"title": "别的"}).status_code == 403
