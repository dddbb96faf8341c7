"""The three kinds of report: a value of a series, news of a project, news of a goal without a number."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from parks.rules.choices import Accumulation, AmountKind, Judgement, NewsKind, Qualifier, Stage

from .base import Report, ValueField
from .goal import Goal
from .park import Park
from .project import Milestone, Project
from .reference import Unit
from .series import Series


def _period_checks(prefix: str) -> list[models.CheckConstraint]:
    return [
        models.CheckConstraint(
            name=f"{prefix}_period_in_order",
            condition=Q(period_end__gte=F("period_start")),
            violation_error_message=_("The period ends before it starts."),
        )
    ]


class Spanning(models.Model):
    """A row that was true on a day or over a span, both ends included."""

    period_start = models.DateField(_("from"))
    period_end = models.DateField(_("to"))

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.period_start and self.period_end and self.period_end < self.period_start:
            raise ValidationError(_("The period ends before it starts."))


class Observation(Spanning, Report):
    """A value of a series for a period, in the unit in which it was published."""

    series = models.ForeignKey(Series, models.PROTECT, related_name="observations", verbose_name=_("series"))
    value = ValueField(_("value"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="observations", verbose_name=_("unit"))
    qualifier = models.CharField(_("qualifier"), max_length=12, choices=Qualifier.choices, default=Qualifier.ACTUAL)

    class Meta(Report.Meta):
        ordering = ["series", "-period_end", "-known_on", "-id"]
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        indexes = [models.Index(fields=["series", "-period_end", "-id"], name="observation_series_period")]
        constraints = [*Report.Meta.constraints, *_period_checks("observation")]

    natural_key = Report.natural_key

    @property
    def park(self) -> Park:
        return self.series.park

    def clean(self):
        super().clean()
        if not self.series_id:
            return
        if self.unit_id and self.unit.quantity != self.series.indicator.quantity:
            raise ValidationError(_("The unit measures another quantity than the series."))
        if self.period_start and self.period_end and self.series.accumulation == Accumulation.YEAR_TO_DATE:
            starts_the_year = (self.period_start.month, self.period_start.day) == (1, 1)
            if not starts_the_year or self.period_start.year != self.period_end.year:
                raise ValidationError(_("A year-to-date value runs from 1 January and stays within the year."))
        if self.supersedes_id and self.supersedes.series_id != self.series_id:
            raise ValidationError(_("A correction stays in the series of the row it corrects."))


class ProjectUpdate(Spanning, Report):
    """Dated news of a project, or of a part of it: stage, amounts, progress, problems, next step."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="updates", verbose_name=_("project"))
    part = models.CharField(_("part"), max_length=120, blank=True, help_text=_("Empty: the whole project."))
    part_en = models.CharField(_("part (English)"), max_length=200, blank=True)
    title = models.CharField(_("what happened"), max_length=300)
    title_en = models.CharField(_("what happened (English)"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=NewsKind.choices, default=NewsKind.ACTUAL)
    stage = models.CharField(
        _("stage"),
        max_length=12,
        choices=Stage.choices,
        blank=True,
        help_text=_("Only where the source supports it for this very project. A plan sets none."),
    )
    step_back_reason = models.TextField(_("reason of the step back"), blank=True)
    amount_kind = models.CharField(_("stated amount"), max_length=20, choices=AmountKind.choices, blank=True)
    value = ValueField(_("value"), null=True, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="project_updates", verbose_name=_("unit")
    )
    invested_to_date = ValueField(_("invested to date"), null=True, blank=True)
    invested_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit of the investment"),
    )
    progress = models.DecimalField(_("physical progress, %"), max_digits=5, decimal_places=2, null=True, blank=True)
    problems = models.TextField(_("problems"), blank=True)
    problems_en = models.TextField(_("problems (English)"), blank=True)
    next_step = models.TextField(_("next step"), blank=True)
    next_step_en = models.TextField(_("next step (English)"), blank=True)
    milestone = models.ForeignKey(
        Milestone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="project_updates",
        verbose_name=_("milestone done"),
    )

    class Meta(Report.Meta):
        ordering = ["project", "-period_end", "-known_on", "-id"]
        verbose_name = _("project update")
        verbose_name_plural = _("project updates")
        indexes = [models.Index(fields=["project", "-period_end", "-id"], name="update_project_period")]
        constraints = [
            *Report.Meta.constraints,
            *_period_checks("projectupdate"),
            models.CheckConstraint(
                name="projectupdate_amount_complete",
                condition=Q(value__isnull=True, unit__isnull=True, amount_kind="")
                | (Q(value__isnull=False, unit__isnull=False) & ~Q(amount_kind="")),
                violation_error_message=_("A stated amount needs its kind, its value and its unit."),
            ),
            models.CheckConstraint(
                name="projectupdate_investment_complete",
                condition=Q(invested_to_date__isnull=True, invested_unit__isnull=True)
                | Q(invested_to_date__isnull=False, invested_unit__isnull=False),
                violation_error_message=_("The investment to date needs its unit."),
            ),
            models.CheckConstraint(
                name="projectupdate_progress_in_percent",
                condition=Q(progress__isnull=True) | Q(progress__gte=0, progress__lte=100),
                violation_error_message=_("Physical progress lies between 0 and 100 percent."),
            ),
            models.CheckConstraint(
                name="projectupdate_plan_sets_no_stage",
                condition=~Q(kind=NewsKind.FORECAST) | Q(stage=""),
                violation_error_message=_("A plan sets no stage."),
            ),
        ]

    natural_key = Report.natural_key

    @property
    def park(self) -> Park:
        return self.project.park

    def clean(self):
        super().clean()
        if self.kind == NewsKind.FORECAST and self.stage:
            raise ValidationError(_("A plan sets no stage."))
        if self.invested_unit_id and self.invested_unit.quantity != "money":
            raise ValidationError(_("The investment to date is entered in a unit of money."))
        if self.supersedes_id and self.project_id and self.supersedes.project_id != self.project_id:
            raise ValidationError(_("A correction stays with the project of the row it corrects."))
        if self.milestone_id and self.milestone.project_id != self.project_id:
            raise ValidationError(_("The milestone belongs to another project."))


class GoalUpdate(Spanning, Report):
    """News of a goal: a milestone done, or the reviewer's judgement with its reason."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="updates", verbose_name=_("goal"))
    title = models.CharField(_("what happened"), max_length=300)
    title_en = models.CharField(_("what happened (English)"), max_length=300, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=NewsKind.choices, default=NewsKind.ACTUAL)
    judgement = models.CharField(_("judgement"), max_length=16, choices=Judgement.choices, blank=True)
    reason = models.TextField(_("grounds of the judgement"), blank=True)
    reason_en = models.TextField(_("grounds of the judgement (English)"), blank=True)
    milestone = models.ForeignKey(
        Milestone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="goal_updates",
        verbose_name=_("milestone done"),
    )

    class Meta(Report.Meta):
        ordering = ["goal", "-period_end", "-known_on", "-id"]
        verbose_name = _("goal update")
        verbose_name_plural = _("goal updates")
        indexes = [models.Index(fields=["goal", "-period_end", "-id"], name="update_goal_period")]
        constraints = [
            *Report.Meta.constraints,
            *_period_checks("goalupdate"),
            models.CheckConstraint(
                name="goalupdate_judgement_has_grounds",
                condition=~Q(judgement__in=[Judgement.REACHED, Judgement.NOT_REACHED]) | ~Q(reason=""),
                violation_error_message=_("A judgement needs its grounds."),
            ),
        ]

    natural_key = Report.natural_key

    @property
    def park(self) -> Park:
        return self.goal.park

    def clean(self):
        super().clean()
        if not self.goal_id:
            return
        judges = self.judgement in (Judgement.REACHED, Judgement.NOT_REACHED)
        if judges and self.goal.series_id:
            raise ValidationError(_("A goal with its own series is judged by its values, not by a sentence."))
        if judges and not self.reason.strip():
            raise ValidationError(_("A judgement needs its grounds."))
        if self.milestone_id and self.milestone.goal_id != self.goal_id:
            raise ValidationError(_("The milestone belongs to another goal."))
        if self.supersedes_id and self.supersedes.goal_id != self.goal_id:
            raise ValidationError(_("A correction stays with the goal of the row it corrects."))
