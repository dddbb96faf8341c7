"""No dated row goes unguarded, and no migration leaves a hole."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations import CreateModel, RunPython, RunSQL, SeparateDatabaseAndState
from django.db.migrations.loader import MigrationLoader

from parks.models.base import Dated
from parks.models.guards import GUARDS, InstallGuards, missing_guards

OURS = {key: m for key, m in MigrationLoader(None).disk_migrations.items() if key[0] == "parks"}


def tables_of(operation) -> set[str]:
    """The tables that an operation may create, alter or rebuild; all of them where it does not say."""
    if isinstance(operation, RunSQL | SeparateDatabaseAndState):
        return set(GUARDS)
    if isinstance(operation, RunPython):
        return set()
    names = {getattr(operation, name, None) for name in ("model_name", "name", "old_name", "new_name")}
    return {f"parks_{name.lower()}" for name in names if name}


def touches_a_guarded_table(migration) -> bool:
    return any(tables_of(operation) & GUARDS.keys() for operation in migration.operations)


def follows_at_once(key: tuple[str, str]) -> bool:
    """Whether the one migration after this one does nothing but install the guards."""
    after = [m for m in OURS.values() if key in m.dependencies]
    return len(after) == 1 and [type(o) for o in after[0].operations] == [InstallGuards]


@pytest.mark.parametrize("key", sorted(OURS), ids=lambda key: key[1])
def test_a_migration_of_a_guarded_table_ends_with_the_guards(key):
    migration = OURS[key]
    if not touches_a_guarded_table(migration):
        return
    only_creates = all(isinstance(o, CreateModel) for o in migration.operations[:1])
    ends_guarded = isinstance(migration.operations[-1], InstallGuards)
    assert ends_guarded or (only_creates and follows_at_once(key)), (
        f"{key[1]} alters a guarded table: end it with InstallGuards()"
    )


@pytest.mark.django_db
def test_every_guard_stands():
    assert missing_guards(connection) == set()


def test_every_model_with_two_clocks_is_guarded():
    dated = {m._meta.db_table for m in apps.get_app_config("parks").get_models() if issubclass(m, Dated)}
    assert dated <= GUARDS.keys()


def test_every_guard_names_columns_that_there_are():
    tables = {m._meta.db_table: m for m in apps.get_models()}
    for table, guard in GUARDS.items():
        columns = {field.column for field in tables[table]._meta.concrete_fields}
        assert (guard.frozen or set()) | guard.moves <= columns
