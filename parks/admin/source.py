"""The documents facts are taken from."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from parks.models import Source

from .history import HistoryAdmin


@admin.register(Source)
class SourceAdmin(HistoryAdmin):
    list_display = ("title", "publisher", "kind", "published_on", "precision", "reliability", "public_page")
    list_filter = ("kind", "reliability", "precision")
    search_fields = ("code", "title", "title_en", "publisher", "url")
    ordering = ("-id",)
    fixed = ("code",)
    page = "source"
    fieldsets = (
        # Translators: zh 文件
        (
            _("The document"),
            {
                "fields": ("title", "title_en", "code", "kind", ("publisher", "publisher_en"), "url"),
                # Translators: zh 所有人可见，并列出取自它的每一个数。
                "description": _("Everybody reads it, with every fact taken from it."),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": (("published_on", "precision"),)}),
        # Translators: zh 可靠程度
        (_("How far it carries"), {"fields": ("reliability", "note", "note_en")}),
    )

    def goals_moved(self, row: Source, changed: set[str]) -> Q | None:
        """A source of low reliability carries no standing, so its grade decides which values count."""
        if "reliability" not in changed:
            return None
        return Q(series__observations__source=row.pk) | Q(updates__source=row.pk)
