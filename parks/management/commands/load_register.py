"""Fill an empty register from fixtures and seal it."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from parks.changes.fixtures import Refused
from parks.changes.register import load_register

SHOWN = 20  # of the sentences of a refusal; one wrong row is often named by many


class Command(BaseCommand):
    help = "Load a folder of fixtures into an empty register and seal it; a register in use is refused."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, help="Folder of fixtures; else REGISTER_FIXTURES.")

    def handle(self, *args, folder: Path | None, **options) -> None:
        try:
            count = load_register(folder=folder or Path(settings.REGISTER_FIXTURES), on=timezone.localdate())
        except Refused as refusal:
            more = [f"… and {len(refusal.sentences) - SHOWN} more."] if len(refusal.sentences) > SHOWN else []
            raise CommandError("\n".join(["Nothing was loaded.", *refusal.sentences[:SHOWN], *more])) from None
        if options["verbosity"]:
            self.stdout.write(f"{count} rows loaded and sealed.")
