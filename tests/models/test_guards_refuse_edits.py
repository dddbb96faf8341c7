"""The database itself refuses edits of published facts, whoever asks in whatever way."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from parks.models import LedgerEntry, Review
from parks.models.guards import GUARDS, REFUSED, frozen_columns
from tests.world import (
    make_event,
    make_excuse,
    make_goal,
    make_goal_update,
    make_indicator,
    make_milestone,
    make_observation,
    make_park,
    make_planned_value,
    make_project,
    make_retirement,
    make_rule,
    make_series,
    make_source,
    make_target,
    make_unit,
    make_update,
)

pytestmark = pytest.mark.django_db

REPORTS = [make_observation, make_update, make_goal_update]
DATED = [
    *REPORTS,
    make_target,
    make_planned_value,
    make_event,
    make_milestone,
    make_rule,
    make_excuse,
    make_retirement,
    make_goal,
    make_project,
]
NAMED = [make_park, make_unit, make_indicator, make_series, make_source]
# What may be said anew about a public goal or project; a history keeps who changed it.
DESCRIPTIVE = {make_goal: "title", make_project: "name", make_milestone: "order"}


def run(sql: str, *values) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def update(row, **columns) -> None:
    table = row._meta.db_table
    told = ", ".join(f'"{name}" = %s' for name in columns)
    run(f'UPDATE "{table}" SET {told} WHERE id = %s', *columns.values(), row.pk)


def delete(row) -> None:
    run(f'DELETE FROM "{row._meta.db_table}" WHERE id = %s', row.pk)


def refused():
    return pytest.raises(DatabaseError, match=REFUSED)


def other_value(row, field):
    """A value of the field's kind that the row does not have; None where only that will do."""
    value = getattr(row, field.attname)
    kind = field.get_internal_type()
    if value is None:
        return {"DateField": "2001-01-01", "TextField": "x", "CharField": "x"}.get(kind, 1)
    if kind in ("DateField", "DateTimeField"):
        return "2001-01-01"
    if kind in ("BooleanField",):
        return not value
    if kind in ("CharField", "TextField", "SlugField"):
        return f"{value[:1]}x"
    return value + 1


@pytest.mark.parametrize("make", DATED, ids=lambda make: make.__name__)
def test_every_fact_of_a_published_row_stays(make):
    row = make()
    fields = {field.column: field for field in row._meta.concrete_fields}
    for column in frozen_columns(row._meta.db_table, list(fields)):
        with refused():
            update(row, **{column: other_value(row, fields[column])})


@pytest.mark.parametrize("make", DATED, ids=lambda make: make.__name__)
def test_a_published_row_is_not_deleted(make):
    row = make()
    with refused():
        delete(row)


@pytest.mark.parametrize("make", DATED, ids=lambda make: make.__name__)
def test_what_is_not_published_is_edited_and_deleted(make):
    row = make(known_on=None)
    update(row, known_precision="month")
    delete(row)
    assert not type(row)._base_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize("make", DATED, ids=lambda make: make.__name__)
def test_it_is_withdrawn_once_and_for_good(make):
    row = make()
    state = {"state": "withdrawn"} if make in REPORTS else {}
    with refused():
        update(row, withdrawn_reason="x")
    update(row, withdrawn_on="2022-09-01", withdrawn_reason="x", **state)
    back = {"state": "published"} if make in REPORTS else {}
    for edit in (
        {"withdrawn_on": None, "withdrawn_reason": "", **back},
        {"withdrawn_on": "2022-08-20"},
        {"withdrawn_reason": "y"},
    ):
        with refused():
            update(row, **edit)
    with refused():
        delete(row)


@pytest.mark.parametrize("make", REPORTS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("state", ["draft", "submitted", "returned"])
def test_a_published_report_does_not_go_back_to_its_author(make, state):
    row = make()
    with refused():
        update(row, state=state)
    update(row, version=7)


@pytest.mark.parametrize(("make", "column"), DESCRIPTIVE.items(), ids=lambda part: getattr(part, "__name__", part))
def test_what_only_describes_can_be_said_anew(make, column):
    update(make(), **{column: 7})


@pytest.mark.parametrize("make", NAMED, ids=lambda make: make.__name__)
def test_codes_and_what_values_mean_are_chosen_once(make):
    row = make()
    fields = {field.column: field for field in row._meta.concrete_fields}
    for column in frozen_columns(row._meta.db_table, list(fields)):
        with refused():
            update(row, **{column: other_value(row, fields[column])})


def test_acts_and_entries_are_neither_edited_nor_deleted():
    about = {"kind": "goal", "subject_id": 1, "ref": "r", "act": "loaded", "on": date(2022, 8, 12)}
    act = Review.objects.create(**about)
    entry = LedgerEntry.objects.create(number=1, review=act, facts="f", previous="p", digest="d", **about)
    for row in (entry, act):
        with refused():
            update(row, ref="x")
        with refused():
            delete(row)


def test_bulk_writes_are_refused_like_single_ones():
    row = make_observation()
    row.note = "x"
    with refused(), transaction.atomic():
        type(row).objects.bulk_update([row], ["note"])
    with refused(), transaction.atomic():
        type(row).objects.update(note="x")
    with refused(), transaction.atomic():
        type(row).objects.bulk_create([row], update_conflicts=True, unique_fields=["id"], update_fields=["note"])
    with refused(), transaction.atomic():
        type(row).objects.all().delete()


@pytest.mark.parametrize("table", [name for name, guard in GUARDS.items() if guard.keeps_rows])
def test_a_guarded_table_is_not_emptied(table):
    """SQLite has no TRUNCATE; its DELETE of all rows meets the guard of each row."""
    if connection.vendor == "postgresql":
        connection.check_constraints()
        with refused():
            run(f'TRUNCATE "{table}" CASCADE')
        return
    made = {make()._meta.db_table for make in DATED}
    if table in made:
        with refused():
            run(f'DELETE FROM "{table}"')
