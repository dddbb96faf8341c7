"""The real register in the test database: loaded and sealed once in a process, then put back row by row.

Loading takes seconds, since every fact is checked and sealed; putting the same rows back takes a tenth of one.
"""

from django.apps import apps
from django.core.management import call_command
from django.db import connection

_kept: dict[str, tuple[list[str], list[tuple]]] = {}


def fill_register() -> None:
    """Fill an empty database, inside the caller's transaction, with the real register."""
    if _kept:
        _put_back()
        return
    call_command("load_register", verbosity=0)
    with connection.cursor() as cursor:
        for model in apps.get_app_config("parks").get_models(include_auto_created=True):
            table = model._meta.db_table
            cursor.execute(f'SELECT * FROM "{table}"')
            columns = [column[0] for column in cursor.description]
            if rows := cursor.fetchall():
                _kept[table] = (columns, rows)


def _put_back() -> None:
    # Foreign keys are checked at the end of a transaction only, so the order of tables does not matter.
    with connection.cursor() as cursor:
        for table, (columns, rows) in _kept.items():
            names = ", ".join(f'"{name}"' for name in columns)
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)
