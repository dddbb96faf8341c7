"""Series shown beside a goal that are not its own."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import GoalRelatedSeries

from .base import RegisterAdmin


@admin.register(GoalRelatedSeries)
class RelatedSeriesAdmin(RegisterAdmin):
    list_display = ("goal", "series", "reason")
    list_select_related = ("goal", "series")
    list_filter = ("goal__park",)
    search_fields = ("goal__code", "goal__title", "series__code", "series__title")
    autocomplete_fields = ("goal", "series")
    fieldsets = (
        (
            None,
            {
                "fields": ("goal", "series", "reason", "reason_en"),
                # Translators: zh 相关数列与目标并列公开，不参与状态判定；请写明口径有何不同。
                "description": _(
                    "Shown to everybody beside the goal; it takes no part in the standing. Say what differs."
                ),
            },
        ),
    )
