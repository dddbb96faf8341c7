"""Compiles the translations without gettext."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Compile every translation that is newer than its compiled form."
    requires_system_checks = []

    def handle(self, *args, **options) -> None:
        if compile_texts(*settings.LOCALE_PATHS):
            self.stdout.write("Translations compiled.")


def compile_texts(*folders: Path) -> list[Path]:
    """Make the .mo file of every .po file below these locale folders that is newer; returns the files made.

    Pure Python, so that no gettext is needed. Unfinished (fuzzy) messages are left out.
    """
    made = []
    for source in sorted(path for folder in folders for path in Path(folder).glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parent.parent.name)
        # Written aside and moved into place: two starts at once never leave half a file.
        aside = target.with_suffix(".mo.new")
        with aside.open("wb") as file:
            write_mo(file, catalog)
        aside.replace(target)
        made.append(target)
    return made
