"""The one place where the guards of published facts are lifted: emptying a test database."""

from django.core.management.commands import flush
from django.db import connections

from parks.models.guards import drop_guards, install_guards


class Command(flush.Command):
    def handle(self, **options) -> None:
        connection = connections[options["database"]]
        drop_guards(connection)
        try:
            super().handle(**options)
        finally:
            install_guards(connection)
