"""Who works on the register."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parks.rules.choices import Role


class User(AbstractUser):
    """A person with an account; what they may do follows from their memberships."""

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Membership(models.Model):
    """A role for one park, or for all parks where `park` is empty."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name=_("user"))
    park = models.ForeignKey(
        "parks.Park",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("park"),
        help_text=_("Empty: all parks."),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "park", "role"],
                name="membership_once",
                violation_error_message=_("This person already has this role there."),
            ),
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=Q(park__isnull=True),
                name="membership_once_for_all",
                violation_error_message=_("This person already has this role for all parks."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.park or _('all parks')}"
