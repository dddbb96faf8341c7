"""A migration that rebuilds or widens a guarded table leaves holes in its guard: they are reported, and mended."""

import pytest
from django.db import DatabaseError, connection, migrations, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import Value
from django.db.models.functions import Concat

from parks.models import Observation
from parks.models.guards import REFUSED, DropGuards, InstallGuards, install_guards, missing_guards
from tests.world import make_observation, make_park

GUARD = "guard_parks_observation_update"


@pytest.fixture
def guarded(transactional_db):
    """SQLite rebuilds tables only outside of transactions; whatever happens the guards stand again afterwards."""
    yield
    install_guards(connection)


def migrate(*operations) -> None:
    """Run operations as a migration does."""
    state = MigrationLoader(connection).project_state()
    migration = migrations.Migration("trial", "parks")
    migration.operations = list(operations)
    with connection.schema_editor(atomic=True) as editor:
        migration.apply(state, editor)


def edit() -> None:
    with transaction.atomic():
        Observation.objects.update(note=Concat("note", Value("x")))


@pytest.mark.django_db
def test_installing_again_changes_nothing():
    connection.check_constraints()
    install_guards(connection)
    install_guards(connection)
    assert missing_guards(connection) == set()


def test_a_table_that_is_rebuilt_loses_its_guard_until_it_is_installed_again(guarded):
    make_observation()
    wider = models.CharField("qualifier", max_length=13, default="actual")
    narrower = Observation._meta.get_field("qualifier").clone()
    try:
        migrate(DropGuards(), migrations.AlterField("observation", "qualifier", wider))
        assert GUARD in missing_guards(connection)
        edit()
    finally:
        migrate(DropGuards(), migrations.AlterField("observation", "qualifier", narrower), InstallGuards())
    assert missing_guards(connection) == set()
    with pytest.raises(DatabaseError, match=REFUSED):
        edit()


def test_a_new_column_is_reported_as_unguarded_until_the_guards_are_installed_again(guarded):
    make_observation()
    extra = models.TextField(null=True)
    try:
        migrate(migrations.AddField("observation", "extra", extra))
        assert GUARD in missing_guards(connection)
        migrate(migrations.RunPython(lambda apps, editor: install_guards(editor.connection)))
        assert missing_guards(connection) == set()
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE parks_observation SET extra = 'x'")
    finally:
        with connection.schema_editor() as editor:
            state = ProjectState.from_apps(Observation._meta.apps)
            state.add_field("parks", "observation", "extra", extra, preserve_default=True)
            model = state.apps.get_model("parks", "observation")
            DropGuards().database_forwards("parks", editor, state, state)
            editor.remove_field(model, model._meta.get_field("extra"))


def test_a_table_without_a_guard_can_be_rebuilt_at_leisure(guarded):
    make_park()
    field = type(make_park())._meta.get_field("district")
    migrate(
        DropGuards(),
        migrations.AlterField("park", "district", models.CharField(max_length=61, blank=True)),
        migrations.AlterField("park", "district", field.clone()),
        InstallGuards(),
    )
    assert missing_guards(connection) == set()
