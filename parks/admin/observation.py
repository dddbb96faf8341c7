"""Values of series, as reported."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Observation

from .figures import ShowsFigure
from .report import CORRECTION, EVIDENCE, ReportAdmin


@admin.register(Observation)
class ObservationAdmin(ShowsFigure, ReportAdmin):
    list_display = (
        "series",
        "period_start",
        "period_end",
        "figure",
        "qualifier",
        "state",
        "known_on",
        "author",
    )
    list_select_related = ("series", "unit", "author")
    list_filter = ("state", "qualifier", "series__park")
    search_fields = ("ref", "series__code", "series__title", "series__entity")
    autocomplete_fields = ("series", "source", "supersedes")
    fieldsets = (
        # Translators: zh 这个数
        (
            _("The value"),
            {
                "fields": ("series", ("value", "unit"), "qualifier"),
                # Translators: zh 请按来源原样填写，不要换算。公开后所有人可见，不能再改，只能更正。
                "description": _(
                    "As the source has it, without converting. Once published everybody sees it; it is then "
                    "corrected, never edited."
                ),
            },
        ),
        # Translators: zh 时间
        (
            _("When"),
            {
                "fields": (("period_start", "period_end"),),
                # Translators: zh 起止两天都算在内。累计数从1月1日起；时点数起止为同一天。
                "description": _(
                    "Both days count. A year-to-date value starts on 1 January; a value at a date has one day."
                ),
            },
        ),
        EVIDENCE,
        CORRECTION,
    )
