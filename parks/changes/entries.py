"""Structure enters the record: goals, projects, milestones, events, planned values and first targets."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from parks.models import Goal, Milestone, ParkEvent, PlannedValue, Project, Target, User
from parks.rules.choices import Act

from .consequences import follow
from .ledger import locked_register, record

ENTERED = (Goal, Project, Milestone, ParkEvent, PlannedValue, Target)


def enter(*, row: models.Model, by: User, on: date) -> models.Model:
    """Publish a new row of the structure from `on`, the day of the act. A revised target is proposed instead."""
    if not isinstance(row, ENTERED):
        raise TypeError(f"{type(row).__name__} does not enter the record this way")
    if row.known_on is not None:
        raise ValidationError(_("This row is public already."))
    if isinstance(row, Target) and row.goal.targets.exclude(pk=row.pk).exists():
        raise ValidationError(_("The goal has a target; a revision is proposed and decided by a second person."))
    with transaction.atomic():
        register = locked_register()
        row.known_on = on
        row.full_clean()
        row.save()
        record(register=register, row=row, act=Act.PUBLISHED, by=by, on=on)
        follow(register=register, row=row, on=on)
    return row


def withdraw_row(*, row: models.Model, by: User, on: date, reason: str) -> models.Model:
    """Take a row of the structure, or a decision, back with a reason; it stays visible as withdrawn."""
    if not reason.strip():
        raise ValidationError(_("This act needs a reason."))
    with transaction.atomic():
        register = locked_register()
        current = type(row)._base_manager.select_for_update().get(pk=row.pk)
        if current.known_on is None or current.withdrawn_on is not None:
            raise ValidationError(_("Only a public row can be withdrawn, and only once."))
        if getattr(current, "proposed_by_id", None) == by.pk:
            raise ValidationError(_("Whoever proposed it cannot withdraw it alone."))
        current.withdrawn_on, current.withdrawn_reason = on, reason.strip()
        current.save(update_fields=["withdrawn_on", "withdrawn_reason"])
        record(register=register, row=current, act=Act.WITHDRAWN, by=by, on=on, reason=reason)
        follow(register=register, row=current, on=on)
    return current
