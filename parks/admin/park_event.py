"""Dated events of the parks."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import ParkEvent

from .dated import EnteredAdmin
from .figures import ShowsFigure


@admin.register(ParkEvent)
class ParkEventAdmin(ShowsFigure, EnteredAdmin):
    list_display = ("title", "park", "kind", "level", "period_end", "figure", "known_on", "withdrawn_on")
    list_select_related = ("park", "unit")
    list_filter = ("kind", "level", "park")
    search_fields = ("ref", "title", "title_en")
    autocomplete_fields = ("park", "source")
    ordering = ("-id",)
    record = ("ref", *EnteredAdmin.record)
    fieldsets = (
        # Translators: zh 大事
        (
            _("What happened"),
            {
                "fields": ("park", "kind", "level", "title", "title_en", ("value", "unit")),
                # Translators: zh 保存即公开，此后不能修改，只能撤回。园区某日的级别以当日之前最近一次“级别”大事为准。
                "description": _(
                    "Saving publishes it; it is then not edited, only withdrawn. A park's level on a day is that of "
                    "its latest level event."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": (("period_start", "period_end"),)}),
        # Translators: zh 依据
        (_("Evidence"), {"fields": ("source", "locator", "note", "note_en")}),
    )
