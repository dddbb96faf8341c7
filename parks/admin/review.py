"""Every act on the record, only to be read."""

from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from parks.models import LedgerEntry, Review
from parks.models.guards import GUARDS

from .base import RegisterAdmin


class KindFilter(admin.SimpleListFilter):
    """The nouns that leave acts; a fixed list, so that nothing is counted."""

    # Translators: zh 种类
    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        dated = [m for m in apps.get_app_config("parks").get_models() if m._meta.db_table in GUARDS]
        return [(m._meta.model_name, m._meta.verbose_name) for m in dated if hasattr(m, "known_on")]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


def subject_link(entry: Review | LedgerEntry) -> str:
    """A link from an act to the row that it was done to."""
    address = reverse(f"admin:parks_{entry.kind}_change", args=[entry.subject_id])
    return format_html('<a href="{}">{}</a>', address, entry.ref)


@admin.register(Review)
class ReviewAdmin(RegisterAdmin):
    list_display = ("on", "act", "kind", "subject", "by", "reason")
    list_display_links = ("on",)
    list_select_related = ("by",)
    list_filter = ("act", KindFilter)
    search_fields = ("=ref",)
    # Translators: zh 按完整编号或编码查找
    search_help_text = _("Searches the whole reference or code")
    ordering = ("-id",)
    sortable_by = ()
    fields = ("on", "at", "act", "subject", "by", "reason")
    readonly_fields = ("subject",)

    # Translators: zh 对象
    @admin.display(description=_("row"))
    def subject(self, obj: Review) -> str:
        return subject_link(obj)
