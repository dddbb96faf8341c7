"""Every act leaves a Review; every published act leaves a link in one chain of SHA-256 digests under a locked head."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from django.db import connection, models

from parks.models import LedgerEntry, Register, Review, User
from parks.models.guards import GUARDS, frozen_columns, missing_guards
from parks.rules.choices import Act

CHAINED = {Act.LOADED, Act.PUBLISHED, Act.CORRECTED, Act.WITHDRAWN, Act.REVIVED}
NOT_DIGESTED = {"id", "recorded_at"}  # the row's place in this database and the audit clock


def locked_register() -> Register:
    """The register's row, locked until the transaction ends; every verb that publishes takes it first."""
    Register.objects.get_or_create(pk=1)
    return Register.objects.select_for_update().get(pk=1)


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
    """The digest of what the act made public: the row's frozen columns, or its withdrawal."""
    if act == Act.WITHDRAWN:
        return _sha({"withdrawn_on": plain(row.withdrawn_on), "withdrawn_reason": row.withdrawn_reason})
    if act in (Act.REVIVED, Act.CORRECTED):
        return _sha({"id": row.pk})
    columns = frozen_columns(row._meta.db_table, [f.column for f in row._meta.concrete_fields])
    by_column = {f.column: f.attname for f in row._meta.concrete_fields}
    return _sha({c: plain(getattr(row, by_column[c])) for c in columns if c not in NOT_DIGESTED})


def link_digest(entry: LedgerEntry) -> str:
    return _sha([entry.number, entry.previous, entry.kind, entry.subject_id, entry.act, plain(entry.on), entry.facts])


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
    """Write down one act; a published one becomes the next link of the chain. `register` must be locked."""
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
    reviews, count = [], 0
    rows = list(rows)
    for row in rows:
        reviews.append(
            Review(kind=row._meta.model_name, subject_id=row.pk, ref=reference(row), act=Act.LOADED, on=on)
        )
    Review.objects.bulk_create(reviews, batch_size=500)
    links = []
    for review, row in zip(reviews, rows, strict=True):
        links.append(_next_link(register, review, row))
        count += 1
    LedgerEntry.objects.bulk_create(links, batch_size=500)
    register.save(update_fields=["ledger_number", "ledger_digest"])
    return count


def guarded_models() -> list[type[models.Model]]:
    """The models of dated rows, in the order in which they are sealed."""
    from_table = {m._meta.db_table: m for m in LedgerEntry._meta.apps.get_models()}
    return [from_table[t] for t in GUARDS if t in from_table and hasattr(from_table[t], "known_on")]


def problems() -> Iterator[str]:
    """What is wrong with the record, one sentence each; nothing when chain, rows and guards agree."""
    for name in sorted(missing_guards(connection)):
        yield f"The trigger {name} is missing: published facts can be edited."
    by_table = {m._meta.model_name: m for m in guarded_models()}
    previous, number = "0" * 64, 0
    sealed: dict[str, set[int]] = {kind: set() for kind in by_table}
    for entry in LedgerEntry.objects.order_by("number").iterator(chunk_size=2000):
        number += 1
        if entry.number != number:
            yield f"Ledger entry {number} is missing: after it comes {entry.number}."
            number = entry.number
        if entry.previous != previous:
            yield f"Ledger entry {entry.number} does not follow from the entry before it."
        if entry.digest != link_digest(entry):
            yield f"Ledger entry {entry.number} does not match its own digest."
        previous = entry.digest
        if entry.act in (Act.LOADED, Act.PUBLISHED) and entry.kind in sealed:
            sealed[entry.kind].add(entry.subject_id)
    register = Register.objects.filter(pk=1).first()
    if register and (register.ledger_number, register.ledger_digest) != (number, previous):
        yield "The register's head is not the last entry of the ledger."
    yield from _rows_against_ledger(by_table, sealed)


def _rows_against_ledger(by_table, sealed) -> Iterator[str]:
    for kind, model in by_table.items():
        digests = {
            (subject, act): facts
            for subject, act, facts in LedgerEntry.objects.filter(kind=kind)
            .order_by("number")
            .values_list("subject_id", "act", "facts")
        }
        public = set()
        for row in model._base_manager.filter(known_on__isnull=False).iterator(chunk_size=2000):
            public.add(row.pk)
            entered = digests.get((row.pk, Act.LOADED)) or digests.get((row.pk, Act.PUBLISHED))
            if entered is None:
                yield f"{kind} {reference(row)} is public and stands in no ledger entry."
            elif entered != facts_digest(row, Act.PUBLISHED):
                yield f"{kind} {reference(row)} differs from what the ledger sealed."
            withdrawn = digests.get((row.pk, Act.WITHDRAWN))
            if (row.withdrawn_on is not None) != (withdrawn is not None):
                yield f"{kind} {reference(row)} is withdrawn in the row or in the ledger, not in both."
            elif withdrawn and withdrawn != facts_digest(row, Act.WITHDRAWN):
                yield f"{kind} {reference(row)} was withdrawn otherwise than the ledger sealed."
        for missing in sorted(sealed[kind] - public):
            yield f"{kind} row {missing} stands in the ledger and is gone or no longer public."
