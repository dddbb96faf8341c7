"""What a park promised: goals, the ledger of their targets, the path and the related series."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from parks.rules.choices import Comparator, Detail, Frequency, Freshness, Nature, Standing

from .base import CodeManager, Dated, DatedQuerySet, Decided, Sourced, ValueField
from .park import Park
from .reference import Dimension, Unit
from .series import Series

MAINTAINED = [
    "current_target",
    "current_due_on",
    "latest_observation",
    "standing",
    "standing_detail",
    "freshness",
    "share",
    "expected_share",
    "standing_on",
    "standing_until",
    "last_news_on",
    "retired_on",
]


class GoalManager(CodeManager.from_queryset(DatedQuerySet)):
    pass


class Goal(Dated, Sourced):
    """A promise of a park, with its own series or none, its window and its source."""

    code = models.SlugField(
        _("code"),
        max_length=80,
        unique=True,
        help_text=_("Stands in the goal's address for ever; it cannot change."),
    )
    park = models.ForeignKey(Park, models.PROTECT, related_name="goals", verbose_name=_("park"))
    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="goals", verbose_name=_("dimension"))
    grounds = models.CharField(
        _("why under this dimension"),
        max_length=300,
        blank=True,
        help_text=_("Sorting is editorial; say why."),
    )
    grounds_en = models.CharField(_("why under this dimension (English)"), max_length=300, blank=True)
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    label = models.CharField(_("short label"), max_length=24, blank=True)
    label_en = models.CharField(_("short label (English)"), max_length=40, blank=True)
    statement = models.TextField(_("what was promised"), blank=True)
    statement_en = models.TextField(_("what was promised (English)"), blank=True)
    series = models.ForeignKey(
        Series,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
        verbose_name=_("own series"),
        help_text=_("Only published values of this series make the goal's standing. Empty: milestones and judgement."),
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    starts_inferred = models.BooleanField(_("the start is inferred"), default=False)
    due_on = models.DateField(
        _("due on"),
        null=True,
        blank=True,
        help_text=_("Empty where the source names no day that can be counted to."),
    )
    due_inferred = models.BooleanField(_("the due date is inferred"), default=False)
    due_note = models.CharField(
        _("the source's words of time"), max_length=120, blank=True, help_text=_("Kept where they are vague.")
    )
    due_note_en = models.CharField(_("the source's words of time (English)"), max_length=160, blank=True)
    office = models.CharField(_("responsible office"), max_length=120, blank=True)
    office_en = models.CharField(_("responsible office (English)"), max_length=200, blank=True)
    frequency = models.CharField(
        _("reporting frequency"), max_length=12, choices=Frequency.choices, default=Frequency.PRESS
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    related_series = models.ManyToManyField(
        Series, through="GoalRelatedSeries", related_name="related_goals", verbose_name=_("related series")
    )

    # Maintained by the publishing verbs; rebuild_projections --check proves them.
    current_target = models.ForeignKey(
        "parks.Target", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    current_due_on = models.DateField(_("due"), null=True, blank=True, editable=False)
    latest_observation = models.ForeignKey(
        "parks.Observation", models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    standing = models.CharField(
        _("standing"), max_length=16, choices=Standing.choices, default=Standing.UNMEASURED, editable=False
    )
    standing_detail = models.CharField(max_length=12, choices=Detail.choices, blank=True, editable=False)
    freshness = models.CharField(
        _("freshness"), max_length=8, choices=Freshness.choices, default=Freshness.CURRENT, editable=False
    )
    share = models.DecimalField(max_digits=15, decimal_places=6, null=True, blank=True, editable=False)
    expected_share = models.DecimalField(max_digits=15, decimal_places=6, null=True, blank=True, editable=False)
    standing_on = models.DateField(null=True, blank=True, editable=False)
    standing_until = models.DateField(null=True, blank=True, editable=False)
    last_news_on = models.DateField(_("last news"), null=True, blank=True, editable=False)
    retired_on = models.DateField(_("retired on"), null=True, blank=True, editable=False)

    history = HistoricalRecords(excluded_fields=MAINTAINED)
    objects = GoalManager()

    class Meta:
        ordering = ["park", "order", "code"]
        verbose_name = _("goal")
        verbose_name_plural = _("goals")
        indexes = [
            models.Index(fields=["standing_until"], name="goal_standing_until"),
            models.Index(fields=["park", "standing"], name="goal_park_standing"),
            models.Index(fields=["current_due_on", "code"], name="goal_due"),
        ]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="goal_window_in_order",
                condition=Q(starts_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                violation_error_message=_("The goal is due before it starts."),
            ),
        ]

    def natural_key(self):
        return (self.code,)

    natural_key.dependencies = ["parks.park", "parks.dimension", "parks.series", "parks.source"]

    def __str__(self) -> str:
        return self.title

    def clean(self):
        super().clean()
        if self.starts_on and self.due_on and self.due_on < self.starts_on:
            raise ValidationError(_("The goal is due before it starts."))
        if self.series_id and self.park_id and self.series.park_id != self.park_id:
            raise ValidationError(_("The series is shown under another park."))
        if self.series_id and self.series.indicator.nature == Nature.FLOW and self.due_on and not self.starts_on:
            raise ValidationError(_("A flow is summed from a day: the goal needs the day it starts on."))


class TargetQuerySet(DatedQuerySet):
    def get_by_natural_key(self, goal: str, number: int):
        return self.get(goal__code=goal, number=number)


class Target(Dated, Sourced, Decided):
    """A row of the ledger of a goal's target. Number 1 is the original; a revision is a new row with a reason."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="targets", verbose_name=_("goal"))
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    value = ValueField(_("value"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="targets", verbose_name=_("unit"))
    comparator = models.CharField(
        _("comparator"), max_length=8, choices=Comparator.choices, default=Comparator.AT_LEAST
    )
    due_on = models.DateField(_("due on"), null=True, blank=True, help_text=_("Empty: the goal's own due date."))
    reason = models.TextField(_("reason"), blank=True, help_text=_("A revision needs one."))
    reason_en = models.TextField(_("reason (English)"), blank=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        ordering = ["goal", "number"]
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = [
            *Dated.Meta.constraints,
            *Decided.Meta.constraints,
            models.UniqueConstraint(
                fields=["goal", "number"],
                name="target_number_once",
                violation_error_message=_("This goal already has a target with this number."),
            ),
            models.CheckConstraint(
                name="target_revision_reason",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message=_("A revision of a target needs a reason."),
            ),
        ]

    def natural_key(self):
        return (self.goal.code, self.number)

    natural_key.dependencies = ["parks.goal", "parks.unit", "parks.source"]

    def __str__(self) -> str:
        return f"{self.get_comparator_display()} {self.value.normalize():f} {self.unit}"

    def clean(self):
        super().clean()
        if self.number and self.number > 1 and not self.reason.strip():
            raise ValidationError(_("A revision of a target needs a reason."))
        if self.goal_id and self.unit_id and self.goal.series_id:
            quantity = self.goal.series.indicator.quantity
            if self.unit.quantity != quantity:
                raise ValidationError(_("The target's unit measures another quantity than the goal's series."))
        if self.goal_id and self.due_on and self.goal.starts_on and self.due_on < self.goal.starts_on:
            raise ValidationError(_("The target is due before the goal starts."))


class PlannedValueQuerySet(DatedQuerySet):
    def get_by_natural_key(self, goal: str, planned_on: str):
        return self.get(goal__code=goal, planned_on=planned_on)


class PlannedValue(Dated, Sourced):
    """An interim point of the path to the target, where somebody published one."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="planned_values", verbose_name=_("goal"))
    planned_on = models.DateField(_("planned for"))
    value = ValueField(_("value"))
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name=_("unit"))

    objects = PlannedValueQuerySet.as_manager()

    class Meta:
        ordering = ["goal", "planned_on"]
        verbose_name = _("planned value")
        verbose_name_plural = _("planned values")
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["goal", "planned_on"],
                condition=Q(withdrawn_on__isnull=True),
                name="planned_value_once",
                violation_error_message=_("This goal already has a planned value for that day."),
            ),
        ]

    def natural_key(self):
        return (self.goal.code, str(self.planned_on))

    natural_key.dependencies = ["parks.goal", "parks.unit", "parks.source"]

    def __str__(self) -> str:
        return f"{self.planned_on}: {self.value.normalize():f} {self.unit}"

    def clean(self):
        super().clean()
        if self.goal_id and self.unit_id and self.goal.series_id:
            if self.unit.quantity != self.goal.series.indicator.quantity:
                raise ValidationError(_("The planned value's unit measures another quantity than the goal's series."))
        if self.goal_id and self.planned_on and self.goal.due_on and self.planned_on > self.goal.due_on:
            raise ValidationError(_("The planned value lies after the goal's due date."))


class GoalRelatedSeries(models.Model):
    """A series shown beside a goal, with the reason why it is not the goal's own."""

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="related", verbose_name=_("goal"))
    series = models.ForeignKey(Series, models.PROTECT, related_name="related", verbose_name=_("series"))
    reason = models.TextField(_("why it is not the goal's own"))
    reason_en = models.TextField(_("why it is not the goal's own (English)"), blank=True)

    class RelatedManager(models.Manager):
        def get_by_natural_key(self, goal: str, series: str):
            return self.get(goal__code=goal, series__code=series)

    objects = RelatedManager()

    class Meta:
        ordering = ["goal", "series"]
        verbose_name = _("related series")
        verbose_name_plural = _("related series")
        constraints = [models.UniqueConstraint(fields=["goal", "series"], name="related_once")]

    def natural_key(self):
        return (self.goal.code, self.series.code)

    natural_key.dependencies = ["parks.goal", "parks.series"]

    def __str__(self) -> str:
        return str(self.series)

    def clean(self):
        super().clean()
        if self.goal_id and self.series_id and self.goal.series_id == self.series_id:
            raise ValidationError(_("This is the goal's own series."))
