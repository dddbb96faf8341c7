"""Every act leaves a Review; every published act leaves a link in one chain of SHA-256 digests under a locked head."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.utils.translation import gettext as _

from parks.models import LedgerEntry, Register, Review, User
from parks.models.guards import GUARDS, frozen_columns, missing_guards
from parks.rules.choices import Act

CHAINED = {Act.LOADED, Act.PUBLISHED, Act.CORRECTED, Act.WITHDRAWN, Act.REVIVED}
SAID_BY_BOTH = ("kind", "subject_id", "ref", "act", "on")  # by an act and by its ledger entry
NOT_DIGESTED = {"id", "recorded_at"}  # the row's place in this database and the audit clock


def locked_register() -> Register:
    """The register's row, locked until the transaction ends; every verb that publishes takes it first."""
    Register.objects.get_or_create(pk=1)
    return Register.objects.select_for_update().get(pk=1)


def needs_reason(reason: str) -> str:
    """The reason without the space around it; raises ValidationError where nothing else is left."""
    if not reason.strip():
        raise ValidationError(_("This act needs a reason."))
    return reason.strip()


def locked_row(row: models.Model) -> models.Model:
    """The row as the database has it now, locked; the register must be locked first."""
    return type(row)._base_manager.select_for_update().get(pk=row.pk)


def refuse_public(row: models.Model) -> None:
    """Raises ValidationError for a row that is public, whatever the copy in hand says."""
    public = row.pk and type(row)._base_manager.filter(pk=row.pk, known_on__isnull=False).exists()
    if public or row.known_on is not None:
        raise ValidationError(_("This row is public already."))


def plain(value) -> str | int | bool | None:
    """A value as both engines give it back: dates in ISO form, decimals without trailing zeros."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value


def _sha(parts: object) -> str:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def facts_digest(row: models.Model, act: str) -> str:
    """The digest of what the act made public: the row's frozen columns, or its withdrawal.

    What is empty is left out, so that a column added later leaves the digests of older rows as they are.
    """
    if act == Act.WITHDRAWN:
        return _sha({"withdrawn_on": plain(row.withdrawn_on), "withdrawn_reason": row.withdrawn_reason})
    if act in (Act.REVIVED, Act.CORRECTED):
        return _sha({"id": row.pk})
    columns = frozen_columns(row._meta.db_table, [f.column for f in row._meta.concrete_fields])
    by_column = {f.column: f.attname for f in row._meta.concrete_fields}
    facts = {c: plain(getattr(row, by_column[c])) for c in columns if c not in NOT_DIGESTED}
    return _sha({column: fact for column, fact in facts.items() if fact not in (None, "")})


def link_digest(entry: LedgerEntry) -> str:
    said = [entry.kind, entry.subject_id, entry.ref, entry.act, plain(entry.on)]
    return _sha([entry.number, entry.previous, *said, entry.facts])


def reference(row: models.Model) -> str:
    """How the record names a row: its reference, its code, or its natural key."""
    for name in ("ref", "code"):
        if getattr(row, name, ""):
            return getattr(row, name)
    key = row.natural_key() if hasattr(row, "natural_key") else (row._meta.model_name, row.pk)
    return "/".join(str(part) for part in key)[:120]


def record(
    *, register: Register, row: models.Model, act: str, on: date, by: User | None = None, reason: str = ""
) -> Review:
    """Write down one act; a published one becomes the next link of the chain. `register` must be locked.

    Raises ValidationError for a day before that of the last link: nothing slips into a past page.
    """
    last = LedgerEntry.objects.filter(number=register.ledger_number).values_list("on", flat=True).first()
    if last and on < last:
        raise ValidationError(_("The record reaches to %(day)s already; no act is dated before that.") % {"day": last})
    review = Review(
        kind=row._meta.model_name, subject_id=row.pk, ref=reference(row), act=act, by=by, on=on, reason=reason.strip()
    )
    review.full_clean(exclude=["by"])
    review.save()
    if act in CHAINED:
        entry = _next_link(register, review, row)
        entry.save()
        register.save(update_fields=["ledger_number", "ledger_digest"])
    return review


def _next_link(register: Register, review: Review, row: models.Model) -> LedgerEntry:
    entry = LedgerEntry(
        number=register.ledger_number + 1,
        review=review,
        kind=review.kind,
        subject_id=review.subject_id,
        ref=review.ref,
        act=review.act,
        on=review.on,
        facts=facts_digest(row, review.act),
        previous=register.ledger_digest,
    )
    entry.digest = link_digest(entry)
    register.ledger_number, register.ledger_digest = entry.number, entry.digest
    return entry


def record_loaded(*, register: Register, rows: Iterable[models.Model], on: date) -> int:
    """Seal rows of the first load in one go: an act `loaded` by nobody and a link for each; returns how many."""
    rows = list(rows)
    reviews = [
        Review(kind=row._meta.model_name, subject_id=row.pk, ref=reference(row), act=Act.LOADED, on=on) for row in rows
    ]
    Review.objects.bulk_create(reviews, batch_size=500)
    links = [_next_link(register, review, row) for review, row in zip(reviews, rows, strict=True)]
    LedgerEntry.objects.bulk_create(links, batch_size=500)
    register.save(update_fields=["ledger_number", "ledger_digest"])
    return len(links)


def guarded_models() -> list[type[models.Model]]:
    """The models of dated rows, in the order in which they are sealed."""
    from_table = {m._meta.db_table: m for m in LedgerEntry._meta.apps.get_models()}
    return [from_table[t] for t in GUARDS if t in from_table and hasattr(from_table[t], "known_on")]


def problems() -> Iterator[str]:
    """What is wrong with the record, one sentence each; nothing when chain, rows and guards agree."""
    for name in sorted(missing_guards(connection)):
        yield f"The trigger {name} is missing or not the right one: published facts can be edited."
    yield from _wrong_links()
    for act in Review.objects.filter(act__in=CHAINED, ledger_entry__isnull=True).order_by("id"):
        yield f"Act {act.pk} ({act.act} {act.ref}) stands in no ledger entry."
    for model in guarded_models():
        yield from _wrong_rows(model)


def _wrong_links() -> Iterator[str]:
    """Where the chain is broken, tells another story than the acts, or goes back in time."""
    previous, number, day, in_use = "0" * 64, 0, date.min, False
    for entry in LedgerEntry.objects.select_related("review").order_by("number").iterator(chunk_size=2000):
        name, number = f"Ledger entry {entry.number}", number + 1
        if entry.number != number:
            yield f"Ledger entry {number} is missing: after it comes {entry.number}."
            number = entry.number
        if entry.previous != previous:
            yield f"{name} does not follow from the entry before it."
        if entry.digest != link_digest(entry):
            yield f"{name} does not match its own digest."
        if any(getattr(entry, said) != getattr(entry.review, said) for said in SAID_BY_BOTH):
            yield f"{name} says something else than the act that it seals."
        if entry.on < day:
            yield f"{name} is dated before the entry before it."
        if in_use and entry.act == Act.LOADED:
            yield f"{name} loads a row into a register in use."
        previous, day, in_use = entry.digest, entry.on, in_use or entry.act != Act.LOADED
    head = Register.objects.filter(pk=1).values_list("ledger_number", "ledger_digest").first()
    if (head or (0, "0" * 64)) != (number, previous):
        yield "The register's head is not the last entry of the ledger."


def _wrong_rows(model: type[models.Model]) -> Iterator[str]:
    """Rows of one kind that differ from what the ledger sealed, or stand only on one side."""
    kind = model._meta.model_name
    entered: dict[int, LedgerEntry] = {}
    withdrawn: dict[int, LedgerEntry] = {}
    for entry in LedgerEntry.objects.filter(kind=kind).order_by("number").iterator(chunk_size=2000):
        if entry.act in (Act.LOADED, Act.PUBLISHED, Act.WITHDRAWN):
            found = withdrawn if entry.act == Act.WITHDRAWN else entered
            if entry.subject_id in found:
                yield f"{kind} {entry.ref} is {entry.act} twice, the second time in ledger entry {entry.number}."
            found.setdefault(entry.subject_id, entry)
    gone = dict(entered)
    for row in model._base_manager.filter(known_on__isnull=False).iterator(chunk_size=2000):
        gone.pop(row.pk, None)
        yield from _wrong_row(f"{kind} {reference(row)}", row, entered.get(row.pk), withdrawn.get(row.pk))
    for entry in gone.values():
        yield f"{kind} {entry.ref} stands in the ledger and is gone or no longer public."


def _wrong_row(
    name: str, row: models.Model, entered: LedgerEntry | None, withdrawn: LedgerEntry | None
) -> Iterator[str]:
    if entered is None:
        yield f"{name} is public and stands in no ledger entry."
    elif entered.facts != facts_digest(row, entered.act):
        yield f"{name} differs from what the ledger sealed."
    elif row.known_on > entered.on or (entered.act == Act.PUBLISHED and row.known_on != entered.on):
        yield f"{name} is known since another day than that of its act."
    if (row.withdrawn_on is None) != (withdrawn is None):
        yield f"{name} is withdrawn in the row or in the ledger, not in both."
    elif withdrawn and (withdrawn.facts != facts_digest(row, Act.WITHDRAWN) or withdrawn.on != row.withdrawn_on):
        yield f"{name} was withdrawn otherwise than the ledger sealed."
