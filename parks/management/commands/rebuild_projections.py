"""Compute the maintained columns anew, or prove them."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from parks.changes.ledger import locked_register
from parks.changes.projections import bump, differences, project_everything


class Command(BaseCommand):
    help = "Compute latest values, standings, stages and counters anew; with --check only compare and report."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Change nothing; fail where a column is wrong.")

    def handle(self, *args, check: bool, **options) -> None:
        today = timezone.localdate()
        if check:
            found = list(differences(today))
            if found:
                raise CommandError("\n".join(found))
        else:
            with transaction.atomic():
                register = locked_register()
                project_everything(register, today)
                bump(register)
        if options["verbosity"]:
            self.stdout.write("Every maintained column is what the facts say.")
