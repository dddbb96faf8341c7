"""Structure enters the record: goals, projects, milestones, events, planned values and first targets."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from parks.models import Excuse, Goal, Milestone, ParkEvent, PlannedValue, Project, Retirement, Target, User
from parks.rules.choices import Act, Precision

from .consequences import follow
from .ledger import locked_register, locked_row, needs_reason, record, refuse_public

ENTERED = (Goal, Project, Milestone, ParkEvent, PlannedValue, Target)
# Neither reports, which have a verb of their own, nor rules, which only a later rule replaces.
WITHDRAWABLE = (*ENTERED, Excuse, Retirement)


def enter(*, row: models.Model, by: User, on: date) -> models.Model:
    """Publish a new row of the structure from `on`, the day of the act. A revised target is proposed instead."""
    if not isinstance(row, ENTERED):
        raise TypeError(f"{type(row).__name__} does not enter the record this way")
    with transaction.atomic():
        register = locked_register()
        refuse_public(row)
        if isinstance(row, Target) and row.goal.targets.exclude(pk=row.pk).exists():
            raise ValidationError(_("The goal has a target; a revision is proposed and decided by a second person."))
        row.known_on, row.known_precision = on, Precision.DAY
        row.withdrawn_on, row.withdrawn_reason = None, ""
        row.full_clean()
        row.save()
        record(register=register, row=row, act=Act.PUBLISHED, by=by, on=on)
        follow(register=register, row=row, on=on)
    return row


def withdraw_row(*, row: models.Model, by: User, on: date, reason: str) -> models.Model:
    """Take a row of the structure, or a decision, back with a reason; it stays visible as withdrawn."""
    if not isinstance(row, WITHDRAWABLE):
        raise TypeError(f"{type(row).__name__} is not withdrawn this way")
    reason = needs_reason(reason)
    with transaction.atomic():
        register = locked_register()
        current = locked_row(row)
        if current.known_on is None or current.withdrawn_on is not None:
            raise ValidationError(_("Only a public row can be withdrawn, and only once."))
        if getattr(current, "proposed_by_id", None) == by.pk:
            raise ValidationError(_("Whoever proposed it cannot withdraw it alone."))
        current.withdrawn_on, current.withdrawn_reason = on, reason
        current.save(update_fields=["withdrawn_on", "withdrawn_reason"])
        record(register=register, row=current, act=Act.WITHDRAWN, by=by, on=on, reason=reason)
        follow(register=register, row=current, on=on)
    return current
