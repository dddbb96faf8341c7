"""The parks."""

from django.contrib import admin
from django.db.models import Model
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parks.models import Goal, GoalUpdate, Observation, Park, ParkEvent, ParkIndustry, Project, ProjectUpdate, Series

from .display import link_list, list_address
from .history import HistoryAdmin
from .inlines import PartOfParent


class IndustryInline(PartOfParent):
    model = ParkIndustry
    fields = ("name", "name_en", "role", "order", "locator")


@admin.register(Park)
class ParkAdmin(HistoryAdmin):
    list_display = ("name", "short_name", "district", "goal_count", "project_count", "last_known_on", "public_page")
    search_fields = ("code", "name", "name_en", "short_name", "district")
    autocomplete_fields = ("source",)
    readonly_fields = ("lists",)
    record = ("goal_count", "project_count", "last_known_on")
    inlines = (IndustryInline,)
    page = "park"
    fieldsets = (
        # Translators: zh 园区
        (
            gettext_lazy("The park"),
            {
                "fields": (
                    "name",
                    "name_en",
                    ("short_name", "short_name_en"),
                    "code",
                    "number",
                    ("district", "district_en"),
                    "website",
                ),
                # Translators: zh 本页文字都会公开；英文留空时显示中文。修改立即生效，并留下历史。
                "description": gettext_lazy(
                    "Everything here is public; where English is empty the Chinese shows. An edit shows at once and "
                    "leaves a history."
                ),
            },
        ),
        # Translators: zh 定位与打算
        (
            gettext_lazy("What it wants to be"),
            {"fields": ("positioning", "positioning_en", "priorities", "priorities_en")},
        ),
        # Translators: zh 依据
        (gettext_lazy("Evidence"), {"fields": ("source", "locator")}),
    )

    def get_fieldsets(self, request, obj=None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        # Translators: zh 所属各项
        return fieldsets if obj is None else [*fieldsets, (_("What belongs to it"), {"fields": ("lists",)})]

    # Translators: zh 清单
    @admin.display(description=gettext_lazy("lists"))
    def lists(self, obj: Park) -> SafeString:
        return link_list(_lists_of(obj))


def _lists_of(park: Park) -> list[tuple[str, str]]:
    """Addresses and names of the lists of a park; long ones are not counted."""
    links: list[tuple[type[Model], str, int | None]] = [
        (Goal, "park", park.goals.count()),
        (Project, "park", park.projects.count()),
        (ParkEvent, "park", park.events.count()),
        (Series, "park", park.series.count()),
        (Observation, "series__park", None),
        (ProjectUpdate, "project__park", None),
        (GoalUpdate, "goal__park", None),
    ]
    return [
        (
            list_address(model, **{f"{path}__id__exact": park.pk}),
            str(model._meta.verbose_name_plural) + ("" if count is None else f" ({count})"),
        )
        for model, path, count in links
    ]
