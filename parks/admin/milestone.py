"""Steps of goals without a number, and of projects."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Milestone

from .dated import EnteredAdmin


@admin.register(Milestone)
class MilestoneAdmin(EnteredAdmin):
    list_display = ("title", "goal", "project", "planned_on", "known_on", "withdrawn_on")
    list_select_related = ("goal", "project")
    list_filter = ("goal__park", "project__park")
    search_fields = ("code", "title", "title_en")
    autocomplete_fields = ("goal", "project", "source")
    ordering = ("-id",)
    fixed = ("code",)
    fieldsets = (
        # Translators: zh 承诺的内容
        (
            _("What is promised"),
            {
                "fields": ("goal", "project", "title", "title_en", "code", "order"),
                # Translators: zh 属于一个目标或一个项目，二者择一。保存即公开；完成与否由进展填报说明。
                "description": _(
                    "It belongs to a goal or to a project. Saving publishes it; an update that names it says when "
                    "it is done."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": ("planned_on",)}),
        # Translators: zh 依据
        (_("Evidence"), {"fields": ("source", "locator")}),
    )
