"""The record of the record: every act, the chain of digests, and the register's own state."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parks.rules.choices import Act


class Review(models.Model):
    """One act on one row: who did what to it, when and why. Kept for ever; the database refuses edits."""

    kind = models.CharField(_("kind"), max_length=20)
    subject_id = models.BigIntegerField(_("row"))
    ref = models.CharField(_("reference"), max_length=120)
    act = models.CharField(_("act"), max_length=10, choices=Act.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("by"),
    )
    on = models.DateField(_("on"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("review act")
        verbose_name_plural = _("review acts")
        indexes = [models.Index(fields=["kind", "subject_id", "id"], name="review_subject")]
        constraints = [
            models.CheckConstraint(
                name="review_has_reason",
                condition=~Q(act__in=[Act.RETURNED, Act.ASKED, Act.CORRECTED, Act.WITHDRAWN, Act.REVIVED])
                | ~Q(reason=""),
                violation_error_message=_("This act needs a reason."),
            ),
            models.CheckConstraint(
                name="review_has_author",
                condition=Q(act=Act.LOADED, by__isnull=True) | (~Q(act=Act.LOADED) & Q(by__isnull=False)),
                violation_error_message=_("Only the first load is nobody's act."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} · {self.get_act_display()}"


class LedgerEntry(models.Model):
    """A link of the chain: the digest of a published act over its facts and over the link before it.

    `facts` and `digest` are SHA-256 in hexadecimal; `digest` covers number, previous digest, act, row and facts.
    """

    number = models.PositiveBigIntegerField(_("number"), unique=True)
    review = models.OneToOneField(Review, models.PROTECT, related_name="ledger_entry", verbose_name=_("act"))
    kind = models.CharField(_("kind"), max_length=20)
    subject_id = models.BigIntegerField(_("row"))
    ref = models.CharField(_("reference"), max_length=120)
    act = models.CharField(_("act"), max_length=10, choices=Act.choices)
    on = models.DateField(_("on"))
    facts = models.CharField(_("digest of the facts"), max_length=64)
    previous = models.CharField(_("previous digest"), max_length=64)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        ordering = ["-number"]
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        indexes = [models.Index(fields=["kind", "subject_id", "number"], name="ledger_subject")]

    def __str__(self) -> str:
        return f"{self.number} · {self.ref}"


class Register(models.Model):
    """The register's one row: the head of the chain, the version of its content, and where it came from."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    content_version = models.PositiveBigIntegerField(_("content version"), default=0)
    ledger_number = models.PositiveBigIntegerField(_("last ledger number"), default=0)
    ledger_digest = models.CharField(_("last digest"), max_length=64, default="0" * 64)
    last_known_on = models.DateField(_("last entry"), null=True, blank=True)
    sealed_at = models.DateTimeField(_("sealed at"), null=True, blank=True)
    is_made_up = models.BooleanField(
        _("made-up data"), default=False, help_text=_("Every page of such a register says so.")
    )

    class Meta:
        verbose_name = _("register")
        verbose_name_plural = _("register")
        constraints = [
            models.CheckConstraint(
                name="register_is_one", condition=Q(id=1), violation_error_message=_("There is one register.")
            )
        ]

    def __str__(self) -> str:
        return f"{self.content_version}"
