"""Rows with two clocks: structure that enters the record at once, and decisions that two people stand behind."""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parks.changes.decisions import decide, propose
from parks.changes.entries import enter
from parks.models import Review

from .base import RegisterAdmin
from .display import NOTHING
from .reach import may

ACTS_SHOWN = 50


class DatedAdmin(RegisterAdmin):
    """Shows both clocks and every act on the row; what is published is neither edited nor deleted."""

    record = ("known_on", "known_precision", "withdrawn_on", "withdrawn_reason", "recorded_at", "acts")

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.known_on is None)

    # Translators: zh 经过
    @admin.display(description=gettext_lazy("acts"))
    def acts(self, obj: Model) -> str:
        acts = Review.objects.filter(kind=obj._meta.model_name, subject_id=obj.pk).select_related("by")
        lines = [
            (date_format(act.on, "DATE_FORMAT"), act.get_act_display(), act.by or "", act.reason)
            for act in acts[:ACTS_SHOWN]
        ]
        if not lines:
            return NOTHING
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{} · {} {} {}</li>", lines))


class EnteredAdmin(DatedAdmin):
    """A new row of the structure is public from the day it is entered; descriptive fields can be edited later."""

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
        else:
            enter(row=obj, by=request.user, on=localdate())

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A public row without a descriptive field is only looked at."""
        allowed = super().has_change_permission(request, obj)
        if not allowed or obj is None:
            return allowed
        editable = {f.name for f in [*obj._meta.concrete_fields, *obj._meta.many_to_many] if f.editable}
        return bool(editable - self.settled_fields(obj) - set(self.record) - {obj._meta.pk.name})


class DecidedAdmin(DatedAdmin):
    """Saving proposes; a second person decides. A proposal is not edited: it is deleted and made anew."""

    is_public_text = False
    actions = ("decide_selected",)
    record = ("proposed_by", "decided_by", *DatedAdmin.record)

    def save_model(self, request, obj, form, change):
        propose(row=obj, by=request.user, on=localdate())

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "decide", self.model)

    # Translators: zh 批准所选（提出人本人不能批准）
    @admin.action(description=gettext_lazy("Approve selected (never one's own proposal)"), permissions=["decide"])
    def decide_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        today = localdate()
        self.run_each(
            request,
            queryset.order_by("pk"),
            "decide",
            lambda row: decide(row=row, by=request.user, on=today),
            # Translators: zh 已批准%(count)d条
            _("%(count)d approved"),
        )
