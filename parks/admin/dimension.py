"""The aspects under which goals are sorted."""

from django.contrib import admin

from parks.models import Dimension

from .base import RegisterAdmin


@admin.register(Dimension)
class DimensionAdmin(RegisterAdmin):
    list_display = ("name", "name_en", "code", "order")
    search_fields = ("code", "name", "name_en")
    fixed = ("code",)
    fields = ("name", "name_en", "code", "order", "definition", "definition_en")
