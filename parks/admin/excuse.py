"""Approved, expiring reasons for a delay."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Excuse

from .dated import DecidedAdmin


@admin.register(Excuse)
class ExcuseAdmin(DecidedAdmin):
    list_display = ("__str__", "until", "known_on", "withdrawn_on", "proposed_by", "decided_by")
    list_select_related = ("goal", "project", "proposed_by", "decided_by")
    list_filter = ("goal__park", "project__park")
    search_fields = ("goal__code", "goal__title", "project__code", "project__name")
    autocomplete_fields = ("goal", "project", "source")
    ordering = ("-id",)
    fieldsets = (
        # Translators: zh 缓期
        (
            _("What is excused"),
            {
                "fields": ("goal", "project", "reason", "reason_en"),
                # Translators: zh 由审核人批准后公开。原状态仍照样显示，缓期只列在旁边。
                "description": _(
                    "Public once a reviewer approves it. The standing stays as it is; the excuse is shown beside it."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": ("until",)}),
        # Translators: zh 依据
        (_("Evidence"), {"fields": ("source", "locator")}),
    )
