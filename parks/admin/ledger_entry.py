"""The chain of digests, only to be read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import LedgerEntry

from .base import RegisterAdmin
from .review import KindFilter, subject_link


@admin.register(LedgerEntry)
class LedgerEntryAdmin(RegisterAdmin):
    list_display = ("number", "on", "act", "kind", "subject", "digest")
    list_filter = ("act", KindFilter)
    search_fields = ("=ref", "^digest")
    # Translators: zh 按完整编号、编码或摘要开头查找
    search_help_text = _("Searches the whole reference or code, or the beginning of a digest")
    ordering = ("-number",)
    sortable_by = ()
    fields = ("number", "on", "act", "kind", "subject", "review", "facts", "previous", "digest")
    readonly_fields = ("subject",)

    # Translators: zh 对象
    @admin.display(description=_("row"))
    def subject(self, obj: LedgerEntry) -> str:
        return subject_link(obj)
