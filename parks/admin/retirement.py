"""The end of goals and projects as something that is followed."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Retirement

from .dated import DecidedAdmin


@admin.register(Retirement)
class RetirementAdmin(DecidedAdmin):
    list_display = ("__str__", "reason", "known_on", "withdrawn_on", "proposed_by", "decided_by")
    list_select_related = ("goal", "project", "proposed_by", "decided_by")
    list_filter = ("goal__park", "project__park")
    search_fields = ("goal__code", "goal__title", "project__code", "project__name")
    autocomplete_fields = ("goal", "project", "source")
    ordering = ("-id",)
    fieldsets = (
        # Translators: zh 停止跟踪
        (
            _("What is no longer followed"),
            {
                "fields": ("goal", "project", "reason", "reason_en"),
                # Translators: zh 由第二人批准后公开。页面保留，注明日期和理由；什么都不会消失。
                "description": _(
                    "Public once a second person approves it. The page stays, with the date and the reason; nothing "
                    "vanishes."
                ),
            },
        ),
        # Translators: zh 依据
        (_("Evidence"), {"fields": ("source", "locator")}),
    )
