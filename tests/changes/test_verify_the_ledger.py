"""What the check of the record finds when somebody who owns the database has been at it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from parks.changes.ledger import facts_digest, link_digest, problems
from parks.models import LedgerEntry, Observation, Register, Review
from parks.models.guards import drop_guards, install_guards, missing_guards
from tests.changes.cast import START, day, last_day, lifted_guards
from tests.world import make_observation

LATER = day("2022-09-01")


@pytest.fixture
def row(cast) -> Observation:
    return cast.publish(cast.value("290"))


def found() -> str:
    return "\n".join(problems())


def forge(kind: str = "observation", subject: int = 1, act: str = "published", **said) -> LedgerEntry:
    """A link as good as a real one, at the end of the chain."""
    head = Register.objects.get()
    review = Review.objects.create(
        kind=kind,
        subject_id=subject,
        ref="r",
        act=act,
        by_id=said.pop("by"),
        on=said.get("on", last_day()),
        reason="x",
    )
    entry = LedgerEntry(
        number=head.ledger_number + 1,
        review=review,
        previous=head.ledger_digest,
        **{"kind": kind, "subject_id": subject, "ref": "r", "act": act, "on": last_day(), "facts": "0" * 64} | said,
    )
    entry.digest = link_digest(entry)
    entry.save()
    Register.objects.update(ledger_number=entry.number, ledger_digest=entry.digest)
    return entry


def test_a_whole_record_passes(cast, row, capsys):
    cast.withdraw(cast.correct(row, LATER, value=Decimal("280")), LATER)
    assert found() == ""
    call_command("verify_ledger")
    assert "every row and every guard in place" in capsys.readouterr().out


def test_a_wrong_record_fails_the_command(cast, row):
    with lifted_guards(cast):
        Observation.objects.update(value=291)
    with pytest.raises(CommandError, match="differs from what the ledger sealed"):
        call_command("verify_ledger")


@pytest.mark.parametrize(
    "edit",
    [
        {"value": Decimal("290.0001")},
        {"note": "x"},
        {"period_end": day("2022-05-31")},
        {"known_on": day("2022-08-01")},
        {"known_precision": "year"},
        {"source": None},
        {"author": None},
        {"qualifier": "estimate"},
        {"ref": "other"},
    ],
)
def test_an_edited_row_is_found(cast, row, edit):
    with lifted_guards(cast):
        Observation.objects.update(**edit)
    assert "differs from what the ledger sealed" in found()


def test_a_row_of_every_kind_is_held_against_the_ledger(cast):
    with lifted_guards(cast):
        for about, change in (
            (cast.goal, {"due_on": day("2023-12-31")}),
            (cast.target, {"value": 1}),
            (cast.step, {"title": "x"}),
            (cast.project, {"locator": "x"}),
        ):
            type(about).objects.filter(pk=about.pk).update(**change)
    assert found().count("differs from what the ledger sealed") == 4


def test_a_withdrawal_without_an_act_is_found(cast, row):
    cast.is_tampered_with = True
    Observation.objects.update(state="withdrawn", withdrawn_on=LATER, withdrawn_reason="x")
    assert "withdrawn in the row or in the ledger, not in both" in found()


@pytest.mark.parametrize("edit", [{"withdrawn_on": day("2022-08-20")}, {"withdrawn_reason": "x"}])
def test_an_edited_withdrawal_is_found(cast, row, edit):
    cast.withdraw(row, LATER)
    with lifted_guards(cast):
        Observation.objects.update(**edit)
    assert "withdrawn otherwise than the ledger sealed" in found()


def test_a_withdrawal_undone_is_found(cast, row):
    cast.withdraw(row, LATER)
    with lifted_guards(cast):
        Observation.objects.update(state="published", withdrawn_on=None, withdrawn_reason="")
    assert "withdrawn in the row or in the ledger, not in both" in found()


def test_a_row_slipped_into_the_past_is_found(cast):
    cast.is_tampered_with = True
    make_observation(series=cast.series, ref="slipped", known_on=day("2021-01-01"))
    assert "observation slipped is public and stands in no ledger entry" in found()


def test_a_deleted_row_is_found(cast, row):
    with lifted_guards(cast):
        Observation.objects.all().delete()
    assert f"{row.ref} stands in the ledger and is gone or no longer public" in found()


def test_a_deleted_entry_is_found(cast, row):
    with lifted_guards(cast):
        LedgerEntry.objects.filter(number=3).delete()
    told = found()
    assert "Ledger entry 3 is missing: after it comes 4." in told
    assert "Ledger entry 4 does not follow" in told
    assert "stands in no ledger entry" in told


def test_a_chain_cut_at_its_end_is_found(cast, row):
    with lifted_guards(cast):
        LedgerEntry.objects.latest("number").delete()
    assert "head is not the last entry" in found()
    last = LedgerEntry.objects.latest("number")
    Register.objects.update(ledger_number=last.number, ledger_digest=last.digest)
    assert f"observation {row.ref} is public and stands in no ledger entry" in found()


def test_a_lost_head_is_found(cast, row):
    cast.is_tampered_with = True
    Register.objects.all().delete()
    assert "head is not the last entry" in found()


@pytest.mark.parametrize(
    "edit", [{"on": day("2022-08-01")}, {"act": "withdrawn"}, {"ref": "x"}, {"subject_id": 9}, {"facts": "f" * 64}]
)
def test_an_edited_entry_is_found(cast, row, edit):
    with lifted_guards(cast):
        LedgerEntry.objects.filter(number=3).update(**edit)
    assert "Ledger entry 3 does not match its own digest" in found()


def test_entries_in_another_order_are_found(cast, row):
    with lifted_guards(cast):
        LedgerEntry.objects.filter(number=2).update(number=99)
        LedgerEntry.objects.filter(number=3).update(number=2)
        LedgerEntry.objects.filter(number=99).update(number=3)
    assert "Ledger entry 2 does not follow" in found()


@pytest.mark.parametrize("edit", [{"on": day("2022-08-01")}, {"act": "loaded", "by": None}, {"ref": "x"}])
def test_an_edited_act_is_found(cast, row, edit):
    with lifted_guards(cast):
        Review.objects.filter(kind="observation", act="published").update(**edit)
    assert "says something else than the act that it seals" in found()


def test_an_act_without_its_entry_is_found(cast):
    cast.is_tampered_with = True
    Review.objects.create(
        kind="goal", subject_id=cast.goal.pk, ref="goal", act="withdrawn", by=cast.manager, on=START, reason="x"
    )
    assert "stands in no ledger entry" in found()


def test_a_forged_entry_for_no_row_is_found(cast, row):
    cast.is_tampered_with = True
    forge(subject=9999, by=cast.manager.pk)
    assert "observation r stands in the ledger and is gone" in found()


def test_a_forged_second_entry_for_an_edited_row_is_found(cast, row):
    with lifted_guards(cast):
        Observation.objects.update(value=291)
    forge(subject=row.pk, by=cast.manager.pk)
    assert "is published twice, the second time in ledger entry" in found()


def test_a_forged_entry_of_an_earlier_day_is_found(cast, row):
    cast.is_tampered_with = True
    forge(subject=row.pk, act="corrected", on=START - timedelta(days=1), by=cast.manager.pk)
    assert "is dated before the entry before it" in found()


def test_a_row_loaded_into_a_register_in_use_is_found(cast):
    cast.is_tampered_with = True
    forge(act="loaded", by=None)
    assert "loads a row into a register in use" in found()


def test_a_row_known_since_another_day_than_its_act_is_found(cast):
    cast.is_tampered_with = True
    draft = cast.submit(cast.value("290"))
    Observation.objects.filter(pk=draft.pk).update(known_on=day("2022-01-01"), state="published")
    draft.refresh_from_db()
    forge(subject=draft.pk, facts=facts_digest(draft, "published"), by=cast.reviewer.pk)
    assert "is known since another day than that of its act" in found()


def test_a_dropped_guard_is_found(cast):
    cast.is_tampered_with = True
    drop_guards(connection)
    assert "The trigger guard_parks_observation_update is missing" in found()
    install_guards(connection)
    assert found() == ""


def test_a_guard_of_the_same_name_that_refuses_nothing_is_found(cast):
    cast.is_tampered_with = True
    connection.check_constraints()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute('DROP TRIGGER "guard_parks_target_update"')
            cursor.execute(
                'CREATE TRIGGER "guard_parks_target_update" BEFORE UPDATE ON "parks_target" WHEN 0 BEGIN SELECT 1; END'
            )
        else:
            cursor.execute('ALTER TABLE "parks_target" DISABLE TRIGGER "guard_parks_target_update"')
    assert missing_guards(connection) == {"guard_parks_target_update"}
    install_guards(connection)
    assert missing_guards(connection) == set()


def test_a_column_added_later_leaves_older_digests_as_they_are(cast, row):
    """Empty facts are left out, so a new column that says nothing of an old row changes no digest."""
    before = facts_digest(row, "published")
    row.note_en = None
    assert facts_digest(row, "published") == before
    row.note_en = "x"
    assert facts_digest(row, "published") != before
