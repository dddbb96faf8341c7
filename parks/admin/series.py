"""An indicator for one entity on one basis."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Series

from .history import HistoryAdmin


@admin.register(Series)
class SeriesAdmin(HistoryAdmin):
    list_display = ("title", "park", "entity", "scope", "indicator", "accumulation", "code")
    list_select_related = ("park", "indicator")
    list_filter = ("scope", "accumulation", "park")
    search_fields = ("code", "title", "title_en", "entity", "entity_en")
    autocomplete_fields = ("park", "indicator")
    # Another park, indicator or way of adding up would change what every value of it means: that is another series.
    fixed = ("code", "park", "indicator", "accumulation")
    fieldsets = (
        # Translators: zh 量什么
        (
            _("What is measured"),
            {
                "fields": ("park", "indicator", "title", "title_en", "code", ("entity", "entity_en"), "scope"),
                # Translators: zh 换了口径就是另一条数列，两者从不连成一线。园区、指标和累计方式定下后不能改。
                "description": _(
                    "Another basis is another series; two are never one line. Park, indicator and accumulation are "
                    "settled. Everybody reads the basis and the note."
                ),
            },
        ),
        # Translators: zh 怎么量
        (
            _("How it is measured"),
            {"fields": ("accumulation", "basis", "basis_en", "note", "note_en")},
        ),
    )
