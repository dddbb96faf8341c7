"""Rows edited inside their parent's form."""

from django.contrib import admin
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .reach import may


class LabelledFormSet(BaseInlineFormSet):
    """A table's cells have no labels of their own: each input says which column it stands in."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name, field in form.fields.items():
            # A picker stands in a wrapper, whose own attributes are not shown.
            widget = getattr(field.widget, "widget", field.widget)
            if not widget.is_hidden:
                widget.attrs["aria-label"] = _("Delete") if name == "DELETE" else capfirst(field.label or name)


class PartOfParent(admin.TabularInline):
    """Whoever may change the parent may change its parts."""

    formset = LabelledFormSet
    extra = 0

    def _may_change_parent(self, request: HttpRequest, obj: Model | None) -> bool:
        parent = self.admin_site.get_model_admin(self.parent_model)
        if obj is None:
            return parent.has_add_permission(request)
        return parent.has_change_permission(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return may(request.user, "view", self.model)

    def has_add_permission(self, request: HttpRequest, obj: Model | None) -> bool:
        return self._may_change_parent(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_change_parent(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may_change_parent(request, obj)
