"""The first load: fixtures into an empty register, checked, sealed, in one transaction."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import override

from parks.models import (
    Dimension,
    GoalRelatedSeries,
    GoalUpdate,
    Indicator,
    LedgerEntry,
    Observation,
    Park,
    ParkIndustry,
    Series,
    Source,
    Unit,
)
from parks.models.base import Decided, Report
from parks.rules.calendar import Period
from parks.rules.choices import Judgement, State
from parks.rules.periods import clash

from .fixtures import Refused, fixture_files, load_row, raw_rows
from .ledger import guarded_models, locked_register, record_loaded
from .projections import bump, project_everything

REFERENCE = (Dimension, Unit, Indicator, Source, Park, ParkIndustry, Series, GoalRelatedSeries)


def load_register(*, folder: Path, on: date) -> int:
    """Load a folder of fixtures into an empty register and seal it; returns the number of sealed rows.

    A row stands after the rows that it names. `on` is the day of the act; the rows keep the days on which their
    sources made them known. Raises `Refused`.
    """
    # The sentences are for operators, in English as those of every command.
    with override("en"), transaction.atomic():
        register = locked_register()
        kinds = [*REFERENCE, *guarded_models()]
        if register.sealed_at or LedgerEntry.objects.exists() or any(m._base_manager.exists() for m in kinds):
            raise Refused(["The register is in use; it is changed by reports and decisions, never by loading again."])
        files = fixture_files(folder)
        if not files:
            raise Refused([f"There are no fixtures in {folder}."])
        wrong = []
        for place, raw in raw_rows(files, folder):
            try:
                wrong += [f"{place}: {sentence}" for sentence in _wrong(load_row(raw, kinds), on)]
            except Refused as refusal:
                wrong += [f"{place}: {sentence}" for sentence in refusal.sentences]
        if wrong := [*wrong, *_judged_early(), *_overlaps()]:
            raise Refused(wrong)
        rows = [row for model in guarded_models() for row in model._base_manager.order_by("pk")]
        count = record_loaded(register=register, rows=rows, on=on)
        project_everything(register, on)
        register.sealed_at = timezone.now()
        register.save(update_fields=["sealed_at"])
        bump(register)
    return count


def _wrong(row: models.Model, on: date) -> Iterator[str]:
    """What a row may not say when it is loaded, beyond what it may never say."""
    if not hasattr(row, "known_on"):
        return
    if row.known_on is None:
        yield "A loaded row says since when it was known."
    elif row.known_on > on:
        yield "A loaded row is known since the day of loading at the latest."
    if row.withdrawn_on is not None:
        yield "A row is withdrawn by an act, never by loading."
    if isinstance(row, Report) and (row.state != State.PUBLISHED or row.author_id or row.reviewer_id):
        yield "A loaded report is published and has neither author nor reviewer."
    if isinstance(row, Decided) and (row.proposed_by_id or row.decided_by_id):
        yield "A loaded decision was neither proposed nor decided by anybody here."


def _judged_early() -> Iterator[str]:
    for row in GoalUpdate.objects.filter(judgement=Judgement.NOT_REACHED, known_on__isnull=False):
        days = [*row.goal.targets.values_list("due_on", flat=True), row.goal.due_on]
        if not any(days) or row.known_on <= max(filter(None, days)):
            yield f"goal update {row.ref}: A goal cannot be judged not reached before it is due."


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
