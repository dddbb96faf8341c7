"""What two people stand behind: revised targets, retirements, rules, excuses; one proposes, another decides."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from parks.models import Excuse, Goal, Project, Retirement, Source, StatusRule, Target, Unit, User
from parks.rules.choices import Act, Precision

from .consequences import follow
from .ledger import locked_register, locked_row, needs_reason, record, refuse_public

DECIDED = (Target, Retirement, StatusRule, Excuse)


def propose(*, row: models.Model, by: User, on: date) -> models.Model:
    """Put a row before a second person; it is not public until that person decides."""
    if not isinstance(row, DECIDED):
        raise TypeError(f"{type(row).__name__} is not decided this way")
    with transaction.atomic():
        register = locked_register()
        refuse_public(row)
        _check_against_record(row)
        row.proposed_by, row.decided_by = by, None
        row.withdrawn_on, row.withdrawn_reason = None, ""
        row.full_clean()
        row.save()
        record(register=register, row=row, act=Act.PROPOSED, by=by, on=on, reason=getattr(row, "reason", ""))
    return row


def decide(*, row: models.Model, by: User, on: date) -> models.Model:
    """Make a proposed row public from `on`, the day of the act; never by whoever proposed it."""
    with transaction.atomic():
        register = locked_register()
        current = _open_proposal(row)
        if current.proposed_by_id is None or current.proposed_by_id == by.pk:
            raise ValidationError(_("Whoever proposes cannot decide."))
        if isinstance(current, StatusRule) and current.is_adopted and current.effective_on < on:
            raise ValidationError(_("A rule comes into force on the day it is decided or later, never before."))
        _check_against_record(current)
        current.decided_by, current.known_on, current.known_precision = by, on, Precision.DAY
        current.full_clean()
        current.save()
        record(register=register, row=current, act=Act.PUBLISHED, by=by, on=on, reason=getattr(current, "reason", ""))
        follow(register=register, row=current, on=on)
    return current


def decline(*, row: models.Model, by: User, on: date, reason: str) -> None:
    """Turn a proposal down with a reason; the act stays on record, the row was never public and goes."""
    reason = needs_reason(reason)
    with transaction.atomic():
        register = locked_register()
        current = _open_proposal(row)
        record(register=register, row=current, act=Act.RETURNED, by=by, on=on, reason=reason)
        current.delete()


def _open_proposal(row: models.Model) -> models.Model:
    if not isinstance(row, DECIDED):
        raise TypeError(f"{type(row).__name__} is not decided this way")
    current = locked_row(row)
    refuse_public(current)
    return current


def _check_against_record(row: models.Model) -> None:
    """The rules that look at other rows; raises ValidationError with a sentence."""
    if isinstance(row, Retirement):
        same = Retirement.objects.filter(goal=row.goal_id, project=row.project_id, withdrawn_on__isnull=True)
        if same.exclude(pk=row.pk).exists():
            raise ValidationError(_("It is retired already, or somebody has proposed it."))
    if isinstance(row, Target):
        later = Target.objects.published().filter(goal=row.goal_id, number__gt=row.number)
        if later.exists():
            raise ValidationError(_("A later revision of this target is public already; propose anew."))


def revise_target(
    *,
    goal: Goal,
    by: User,
    on: date,
    value: Decimal,
    unit: Unit,
    comparator: str,
    reason: str,
    due_on: date | None = None,
    source: Source | None = None,
    locator: str = "",
) -> Target:
    """Propose the next row of a goal's target ledger; the old rows stay."""
    with transaction.atomic():
        locked_register()
        last = goal.targets.aggregate(last=Max("number"))["last"] or 0
        row = Target(
            goal=goal,
            number=last + 1,
            value=value,
            unit=unit,
            comparator=comparator,
            due_on=due_on,
            reason=reason,
            source=source,
            locator=locator,
        )
        return propose(row=row, by=by, on=on)


def retire(*, subject: Goal | Project, by: User, on: date, reason: str, source: Source | None = None) -> Retirement:
    """Propose that a goal or project is no longer followed; once decided its page stays, with date and reason."""
    about = {"goal": subject} if isinstance(subject, Goal) else {"project": subject}
    return propose(row=Retirement(**about, reason=reason, source=source), by=by, on=on)
