"""The ledger of targets."""

from django import forms
from django.contrib import admin
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from parks.changes.decisions import propose
from parks.changes.entries import enter
from parks.models import Target

from .dated import DecidedAdmin
from .figures import ShowsFigure


class TargetForm(forms.ModelForm):
    """Numbers the row after the last one of its goal, so that the rules know a revision when they see one."""

    def clean(self):
        cleaned = super().clean()
        goal = cleaned.get("goal")
        if goal and self.instance._state.adding:
            self.instance.number = (goal.targets.aggregate(last=Max("number"))["last"] or 0) + 1
        return cleaned


@admin.register(Target)
class TargetAdmin(ShowsFigure, DecidedAdmin):
    form = TargetForm
    list_display = ("goal", "number", "comparator", "figure", "due_on", "known_on", "proposed_by", "decided_by")
    list_select_related = ("goal", "unit", "proposed_by", "decided_by")
    list_filter = ("comparator", "goal__park")
    search_fields = ("goal__code", "goal__title")
    autocomplete_fields = ("goal", "source")
    ordering = ("-id",)
    record = ("number", *DecidedAdmin.record)
    fieldsets = (
        # Translators: zh 承诺的内容
        (
            _("What is promised"),
            {
                "fields": ("goal", "comparator", ("value", "unit")),
                # Translators: zh 目标的第一个目标值保存即公开；修改须写明理由，由第二人批准后公开。旧值仍可见。
                "description": _(
                    "A goal's first target is public when saved. A revision needs a reason and is public when a "
                    "second person approves it; the old row stays visible to everybody."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": ("due_on",)}),
        # Translators: zh 依据
        (_("Evidence"), {"fields": ("reason", "reason_en", "source", "locator")}),
    )

    def save_model(self, request, obj, form, change):
        if obj.number == 1:
            enter(row=obj, by=request.user, on=localdate())
        else:
            propose(row=obj, by=request.user, on=localdate())
