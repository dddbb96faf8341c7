"""Everything a start needs, from an empty directory or from the last version; a second run changes nothing."""

import errno
import hashlib
import os
import socket
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from parks.models import Park, User

# The framework's own API pages are switched off, so their files are not ours to serve.
UNSERVED = ["rest_framework"]


class Command(BaseCommand):
    help = (
        "Bring database, translations and static files up to date, and load the fixtures into an empty register. "
        "Running it again keeps everything and prints nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--local",
            action="store_true",
            help="For a server on this machine: check its port first, and make three accounts if there are none.",
        )

    def handle(self, *args, local: bool, **options) -> None:
        if local:
            refuse_taken_port(settings.LISTEN, settings.PORT)
        try:
            self.migrate()
        except OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise CommandError(f"The database that DATABASE_URL names cannot be used: {reason}") from None
        if not Park.objects.exists():
            call_command("load_register", stdout=self.stdout, stderr=self.stderr)
        call_command("compile_texts", stdout=self.stdout, stderr=self.stderr)
        self.collect_static_files()
        if local and not User.objects.exists():
            call_command("create_local_accounts", stdout=self.stdout, stderr=self.stderr)

    def migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=0)
            self.stdout.write("Database migrated.")

    def collect_static_files(self) -> None:
        root = Path(settings.STATIC_ROOT)
        note = root.with_name(f"{root.name}.collected")
        found = fingerprint_of_static_files()
        if root.is_dir() and note.exists() and note.read_text(encoding="ascii") == found:
            return
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNSERVED)
        note.write_text(found, encoding="ascii")
        self.stdout.write("Static files collected.")


def refuse_taken_port(host: str, port: int) -> None:
    """Raise `CommandError` when a server could not listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As gunicorn does, or connections that linger from a server just stopped would count as taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CommandError(
                    f"PORT {port} is taken on {host}: stop what listens there, or start with PORT={port % 65535 + 1}."
                ) from None
            raise CommandError(f"Nothing can listen on {host}, PORT {port} ({error.strerror}).") from None


def fingerprint_of_static_files() -> str:
    """A digest over name, size and time of change of every file that collectstatic would take."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(UNSERVED):
            state = os.stat(storage.path(name))
            digest.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()
