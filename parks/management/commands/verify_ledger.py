"""Prove that the record is whole."""

from django.core.management.base import BaseCommand, CommandError

from parks.changes.ledger import problems
from parks.models import LedgerEntry


class Command(BaseCommand):
    help = "Check the chain of digests, every published row against it, and the triggers that guard the rows."

    def handle(self, *args, **options) -> None:
        found = list(problems())
        if found:
            raise CommandError("\n".join(found))
        if options["verbosity"]:
            self.stdout.write(f"{LedgerEntry.objects.count()} entries, every row and every guard in place.")
