"""The application, as Django installs it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParksConfig(AppConfig):
    name = "parks"
    verbose_name = _("Register")
    default_auto_field = "django.db.models.BigAutoField"
