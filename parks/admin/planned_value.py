"""Interim points of the path to a target."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import PlannedValue

from .dated import EnteredAdmin
from .figures import ShowsFigure


@admin.register(PlannedValue)
class PlannedValueAdmin(ShowsFigure, EnteredAdmin):
    list_display = ("goal", "planned_on", "figure", "source", "known_on", "withdrawn_on")
    list_select_related = ("goal", "unit", "source")
    list_filter = ("goal__park",)
    search_fields = ("goal__code", "goal__title")
    autocomplete_fields = ("goal", "source")
    ordering = ("-id",)
    fieldsets = (
        # Translators: zh 承诺的内容
        (
            _("What is promised"),
            {
                "fields": ("goal", ("value", "unit")),
                # Translators: zh 只录入有人公布过的阶段目标。保存即公开，此后不能修改，只能撤回。
                "description": _(
                    "Only interim targets that somebody published. Saving publishes it; it is then not edited, only "
                    "withdrawn."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": ("planned_on",)}),
        # Translators: zh 依据
        (_("Evidence"), {"fields": ("source", "locator")}),
    )
