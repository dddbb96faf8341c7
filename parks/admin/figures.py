"""Nouns with a value and its unit."""

from django.contrib import admin
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from .display import figure


class ShowsFigure:
    """Lists, and forms that are only read, show value and unit as one figure, without zeros nobody wrote."""

    # Translators: zh 数值
    @admin.display(description=_("value"))
    def figure(self, obj: Model) -> str:
        return figure(obj.value, obj.unit)

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), "figure"]

    def get_fieldsets(self, request, obj=None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [(title, options | {"fields": _as_read(options["fields"])}) for title, options in fieldsets]


def _as_read(fields: tuple) -> tuple:
    """The lines of a fieldset with `value` and `unit` told as one."""
    lines = []
    for line in fields:
        if isinstance(line, tuple) and {"value", "unit"} <= set(line):
            line = (*[name for name in line if name not in ("value", "unit")], "figure")
        lines.append(line)
    return tuple(lines)
