"""News of projects, as reported."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import ProjectUpdate

from .figures import ShowsFigure
from .report import CORRECTION, EVIDENCE, ReportAdmin


@admin.register(ProjectUpdate)
class ProjectUpdateAdmin(ShowsFigure, ReportAdmin):
    list_display = (
        "title",
        "project",
        "period_end",
        "kind",
        "stage",
        "figure",
        "state",
        "known_on",
        "author",
    )
    list_select_related = ("project", "unit", "author")
    list_filter = ("state", "kind", "stage", "project__park")
    search_fields = ("ref", "title", "title_en", "project__code", "project__name")
    autocomplete_fields = ("project", "milestone", "source", "supersedes")
    fieldsets = (
        # Translators: zh 进展
        (
            _("What happened"),
            {
                "fields": (
                    "project",
                    ("part", "part_en"),
                    "title",
                    "title_en",
                    "kind",
                    "stage",
                    "step_back_reason",
                    "milestone",
                ),
                # Translators: zh 公开后所有人在项目页上可见。
                "description": _("Once published everybody sees it on the project's page."),
            },
        ),
        # Translators: zh 金额与进度
        (
            _("Amounts and progress"),
            {
                "fields": (
                    ("amount_kind", "value", "unit"),
                    ("invested_to_date", "invested_unit"),
                    "progress",
                    "problems",
                    "problems_en",
                    "next_step",
                    "next_step_en",
                )
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": (("period_start", "period_end"),)}),
        EVIDENCE,
        CORRECTION,
    )
