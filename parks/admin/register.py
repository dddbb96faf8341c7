"""The register's own row, only to be read."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from parks.models import Register

from .base import RegisterAdmin


@admin.register(Register)
class RegisterRowAdmin(RegisterAdmin):
    list_display = ("content_version", "ledger_number", "last_known_on", "sealed_at", "is_made_up")
    fields = ("content_version", "ledger_number", "ledger_digest", "last_known_on", "sealed_at", "is_made_up")

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        """There is one: its list opens it."""
        if Register.objects.filter(pk=1).exists() and self.has_view_permission(request):
            return HttpResponseRedirect(reverse("admin:parks_register_change", args=[1]))
        return super().changelist_view(request, extra_context)
