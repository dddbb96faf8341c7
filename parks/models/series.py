"""One indicator, one entity, one basis: a series."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from parks.rules.choices import Accumulation, Scope

from .base import CodeManager
from .reference import Indicator


class Series(models.Model):
    """An indicator for one entity on one statistical basis. Two bases are never one line."""

    code = models.SlugField(_("code"), max_length=80, unique=True)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="series", verbose_name=_("indicator"))
    park = models.ForeignKey(
        "parks.Park", models.PROTECT, related_name="series", verbose_name=_("park it is shown under")
    )
    entity = models.CharField(_("what it measures"), max_length=120)
    entity_en = models.CharField(_("what it measures (English)"), max_length=200, blank=True)
    scope = models.CharField(_("scope"), max_length=8, choices=Scope.choices, default=Scope.PARK)
    title = models.CharField(_("title"), max_length=120)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)
    basis = models.CharField(_("statistical basis"), max_length=300, blank=True)
    basis_en = models.CharField(_("statistical basis (English)"), max_length=300, blank=True)
    accumulation = models.CharField(
        _("accumulation"),
        max_length=14,
        choices=Accumulation.choices,
        help_text=_(
            "Year to date: values start on 1 January and replace each other. Per period: values add up and may not "
            "overlap. At a date: each value stands for its day."
        ),
    )
    note = models.TextField(_("note"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    history = HistoricalRecords()

    objects = CodeManager()

    class Meta:
        ordering = ["park", "code"]
        verbose_name = _("series")
        verbose_name_plural = _("series")

    def natural_key(self):
        return (self.code,)

    natural_key.dependencies = ["parks.park", "parks.indicator"]

    def __str__(self) -> str:
        return f"{self.title}（{self.entity}）" if self.scope != "park" else self.title
