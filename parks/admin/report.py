"""What the three kinds of report have in common: drafts are written, submitted and published here, then only read."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parks.changes.reports import OPEN, publish_report, submit_report
from parks.rules.choices import State

from .dated import DatedAdmin
from .reach import may

EVIDENCE = (
    # Translators: zh 依据
    gettext_lazy("Evidence"),
    {
        "fields": ("source", "locator", "note", "note_en"),
        # Translators: zh 没有来源的，提交时会自动登记一份“园区填报”来源；来源和说明随数公开。
        "description": gettext_lazy(
            "Without a source, submitting makes one: the park's own report through this register. "
            "Source and note are published with the row."
        ),
    },
)
CORRECTION = (
    # Translators: zh 更正
    gettext_lazy("Correction"),
    {
        "fields": ("supersedes", "supersede_reason", "supersede_reason_en"),
        # Translators: zh 只在更正已公开的数时填写。原数与更正都会保留并公开，理由必填。
        "description": gettext_lazy(
            "Only to correct a published row. Both stay visible to everybody; the reason is required and published."
        ),
        "classes": ["collapse"],
    },
)


class ReportAdmin(DatedAdmin):
    """Drafts, returned reports and answers are edited; what waits for review or is public is not."""

    is_public_text = False
    actions = ("submit_selected", "publish_selected")
    ordering = ("-id",)
    sortable_by = ()
    record = ("ref", "state", "author", "reviewer", "version", *DatedAdmin.record)

    def get_exclude(self, request, obj=None):
        return ("ref", "known_precision")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.state in OPEN)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.state == State.DRAFT)

    def save_model(self, request, obj, form, change):
        """Whoever wrote last is the author: a second person's figure is not for that person to publish."""
        if change:
            now = self.model.objects.select_for_update().get(pk=obj.pk)
            if now.state not in OPEN or now.version != obj.version:
                raise ValidationError(_("Somebody changed this report since you opened it. Look at it again."))
        if not change or form.has_changed():
            obj.author = request.user
            obj.version += 1 if change else 0
        super().save_model(request, obj, form, change)

    def has_submit_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "submit", self.model)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "publish", self.model)

    # Translators: zh 提交所选
    @admin.action(description=gettext_lazy("Submit selected"), permissions=["submit"])
    def submit_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        today = localdate()
        self.run_each(
            request,
            queryset.order_by("pk"),
            "submit",
            lambda row: submit_report(report=row, by=request.user, on=today, version=row.version),
            # Translators: zh 已提交%(count)d条
            _("%(count)d submitted"),
        )

    # Translators: zh 公开所选
    @admin.action(description=gettext_lazy("Publish selected"), permissions=["publish"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet) -> None:
        today = localdate()
        self.run_each(
            request,
            queryset.order_by("pk"),
            "publish",
            lambda row: publish_report(report=row, by=request.user, on=today, version=row.version),
            # Translators: zh 已公开%(count)d条
            _("%(count)d published"),
        )
