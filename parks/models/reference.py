"""The shared nouns: dimensions, units, indicators and sources."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from parks.rules.choices import (
    Direction,
    Nature,
    Precision,
    Quantity,
    Reliability,
    SourceKind,
)

from .base import CodeManager


class Dimension(models.Model):
    """One of the aspects by which a province judges its parks; rows, because another province has others."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name (English)"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    definition = models.TextField(_("what is sorted here"), blank=True)
    definition_en = models.TextField(_("what is sorted here (English)"), blank=True)

    objects = CodeManager()

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("dimension")
        verbose_name_plural = _("dimensions")

    def natural_key(self):
        return (self.code,)

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A unit of a quantity. `factor` base units make one of it: 亿元 is 100 000 000 元."""

    code = models.SlugField(_("code"), unique=True)
    symbol = models.CharField(_("symbol"), max_length=20)
    symbol_en = models.CharField(_("symbol (English)"), max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=60, blank=True)
    name_en = models.CharField(_("name (English)"), max_length=60, blank=True)
    quantity = models.CharField(_("quantity"), max_length=12, choices=Quantity.choices)
    factor = models.DecimalField(_("factor to the base unit"), max_digits=15, decimal_places=4)

    objects = CodeManager()

    class Meta:
        ordering = ["quantity", "factor"]
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [
            models.CheckConstraint(
                name="unit_factor_positive",
                condition=Q(factor__gt=0),
                violation_error_message=_("A unit's factor is above zero."),
            )
        ]

    def natural_key(self):
        return (self.code,)

    def __str__(self) -> str:
        return self.symbol


class Indicator(models.Model):
    """A measured quantity, defined once for all parks."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=200, blank=True)
    quantity = models.CharField(_("quantity"), max_length=12, choices=Quantity.choices)
    nature = models.CharField(
        _("nature"),
        max_length=8,
        choices=Nature.choices,
        help_text=_("A flow adds up over a period, a stock stands at a date, a rate and a rank are read as they are."),
    )
    direction = models.CharField(_("direction"), max_length=4, choices=Direction.choices, default=Direction.UP)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="indicators", verbose_name=_("usual unit"))
    definition = models.TextField(_("definition"), blank=True)
    definition_en = models.TextField(_("definition (English)"), blank=True)
    history = HistoricalRecords()

    objects = CodeManager()

    class Meta:
        ordering = ["name", "code"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def natural_key(self):
        return (self.code,)

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        if self.unit_id and self.unit.quantity != self.quantity:
            raise ValidationError(_("The usual unit measures another quantity than the indicator."))


class Source(models.Model):
    """A document that facts were taken from."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=16, choices=SourceKind.choices, default=SourceKind.PRESS)
    title = models.CharField(_("title"), max_length=300)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    publisher_en = models.CharField(_("publisher (English)"), max_length=200, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    precision = models.CharField(_("precision"), max_length=12, choices=Precision.choices, default=Precision.DAY)
    url = models.URLField(_("address"), max_length=500, blank=True)
    reliability = models.CharField(
        _("reliability"),
        max_length=8,
        choices=Reliability.choices,
        help_text=_(
            "High: read at the publisher's or an authority's own address. Medium: a reprint or digest that names the "
            "publisher. Low: undated or partly inferred; it is shown and takes no part in a standing."
        ),
    )
    note = models.TextField(_("note"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    history = HistoricalRecords()

    objects = CodeManager()

    class Meta:
        ordering = ["-published_on", "code"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                name="source_dated_or_unknown",
                condition=Q(published_on__isnull=False) | Q(precision=Precision.UNKNOWN),
                violation_error_message=_("A source without a date of publication has the precision “unknown”."),
            )
        ]

    def natural_key(self):
        return (self.code,)

    def __str__(self) -> str:
        return self.title
