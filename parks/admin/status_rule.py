"""The rules by which standings are told."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import StatusRule

from .dated import DecidedAdmin


@admin.register(StatusRule)
class StatusRuleAdmin(DecidedAdmin):
    list_display = (
        "name",
        "number",
        "is_adopted",
        "effective_on",
        "on_track_points",
        "slow_points",
        "known_on",
        "proposed_by",
        "decided_by",
    )
    list_select_related = ("proposed_by", "decided_by")
    list_filter = ("is_adopted",)
    search_fields = ("name", "name_en")
    autocomplete_fields = ("source",)
    ordering = ("-effective_on", "-number")
    fieldsets = (
        # Translators: zh 规则
        (
            _("The rule"),
            {
                "fields": ("number", "name", "name_en", "is_adopted"),
                # Translators: zh 由第二人批准后公开，不得早于批准之日生效。已有规则不能修改，只能由新规则接替。
                "description": _(
                    "Public once a second person approves it, and in force from that day or later. A rule is not "
                    "edited; a new one follows it. Everybody reads it on the page about the method."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": ("effective_on",)}),
        # Translators: zh 进度门槛
        (
            _("Pace"),
            {"fields": (("on_track_points", "slow_points"), "about_tolerance_percent")},
        ),
        # Translators: zh 多久没有消息
        (
            _("News"),
            {
                "fields": (
                    "press_stale_months",
                    ("monthly_late_days", "monthly_stale_days"),
                    ("quarterly_late_days", "quarterly_stale_days"),
                    ("half_yearly_late_days", "half_yearly_stale_days"),
                    ("yearly_late_days", "yearly_stale_days"),
                )
            },
        ),
        # Translators: zh 依据
        (_("Evidence"), {"fields": ("source", "locator", "note", "note_en")}),
    )
