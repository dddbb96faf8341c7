"""The first load: fixtures into an empty register, checked, sealed, in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, models, transaction
from django.utils import timezone

from parks.models import (
    Dimension,
    GoalRelatedSeries,
    Indicator,
    LedgerEntry,
    Observation,
    Park,
    ParkIndustry,
    Series,
    Source,
    Target,
    Unit,
)
from parks.models.base import Report
from parks.rules.calendar import Period
from parks.rules.choices import State
from parks.rules.periods import clash

from .ledger import guarded_models, locked_register, record_loaded
from .projections import bump, project_everything

REFERENCE = (Dimension, Unit, Indicator, Source, Park, ParkIndustry, Series, GoalRelatedSeries)


class Refused(Exception):
    """The load was refused and nothing was loaded; `sentences` say why."""

    def __init__(self, sentences: Sequence[str]):
        self.sentences = list(sentences)
        super().__init__("\n".join(self.sentences))


def fixture_files(folder: Path) -> list[Path]:
    """The fixtures of a folder in loading order: by folder level, then by name, so number the names."""
    return sorted(folder.rglob("*.json"), key=lambda p: p.relative_to(folder).as_posix())


def load_register(*, folder: Path, on: date) -> int:
    """Load a folder of fixtures into an empty register and seal it; returns the number of sealed rows.

    `on` is the day of the act; the rows keep the days on which their sources made them known. Raises `Refused`.
    """
    files = fixture_files(folder)
    if not files:
        raise Refused([f"There are no fixtures in {folder}."])
    with transaction.atomic():
        register = locked_register()
        if register.sealed_at or LedgerEntry.objects.exists() or any(m._base_manager.exists() for m in REFERENCE):
            raise Refused(["The register is in use; it is changed by reports and decisions, never by loading again."])
        try:
            call_command("loaddata", *map(str, files), verbosity=0)
        except (CommandError, DeserializationError, DatabaseError, ValidationError) as error:
            raise Refused([f"The fixtures could not be read: {_first_line(error)}"]) from error
        rows = [row for model in guarded_models() for row in model._base_manager.order_by("pk")]
        wrong = [*_wrong_rows(rows), *_overlaps()]
        if wrong:
            raise Refused(wrong)
        count = record_loaded(register=register, rows=rows, on=on)
        project_everything(register, on)
        register.sealed_at = timezone.now()
        register.save(update_fields=["sealed_at"])
        bump(register)
    return count


def _first_line(error: Exception) -> str:
    cause = error.__cause__ or error
    texts = cause.messages if isinstance(cause, ValidationError) else [str(error)]
    return " ".join(texts).strip().splitlines()[0]


def _wrong_rows(rows: Iterable[models.Model]) -> Iterator[str]:
    reference = (row for model in REFERENCE for row in model._base_manager.order_by("pk"))
    for row in (*reference, *rows):
        name = f"{row._meta.verbose_name} {_name(row)}"
        try:
            row.full_clean()
        except ValidationError as error:
            yield from (f"{name}: {sentence}" for sentence in error.messages)
        if hasattr(row, "known_on") and row.known_on is None:
            yield f"{name}: a loaded row says since when it was known."
        if isinstance(row, Report) and (row.state != State.PUBLISHED or row.author_id or row.reviewer_id):
            yield f"{name}: a loaded report is published and has neither author nor reviewer."
        if isinstance(row, Target) and row.number > 1 and not row.reason.strip():
            yield f"{name}: a revision of a target needs a reason."


def _name(row: models.Model) -> str:
    key = row.natural_key() if hasattr(row, "natural_key") else (row.pk,)
    return "/".join(str(part) for part in key)


def _overlaps() -> Iterator[str]:
    """Per-period values that share a day; replaced rows are left out."""
    by_series: dict[int, list[tuple[Period, str]]] = {}
    rows = Observation.objects.filter(corrections__isnull=True).select_related("series")
    for row in rows.order_by("series", "period_start", "id"):
        period, earlier = Period(row.period_start, row.period_end), by_series.setdefault(row.series_id, [])
        hit = clash(row.series.accumulation, period, [p for p, _ in earlier])
        if hit:
            other = next(ref for p, ref in earlier if p == hit)
            yield f"observation {row.ref}: its period overlaps with that of {other}; values of this series add up."
        earlier.append((period, row.ref))
