"""Rows that two people stand behind: the rule of the standings, excuses and retirements."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parks.rules.facts import Rule

from .base import Dated, DatedQuerySet, Decided, Sourced
from .goal import Goal
from .project import Project


class StatusRuleQuerySet(DatedQuerySet):
    def get_by_natural_key(self, number: int):
        return self.get(number=number)

    def adopted(self):
        """Rules that were ever put in force; the others are kept for comparison."""
        return self.filter(is_adopted=True)


class StatusRule(Dated, Sourced, Decided):
    """Dated thresholds by which standings are told. Editorial, and said to be so.

    Points are percentage points behind the expected path; days and months count from the last news.
    """

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=200, blank=True)
    is_adopted = models.BooleanField(
        _("in force"),
        default=False,
        help_text=_("No: kept for comparison, shown on the page that explains the method."),
    )
    effective_on = models.DateField(_("in force from"), default=date(1900, 1, 1))
    on_track_points = models.DecimalField(
        _("on pace up to, points behind"), max_digits=5, decimal_places=2, default=Decimal(2)
    )
    slow_points = models.DecimalField(
        _("behind pace up to, points behind"), max_digits=5, decimal_places=2, default=Decimal(10)
    )
    about_tolerance_percent = models.DecimalField(
        _("tolerance of “about”, %"), max_digits=5, decimal_places=2, default=Decimal(5)
    )
    press_stale_months = models.PositiveSmallIntegerField(_("press: stale after, months"), default=18)
    monthly_late_days = models.PositiveSmallIntegerField(_("monthly: late after, days"), default=45)
    monthly_stale_days = models.PositiveSmallIntegerField(_("monthly: stale after, days"), default=90)
    quarterly_late_days = models.PositiveSmallIntegerField(_("quarterly: late after, days"), default=120)
    quarterly_stale_days = models.PositiveSmallIntegerField(_("quarterly: stale after, days"), default=180)
    half_yearly_late_days = models.PositiveSmallIntegerField(_("half-yearly: late after, days"), default=220)
    half_yearly_stale_days = models.PositiveSmallIntegerField(_("half-yearly: stale after, days"), default=300)
    yearly_late_days = models.PositiveSmallIntegerField(_("yearly: late after, days"), default=400)
    yearly_stale_days = models.PositiveSmallIntegerField(_("yearly: stale after, days"), default=500)
    note = models.TextField(_("note"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)

    objects = StatusRuleQuerySet.as_manager()

    class Meta:
        ordering = ["effective_on", "number"]
        verbose_name = _("status rule")
        verbose_name_plural = _("status rules")
        constraints = [
            *Dated.Meta.constraints,
            *Decided.Meta.constraints,
            models.CheckConstraint(
                name="statusrule_points_in_order",
                condition=Q(on_track_points__gte=0, slow_points__gte=F("on_track_points")),
                violation_error_message=_("“Behind pace” begins where “on pace” ends, at zero or more points."),
            ),
        ]

    def natural_key(self):
        return (self.number,)

    def __str__(self) -> str:
        return self.name

    def as_rule(self) -> Rule:
        """The thresholds as the rules want them."""
        named = ("monthly", "quarterly", "half_yearly", "yearly")
        return Rule(
            number=self.number,
            on_track_points=self.on_track_points,
            slow_points=self.slow_points,
            about_tolerance_percent=self.about_tolerance_percent,
            press_stale_months=self.press_stale_months,
            late_days={name: getattr(self, f"{name}_late_days") for name in named},
            stale_days={name: getattr(self, f"{name}_stale_days") for name in named},
        )

    def clean(self):
        super().clean()
        if None not in (self.slow_points, self.on_track_points) and self.slow_points < self.on_track_points:
            raise ValidationError(_("“Behind pace” begins where “on pace” ends, at zero or more points."))
        for name in ("monthly", "quarterly", "half_yearly", "yearly"):
            late, stale = getattr(self, f"{name}_late_days"), getattr(self, f"{name}_stale_days")
            if late is not None and stale is not None and stale < late:
                raise ValidationError(_("A goal is late before it is stale."))


class OfGoalOrProject(models.Model):
    """A row about either a goal or a project."""

    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="%(class)ss", verbose_name=_("goal")
    )
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="%(class)ss", verbose_name=_("project")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_of_one",
                condition=Q(goal__isnull=True, project__isnull=False) | Q(goal__isnull=False, project__isnull=True),
                violation_error_message=_("It concerns a goal or a project, not both."),
            ),
        ]

    def clean(self):
        super().clean()
        if bool(self.goal_id) == bool(self.project_id):
            raise ValidationError(_("It concerns a goal or a project, not both."))


class Excuse(OfGoalOrProject, Dated, Sourced, Decided):
    """An approved, expiring reason for a delay. The raw standing stays visible beside it."""

    until = models.DateField(_("until"))
    reason = models.TextField(_("reason"))
    reason_en = models.TextField(_("reason (English)"), blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-until"]
        verbose_name = _("excuse")
        verbose_name_plural = _("excuses")
        constraints = [
            *OfGoalOrProject.Meta.constraints,
            *Dated.Meta.constraints,
            *Decided.Meta.constraints,
            models.CheckConstraint(
                name="excuse_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("An excuse needs a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.goal or self.project} · {self.until}"


class Retirement(OfGoalOrProject, Dated, Sourced, Decided):
    """The end of a goal or project as something that is followed; its page stays, with the date and the reason."""

    reason = models.TextField(_("reason"))
    reason_en = models.TextField(_("reason (English)"), blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["-known_on"]
        verbose_name = _("retirement")
        verbose_name_plural = _("retirements")
        constraints = [
            *OfGoalOrProject.Meta.constraints,
            *Dated.Meta.constraints,
            *Decided.Meta.constraints,
            models.CheckConstraint(
                name="retirement_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Retiring needs a reason."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.goal or self.project)
