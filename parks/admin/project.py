"""Projects, platforms and programmes."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parks.models import Excuse, Milestone, Project, ProjectUpdate, Retirement

from .dated import EnteredAdmin
from .display import NOTHING, link_list, list_address, row_link
from .history import HistoryAdmin


@admin.register(Project)
class ProjectAdmin(HistoryAdmin, EnteredAdmin):
    list_display = (
        "name",
        "park",
        "kind",
        "stage_word",
        "stage_on",
        "last_news_on",
        "retired_on",
        "public_page",
    )
    list_select_related = ("park",)
    list_filter = ("stage", "kind", "is_own", "park")
    search_fields = ("code", "name", "name_en", "label", "developer")
    autocomplete_fields = ("park", "source", "goals")
    readonly_fields = ("stage_word", "stage_on", "last_update", "last_news_on", "lists")
    fixed = ("code",)
    page = "project"
    fieldsets = (
        # Translators: zh 承诺的内容
        (
            gettext_lazy("What is promised"),
            {
                "fields": (
                    "park",
                    "name",
                    "name_en",
                    "code",
                    ("label", "label_en"),
                    ("kind", "is_own"),
                    "summary",
                    "summary_en",
                    "naming_note",
                    "naming_note_en",
                    ("developer", "developer_en"),
                    "goals",
                ),
                # Translators: zh 保存即公开。园区、编码和来源此后不能改；其余文字可改，立即生效并留下历史。
                "description": gettext_lazy(
                    "Saving publishes it. Park, code and source are then settled; the rest can be edited, shows at "
                    "once and leaves a history."
                ),
            },
        ),
        # Translators: zh 时间
        (
            gettext_lazy("When"),
            {"fields": (("planned_start", "planned_finish"), ("plan_note", "plan_note_en"))},
        ),
        # Translators: zh 依据
        (gettext_lazy("Evidence"), {"fields": ("source", "locator")}),
    )

    def get_fieldsets(self, request, obj=None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or getattr(request, "is_reading_history", False):
            return fieldsets
        # Translators: zh 现状
        told = (_("Where it stands"), {"fields": ("stage_word", "stage_on", "last_update", "last_news_on")})
        # Translators: zh 所属各项
        return [*fieldsets[:-1], told, (_("What belongs to it"), {"fields": ("lists",)}), fieldsets[-1]]

    # Translators: zh 阶段
    @admin.display(description=gettext_lazy("stage"), ordering="stage")
    def stage_word(self, obj: Project) -> str:
        if not obj.stage:
            return NOTHING
        word = obj.get_stage_display()
        # Translators: zh %(stage)s（一部分已更进一步）
        return _("%(stage)s (a part has come further)") % {"stage": word} if obj.stage_capped else word

    # Translators: zh 最近一次进展
    @admin.display(description=gettext_lazy("told by"))
    def last_update(self, obj: Project) -> str:
        return row_link(obj.stage_update)

    # Translators: zh 清单
    @admin.display(description=gettext_lazy("lists"))
    def lists(self, obj: Project) -> SafeString:
        counted = (
            (ProjectUpdate, obj.updates.count()),
            (Milestone, obj.milestones.count()),
            (Excuse, obj.excuses.count()),
            (Retirement, obj.retirements.count()),
        )
        return link_list(
            (list_address(model, project__id__exact=obj.pk), f"{model._meta.verbose_name_plural} ({count})")
            for model, count in counted
        )
