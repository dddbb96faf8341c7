"""Addresses: Chinese at `/`, English at `/en/`, the admin in both; the API outside of both."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("parks.api.urls")),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", include("parks.pages.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "parks.pages.errors.bad_request"
handler403 = "parks.pages.errors.permission_denied"
handler404 = "parks.pages.errors.page_not_found"
handler500 = "parks.pages.errors.server_error"
