"""What the parks promised."""

from django.contrib import admin
from django.db.models import Model, Q
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parks.changes.projections import refresh_due
from parks.models import (
    Excuse,
    Goal,
    GoalRelatedSeries,
    GoalUpdate,
    Milestone,
    Observation,
    PlannedValue,
    Retirement,
    Target,
)

from .dated import EnteredAdmin
from .display import NOTHING, add_address, link_list, list_address, percent, row_link, standing_words
from .history import HistoryAdmin
from .reach import may


@admin.register(Goal)
class GoalAdmin(HistoryAdmin, EnteredAdmin):
    list_display = (
        "title",
        "park",
        "dimension",
        "standing_words",
        "current_due_on",
        "share_percent",
        "last_news_on",
        "retired_on",
        "public_page",
    )
    list_select_related = ("park", "dimension")
    list_filter = ("standing", "freshness", "frequency", "dimension", "park")
    search_fields = ("code", "title", "title_en", "label")
    autocomplete_fields = ("park", "series", "source")
    readonly_fields = ("standing_words", "share_percent", "target", "current_due_on", "last_news_on", "lists")
    fixed = ("code",)
    page = "goal"
    help_texts = {
        # Translators: zh 决定多久没有消息算“逾期未报”和“陈旧”；由管理人员设定，所有人可见。
        "frequency": gettext_lazy(
            "How long without news is late or stale follows from it. Set by managers; everybody sees it."
        ),
        # Translators: zh 各页上的先后；小的在前。
        "order": gettext_lazy("Its place on pages, small numbers first."),
    }
    fieldsets = (
        # Translators: zh 承诺的内容
        (
            gettext_lazy("What is promised"),
            {
                "fields": (
                    "park",
                    "title",
                    "title_en",
                    "code",
                    ("label", "label_en"),
                    "statement",
                    "statement_en",
                    "dimension",
                    "grounds",
                    "grounds_en",
                    "series",
                    ("office", "office_en"),
                    "order",
                ),
                # Translators: zh 保存即公开。园区、编码、数列、起止时间和来源此后不能改；目标值只能另记一行。
                "description": gettext_lazy(
                    "Saving publishes it. Park, code, series, window and source are then settled; a target changes "
                    "only by a new row of its ledger."
                ),
            },
        ),
        # Translators: zh 时间
        (
            gettext_lazy("When"),
            {
                "fields": (
                    ("starts_on", "starts_inferred"),
                    ("due_on", "due_inferred"),
                    ("due_note", "due_note_en"),
                    "frequency",
                )
            },
        ),
        # Translators: zh 依据
        (gettext_lazy("Evidence"), {"fields": ("source", "locator")}),
    )

    def changelist_view(self, request: HttpRequest, extra_context=None):
        """Standings change on days known beforehand: those whose day has passed are told anew first."""
        refresh_due(localdate())
        return super().changelist_view(request, extra_context)

    def get_fieldsets(self, request, obj=None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or getattr(request, "is_reading_history", False):
            return fieldsets
        # Translators: zh 现状
        told = (
            _("Where it stands"),
            {"fields": ("target", "current_due_on", "standing_words", "share_percent", "last_news_on")},
        )
        # Translators: zh 所属各项
        return [*fieldsets[:-1], told, (_("What belongs to it"), {"fields": ("lists",)}), fieldsets[-1]]

    def goals_moved(self, row: Goal, changed: set[str]) -> Q | None:
        return Q(pk=row.pk) if "frequency" in changed else None

    # Translators: zh 状态
    @admin.display(description=gettext_lazy("standing"), ordering="standing")
    def standing_words(self, obj: Goal) -> str:
        return standing_words(obj) if obj.known_on else NOTHING

    # Translators: zh 占目标
    @admin.display(description=gettext_lazy("share of the target"), ordering="share")
    def share_percent(self, obj: Goal) -> str:
        return percent(obj.share)

    # Translators: zh 现行目标值
    @admin.display(description=gettext_lazy("target in force"))
    def target(self, obj: Goal) -> str:
        return row_link(obj.current_target)

    # Translators: zh 清单
    @admin.display(description=gettext_lazy("lists"))
    def lists(self, obj: Goal) -> SafeString:
        return link_list(_lists_of(obj))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """From a goal one click adds what belongs to it, where the person may."""
        context["adds"] = [
            (add_address(model, **initial), _("Add %(name)s") % {"name": model._meta.verbose_name})
            for model, initial in _parts_of(obj)
            if may(request.user, "add", model)
        ]
        return super().render_change_form(request, context, add, change, form_url, obj)


def _lists_of(goal: Goal) -> list[tuple[str, str]]:
    counted: list[tuple[type[Model], int]] = [
        (Target, goal.targets.count()),
        (PlannedValue, goal.planned_values.count()),
        (Milestone, goal.milestones.count()),
        (GoalRelatedSeries, goal.related.count()),
        (GoalUpdate, goal.updates.count()),
        (Excuse, goal.excuses.count()),
        (Retirement, goal.retirements.count()),
    ]
    links = [
        (list_address(model, goal__id__exact=goal.pk), f"{model._meta.verbose_name_plural} ({count})")
        for model, count in counted
    ]
    if goal.series_id:
        address = list_address(Observation, series__id__exact=goal.series_id)
        links.insert(0, (address, str(Observation._meta.verbose_name_plural)))
    return links


def _parts_of(goal: Goal | None) -> list[tuple[type[Model], dict[str, int]]]:
    if goal is None or goal.retired_on:
        return []
    about = {"goal": goal.pk}
    if goal.series_id:
        parts = [(Observation, {"series": goal.series_id}), (Target, about), (PlannedValue, about)]
    else:
        parts = [(GoalUpdate, about), (Milestone, about)]
    return [*parts, (GoalRelatedSeries, about)]
