"""Database triggers that refuse edits of published facts, on SQLite and PostgreSQL.

A later migration that rebuilds a SQLite table drops that table's triggers: end it with `InstallGuards()`. The columns are
read from the database itself, so that an old migration guards the table as it stood then.
"""

from dataclasses import dataclass

from django.db import migrations

WITHDRAWAL = frozenset({"withdrawn_on", "withdrawn_reason"})
REPORT_MOVES = WITHDRAWAL | {"state", "version"}


@dataclass(frozen=True, slots=True)
class Guard:
    """Which columns of a table cannot change.

    `frozen` None: all but `moves`. `always` guards rows that have no day of publication from their first moment.
    """

    frozen: frozenset[str] | None = None
    moves: frozenset[str] = frozenset()
    always: bool = False
    keeps_rows: bool = True


GUARDS = {
    "parks_observation": Guard(moves=REPORT_MOVES),
    "parks_projectupdate": Guard(moves=REPORT_MOVES),
    "parks_goalupdate": Guard(moves=REPORT_MOVES),
    "parks_target": Guard(moves=WITHDRAWAL),
    "parks_plannedvalue": Guard(moves=WITHDRAWAL),
    "parks_parkevent": Guard(moves=WITHDRAWAL),
    "parks_milestone": Guard(moves=WITHDRAWAL | {"order"}),
    "parks_statusrule": Guard(moves=WITHDRAWAL),
    "parks_excuse": Guard(moves=WITHDRAWAL),
    "parks_retirement": Guard(moves=WITHDRAWAL),
    "parks_goal": Guard(
        frozen=frozenset(
            {
                "code",
                "park_id",
                "series_id",
                "starts_on",
                "due_on",
                "source_id",
                "locator",
                "known_on",
                "known_precision",
            }
        )
    ),
    "parks_project": Guard(
        frozen=frozenset({"code", "park_id", "source_id", "locator", "known_on", "known_precision"})
    ),
    "parks_park": Guard(frozen=frozenset({"code"}), always=True, keeps_rows=False),
    "parks_indicator": Guard(frozen=frozenset({"code"}), always=True, keeps_rows=False),
    "parks_series": Guard(frozen=frozenset({"code"}), always=True, keeps_rows=False),
    "parks_source": Guard(frozen=frozenset({"code"}), always=True, keeps_rows=False),
    "parks_review": Guard(always=True),
    "parks_ledgerentry": Guard(always=True),
}

REFUSED = "published facts are not edited; correct them with a new row"


def _columns(connection, table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def frozen_columns(table: str, columns: list[str]) -> list[str]:
    """Those of `columns` that cannot change once the row is published."""
    guard = GUARDS[table]
    return [
        name
        for name in columns
        if (name in guard.frozen if guard.frozen is not None else name not in guard.moves)
    ]


def _conditions(table: str, columns: list[str], differs: str) -> tuple[str, str]:
    """(when an update is refused, when a delete is refused) as SQL over OLD and NEW."""
    guard = GUARDS[table]
    changed = " OR ".join(f'OLD."{c}" {differs} NEW."{c}"' for c in frozen_columns(table, columns))
    public = "1=1" if guard.always else 'OLD."known_on" IS NOT NULL'
    update = f"({public} AND ({changed}))"
    if "withdrawn_on" in columns:
        again = f'OLD."withdrawn_on" {differs} NEW."withdrawn_on" OR OLD."withdrawn_reason" {differs} NEW."withdrawn_reason"'
        update += f' OR (OLD."withdrawn_on" IS NOT NULL AND ({again}))'
    if "state" in columns:
        update += (
            f' OR ({public} AND OLD."state" {differs} NEW."state" AND NEW."state" {differs} \'withdrawn\')'
        )
    return update, public


def _install_sqlite(cursor, table: str, columns: list[str]) -> None:
    update, delete = _conditions(table, columns, "IS NOT")
    cursor.execute(
        f'CREATE TRIGGER "guard_{table}_update" BEFORE UPDATE ON "{table}" WHEN {update} '
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )
    if GUARDS[table].keeps_rows:
        cursor.execute(
            f'CREATE TRIGGER "guard_{table}_delete" BEFORE DELETE ON "{table}" WHEN {delete} '
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )


def _install_postgresql(cursor, table: str, columns: list[str]) -> None:
    update, delete = _conditions(table, columns, "IS DISTINCT FROM")
    cursor.execute(
        "CREATE OR REPLACE FUNCTION guard_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    cursor.execute(
        f'CREATE TRIGGER "guard_{table}_update" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN ({update}) '
        "EXECUTE FUNCTION guard_refuse()"
    )
    if GUARDS[table].keeps_rows:
        cursor.execute(
            f'CREATE TRIGGER "guard_{table}_delete" BEFORE DELETE ON "{table}" FOR EACH ROW WHEN ({delete}) '
            "EXECUTE FUNCTION guard_refuse()"
        )
        # TRUNCATE passes row triggers.
        cursor.execute(
            f'CREATE TRIGGER "guard_{table}_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT '
            "EXECUTE FUNCTION guard_refuse()"
        )


def expected_guards(connection) -> set[str]:
    """Names of the triggers that the tables of this database must have."""
    tables = set(connection.introspection.table_names())
    names = set()
    for table in GUARDS.keys() & tables:
        names.add(f"guard_{table}_update")
        if GUARDS[table].keeps_rows:
            names.add(f"guard_{table}_delete")
            if connection.vendor == "postgresql":
                names.add(f"guard_{table}_truncate")
    return names


def present_guards(connection) -> set[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'"
            )
        else:
            cursor.execute(
                "SELECT DISTINCT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "JOIN pg_namespace n ON n.oid = c.relnamespace "
                "WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND n.nspname = current_schema() "
                "AND t.tgname LIKE 'guard\\_%'"
            )
        return {row[0] for row in cursor.fetchall()}


def missing_guards(connection) -> set[str]:
    """Triggers that should stand and do not; empty when the record is guarded."""
    return expected_guards(connection) - present_guards(connection)


def drop_guards(connection) -> None:
    with connection.cursor() as cursor:
        for name in sorted(present_guards(connection)):
            table = name.removeprefix("guard_").rpartition("_")[0]
            on_table = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on_table}')


def install_guards(connection) -> None:
    """Put every trigger in place anew."""
    drop_guards(connection)
    tables = set(connection.introspection.table_names())
    install = _install_sqlite if connection.vendor == "sqlite" else _install_postgresql
    with connection.cursor() as cursor:
        for table in GUARDS:
            if table in tables:
                install(cursor, table, _columns(connection, table))


class InstallGuards(migrations.RunPython):
    """The last operation of every migration that creates, alters or rebuilds a guarded table."""

    def __init__(self):
        super().__init__(_install, _drop)

    def deconstruct(self):
        return (self.__class__.__name__, [], {})


class DropGuards(migrations.RunPython):
    """The first operation of a migration that alters a guarded table on PostgreSQL."""

    def __init__(self):
        super().__init__(_drop, _install)

    def deconstruct(self):
        return (self.__class__.__name__, [], {})


def _install(apps, schema_editor):
    install_guards(schema_editor.connection)


def _drop(apps, schema_editor):
    drop_guards(schema_editor.connection)
