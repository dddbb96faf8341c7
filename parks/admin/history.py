"""Nouns whose descriptive fields keep a history: who changed what, when."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin

from .base import RegisterAdmin


class HistoryAdmin(RegisterAdmin, SimpleHistoryAdmin):
    """Its history is read, never put back: an older text returns by being entered again, under one's own name."""

    object_history_list_template = "admin/parks/history_list.html"
    object_history_form_template = "admin/parks/history_form.html"

    def revert_disabled(self, request: HttpRequest, obj=None) -> bool:
        return True

    def history_form_view(self, request, object_id, version_id, extra_context=None) -> HttpResponse:
        if request.method != "GET":
            raise PermissionDenied
        request.is_reading_history = True
        return super().history_form_view(request, object_id, version_id, extra_context)

    def get_fieldsets(self, request, obj=None) -> list:
        """An old version shows its own fields alone, not what hangs on the row today."""
        if not getattr(request, "is_reading_history", False):
            return super().get_fieldsets(request, obj)
        tracked = {field.name for field in self.model.history.model.tracked_fields}
        shown = [
            name
            for _title, options in super().get_fieldsets(request, obj)
            for line in options["fields"]
            for name in ([line] if isinstance(line, str) else line)
            if name in tracked
        ]
        return [(None, {"fields": shown})]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        if not getattr(request, "is_reading_history", False):
            return super().get_readonly_fields(request, obj)
        return [name for _title, options in self.get_fieldsets(request, obj) for name in options["fields"]]
