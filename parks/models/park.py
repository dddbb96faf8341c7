"""The parks, their industries and the dated events of their lives."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from parks.rules.choices import EventKind, IndustryRole, Level

from .base import CodeManager, Dated, DatedQuerySet, Sourced, ValueField, new_ref
from .reference import Unit


class Park(models.Model):
    """An industrial park. Its level on a day is that of its latest level event."""

    code = models.SlugField(
        _("code"),
        max_length=60,
        unique=True,
        help_text=_("Stands in the park's address for ever; it cannot change."),
    )
    number = models.PositiveSmallIntegerField(_("number"), default=0)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=200, blank=True)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    short_name_en = models.CharField(_("short name (English)"), max_length=60, blank=True)
    district = models.CharField(_("district"), max_length=60, blank=True)
    district_en = models.CharField(_("district (English)"), max_length=80, blank=True)
    positioning = models.TextField(_("positioning"), blank=True)
    positioning_en = models.TextField(_("positioning (English)"), blank=True)
    priorities = models.TextField(
        _("priorities"), blank=True, help_text=_("What the park says it will do, in plain words.")
    )
    priorities_en = models.TextField(_("priorities (English)"), blank=True)
    website = models.URLField(_("website"), blank=True)
    source = models.ForeignKey(
        "parks.Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="described_parks",
        verbose_name=_("source"),
    )
    locator = models.CharField(_("locator"), max_length=200, blank=True)

    # Maintained by the publishing verbs; rebuild_projections --check proves them.
    goal_count = models.PositiveIntegerField(_("goals"), default=0, editable=False)
    project_count = models.PositiveIntegerField(_("projects"), default=0, editable=False)
    last_known_on = models.DateField(_("last entry"), null=True, blank=True, editable=False)

    history = HistoricalRecords(excluded_fields=["goal_count", "project_count", "last_known_on"])
    objects = CodeManager()

    class Meta:
        ordering = ["number", "code"]
        verbose_name = _("park")
        verbose_name_plural = _("parks")

    def natural_key(self):
        return (self.code,)

    natural_key.dependencies = ["parks.source"]

    def __str__(self) -> str:
        return self.short_name or self.name


class ParkIndustry(models.Model):
    """An industry that a park names, with the role the source gives it."""

    park = models.ForeignKey(Park, models.CASCADE, related_name="industries", verbose_name=_("park"))
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=16, choices=IndustryRole.choices)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    locator = models.CharField(_("locator"), max_length=200, blank=True)

    class IndustryManager(models.Manager):
        def get_by_natural_key(self, park: str, name: str):
            return self.get(park__code=park, name=name)

    objects = IndustryManager()

    class Meta:
        ordering = ["park", "order"]
        verbose_name = _("industry")
        verbose_name_plural = _("industries")
        constraints = [models.UniqueConstraint(fields=["park", "name"], name="industry_once")]

    def natural_key(self):
        return (self.park.code, self.name)

    natural_key.dependencies = ["parks.park"]

    def __str__(self) -> str:
        return self.name


class ParkEventQuerySet(DatedQuerySet):
    def get_by_natural_key(self, ref: str):
        return self.get(ref=ref)


class ParkEvent(Dated, Sourced):
    """Something that happened to a park, on a day or within a span, with its source."""

    ref = models.SlugField(_("reference"), max_length=40, unique=True, default=new_ref)
    park = models.ForeignKey(Park, models.PROTECT, related_name="events", verbose_name=_("park"))
    kind = models.CharField(_("kind"), max_length=12, choices=EventKind.choices)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices, blank=True)
    title = models.CharField(_("title"), max_length=300)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    period_start = models.DateField(_("from"))
    period_end = models.DateField(_("to"))
    value = ValueField(_("value"), null=True, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name=_("unit"))
    note = models.TextField(_("note"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)

    objects = ParkEventQuerySet.as_manager()

    class Meta:
        ordering = ["-period_end", "-known_on"]
        verbose_name = _("park event")
        verbose_name_plural = _("park events")
        indexes = [models.Index(fields=["park", "-period_end"], name="event_park_period")]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="event_period_in_order",
                condition=Q(period_end__gte=F("period_start")),
                violation_error_message=_("The period ends before it starts."),
            ),
            models.CheckConstraint(
                name="event_level_named",
                condition=(Q(kind=EventKind.LEVEL) & ~Q(level="")) | (~Q(kind=EventKind.LEVEL) & Q(level="")),
                violation_error_message=_("A level event names the level, and no other event does."),
            ),
            models.CheckConstraint(
                name="event_value_with_unit",
                condition=Q(value__isnull=True, unit__isnull=True) | Q(value__isnull=False, unit__isnull=False),
                violation_error_message=_("A value needs its unit."),
            ),
        ]

    def natural_key(self):
        return (self.ref,)

    natural_key.dependencies = ["parks.park", "parks.source", "parks.unit"]

    def __str__(self) -> str:
        return self.title

    def clean(self):
        super().clean()
        if self.period_start and self.period_end and self.period_end < self.period_start:
            raise ValidationError(_("The period ends before it starts."))
