"""Database triggers that refuse edits of published facts, on SQLite and PostgreSQL.

A later migration that rebuilds a SQLite table drops that table's triggers, and a new column is not guarded by the old
ones: end it with `InstallGuards()`. The columns are read from the database itself, so that an old migration guards the
table as it stood then.
"""

import hashlib
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
    # What every value of it means: another factor or nature would change all pages of the past at once.
    "parks_unit": Guard(frozen=frozenset({"code", "quantity", "factor"}), always=True, keeps_rows=False),
    "parks_indicator": Guard(
        frozen=frozenset({"code", "quantity", "nature", "direction"}), always=True, keeps_rows=False
    ),
    "parks_series": Guard(
        frozen=frozenset({"code", "park_id", "indicator_id", "accumulation"}), always=True, keeps_rows=False
    ),
    "parks_source": Guard(frozen=frozenset({"code"}), always=True, keeps_rows=False),
    "parks_review": Guard(always=True),
    "parks_ledgerentry": Guard(always=True),
}

REFUSED = "published facts are not edited; correct them with a new row"
REFUSAL = f" BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation'; END "


def _columns(connection, table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
        return [column[0] for column in cursor.description]


def frozen_columns(table: str, columns: list[str]) -> list[str]:
    """Those of `columns` that cannot change once the row is published."""
    guard = GUARDS[table]
    return [
        name for name in columns if (name in guard.frozen if guard.frozen is not None else name not in guard.moves)
    ]


def _conditions(table: str, columns: list[str], differs: str) -> tuple[str, str]:
    """(when an update is refused, when a delete is refused) as SQL over OLD and NEW."""
    guard = GUARDS[table]

    def changed(names: list[str]) -> str:
        return " OR ".join(f'OLD."{name}" {differs} NEW."{name}"' for name in names)

    public = "1=1" if guard.always else 'OLD."known_on" IS NOT NULL'
    update = f"({public} AND ({changed(frozen_columns(table, columns))}))"
    if "withdrawn_on" in columns:
        # Once, and its reason neither before nor after it.
        settled = 'OLD."withdrawn_on" IS NOT NULL OR NEW."withdrawn_on" IS NULL'
        update += f" OR ({public} AND ({settled}) AND ({changed(['withdrawn_on', 'withdrawn_reason'])}))"
    if "state" in columns:
        update += f""" OR ({public} AND {changed(["state"])} AND NEW."state" {differs} 'withdrawn')"""
    return update, public


def _guards_of(connection, table: str) -> dict[str, str]:
    """The triggers that guard a table as it stands: name and statement."""
    columns = _columns(connection, table)
    if connection.vendor == "sqlite":
        update, delete = _conditions(table, columns, "IS NOT")
        refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        row = ""
    else:
        update, delete = _conditions(table, columns, "IS DISTINCT FROM")
        refuse, row = "EXECUTE FUNCTION guard_refuse()", "FOR EACH ROW "
    wanted = {"update": f"{row}WHEN ({update})"}
    if GUARDS[table].keeps_rows:
        wanted["delete"] = f"{row}WHEN ({delete})"
        if connection.vendor == "postgresql":
            wanted["truncate"] = "FOR EACH STATEMENT"  # which passes row triggers
    return {
        (name := f"guard_{table}_{act}"): f'CREATE TRIGGER "{name}" BEFORE {act.upper()} ON "{table}" {when} {refuse}'
        for act, when in wanted.items()
    }


def _expected(connection) -> dict[str, str]:
    tables = set(connection.introspection.table_names())
    return {
        name: statement
        for table in GUARDS
        if table in tables
        for name, statement in _guards_of(connection, table).items()
    }


def _mark(statement: str) -> str:
    """What a trigger carries on PostgreSQL to tell by which statement it was made."""
    return hashlib.sha256(statement.encode()).hexdigest()


def _present(connection) -> dict[str, str | None]:
    """The triggers that work, with their statement (SQLite) or its mark (PostgreSQL)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'"
            )
        else:
            cursor.execute(
                "SELECT t.tgname, obj_description(t.oid, 'pg_trigger') FROM pg_trigger t "
                "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
                "JOIN pg_proc p ON p.oid = t.tgfoid "
                "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND n.nspname = current_schema() "
                "AND p.proname = 'guard_refuse' AND p.prosrc = %s",
                [REFUSAL],
            )
        return dict(cursor.fetchall())


def missing_guards(connection) -> set[str]:
    """Triggers that should stand and do not, or guard less than they should; empty when the record is guarded."""
    present = _present(connection)
    marked = _mark if connection.vendor == "postgresql" else str
    return {name for name, statement in _expected(connection).items() if present.get(name) != marked(statement)}


def drop_guards(connection) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS guard_refuse() CASCADE")  # and every trigger that calls it
            return
        for name in sorted(_present(connection)):
            cursor.execute(f'DROP TRIGGER "{name}"')


def install_guards(connection) -> None:
    """Put every trigger in place anew."""
    drop_guards(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"CREATE FUNCTION guard_refuse() RETURNS trigger LANGUAGE plpgsql AS $${REFUSAL}$$")
        for name, statement in _expected(connection).items():
            if connection.vendor == "sqlite":
                cursor.execute(statement)
                continue
            trigger = f'"{name}" ON "{name.removeprefix("guard_").rpartition("_")[0]}"'
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")  # one that calls something else
            cursor.execute(statement)
            cursor.execute(f"COMMENT ON TRIGGER {trigger} IS '{_mark(statement)}'")


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
