"""What every dated row shares: two clocks, a source, and for reports the working day."""

import secrets
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parks.rules.choices import Precision, State


def new_ref() -> str:
    """A reference for a new row: short, unguessable, and no word by accident."""
    return "r" + secrets.token_hex(5)


class CodeManager(models.Manager):
    """Finds rows by their immutable code, which fixtures and addresses use."""

    def get_by_natural_key(self, code: str):
        return self.get(code=code)


class ValueField(models.DecimalField):
    """A figure as entered: 15 significant digits at most, which is what SQLite keeps exactly."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_digits", 15)
        kwargs.setdefault("decimal_places", 4)
        super().__init__(*args, **kwargs)


class DatedQuerySet(models.QuerySet):
    """Words for rows that became known on a day and may be withdrawn on a later one."""

    def as_of(self, day: date):
        """Rows known by the end of `day` and not withdrawn by then; reads dates, never a state."""
        return self.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day), known_on__lte=day)

    def published(self):
        """Rows that were ever public, withdrawn ones included."""
        return self.filter(known_on__isnull=False)


class Dated(models.Model):
    """A row with two clocks: its own dates say when it was true, `known_on` since when it was known."""

    known_on = models.DateField(
        _("known on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The day it became public here. Publishing sets it; nobody can choose it."),
    )
    known_precision = models.CharField(
        _("precision of that day"), max_length=12, choices=Precision.choices, default=Precision.DAY
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField(_("reason of the withdrawal"), blank=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_withdrawn_after_known",
                condition=Q(withdrawn_on__isnull=True)
                | (Q(known_on__isnull=False, withdrawn_on__gte=F("known_on")) & ~Q(withdrawn_reason="")),
                violation_error_message=_("A withdrawal needs a reason and cannot come before the row was known."),
            ),
        ]


class Sourced(models.Model):
    """A row that was taken from a document."""

    source = models.ForeignKey(
        "parks.Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name=_("source"),
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        blank=True,
        help_text=_("Where in the source: paragraph, page, table or cell."),
    )

    class Meta:
        abstract = True


class Decided(models.Model):
    """A row that one person proposes and another one decides; only the first load has neither."""

    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="%(class)s_proposed",
        verbose_name=_("proposed by"),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="%(class)s_decided",
        verbose_name=_("decided by"),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_four_eyes",
                condition=Q(decided_by__isnull=True) | ~Q(proposed_by=F("decided_by")),
                violation_error_message=_("Whoever proposes cannot decide."),
            ),
        ]


class ReportQuerySet(DatedQuerySet):
    """Words for reports; a correction hides what it replaces only once it is itself known."""

    def replaced_as_of(self, day: date):
        """The rows that a correction known by `day`, and not withdrawn by then, had replaced."""
        correctors = self.model._default_manager.as_of(day).filter(supersedes=OuterRef("pk"))
        return self.as_of(day).filter(Exists(correctors))

    def standing_as_of(self, day: date):
        """The rows that speak at the end of `day`: known, not withdrawn, not replaced."""
        correctors = self.model._default_manager.as_of(day).filter(supersedes=OuterRef("pk"))
        return self.as_of(day).filter(~Exists(correctors))

    def waiting(self):
        return self.filter(state__in=[State.SUBMITTED, State.ASKED])

    def get_by_natural_key(self, ref: str):
        return self.get(ref=ref)


class Report(Dated, Sourced):
    """What observations, project updates and goal updates share: a fact on its way to the public record."""

    ref = models.SlugField(
        _("reference"),
        max_length=40,
        unique=True,
        default=new_ref,
        help_text=_("Names this row for ever, in its address and in the ledger."),
    )
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.DRAFT, editable=False, db_index=True
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="%(class)s_authored",
        verbose_name=_("author"),
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="%(class)s_reviewed",
        verbose_name=_("reviewer"),
    )
    supersedes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("corrects"),
        help_text=_("The published row that this one replaces. Both stay visible."),
    )
    supersede_reason = models.TextField(_("reason of the correction"), blank=True)
    supersede_reason_en = models.TextField(_("reason of the correction (English)"), blank=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    note = models.TextField(
        _("note"), blank=True, help_text=_("What a careful reader would ask. It is published with the row.")
    )
    note_en = models.TextField(_("note (English)"), blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="%(class)s_known_when_published",
                condition=Q(known_on__isnull=False, state__in=[State.PUBLISHED, State.WITHDRAWN])
                | (Q(known_on__isnull=True) & ~Q(state__in=[State.PUBLISHED, State.WITHDRAWN])),
                violation_error_message=_("A row is known from the day it is published, and not before."),
            ),
            models.CheckConstraint(
                name="%(class)s_withdrawn_state",
                condition=Q(withdrawn_on__isnull=False, state=State.WITHDRAWN)
                | (Q(withdrawn_on__isnull=True) & ~Q(state=State.WITHDRAWN)),
                violation_error_message=_("A withdrawn row carries the day of its withdrawal."),
            ),
            models.CheckConstraint(
                name="%(class)s_four_eyes",
                condition=Q(reviewer__isnull=True) | ~Q(author=F("reviewer")),
                violation_error_message=_("The author of a report cannot publish it."),
            ),
            models.CheckConstraint(
                name="%(class)s_correction_reason",
                condition=Q(supersedes__isnull=True) | ~Q(supersede_reason=""),
                violation_error_message=_("A correction needs a reason."),
            ),
            models.UniqueConstraint(
                fields=["supersedes"],
                condition=Q(state=State.PUBLISHED),
                name="%(class)s_one_correction",
                violation_error_message=_("This row has already been corrected; correct the correction."),
            ),
        ]

    def natural_key(self) -> tuple[str]:
        return (self.ref,)

    def __str__(self) -> str:
        return self.ref

    @property
    def is_public(self) -> bool:
        return self.known_on is not None

    def clean(self):
        super().clean()
        if self.supersedes_id and self.supersedes_id == self.pk:
            raise ValidationError(_("A row cannot correct itself."))
        if self.supersedes_id and self.supersedes.known_on is None:
            raise ValidationError(_("Only a published row can be corrected."))
