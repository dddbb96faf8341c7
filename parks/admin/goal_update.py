"""News of goals without a number, and judgements of them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import GoalUpdate

from .report import CORRECTION, EVIDENCE, ReportAdmin


@admin.register(GoalUpdate)
class GoalUpdateAdmin(ReportAdmin):
    list_display = ("title", "goal", "period_end", "kind", "judgement", "state", "known_on", "author")
    list_select_related = ("goal", "author")
    list_filter = ("state", "kind", "judgement", "goal__park")
    search_fields = ("ref", "title", "title_en", "goal__code", "goal__title")
    autocomplete_fields = ("goal", "milestone", "source", "supersedes")
    fieldsets = (
        # Translators: zh 进展
        (
            _("What happened"),
            {
                "fields": ("goal", "title", "title_en", "kind", "milestone"),
                # Translators: zh 公开后所有人在目标页上可见。
                "description": _("Once published everybody sees it on the goal's page."),
            },
        ),
        # Translators: zh 判断
        (
            _("Judgement"),
            {
                "fields": ("judgement", "reason", "reason_en"),
                # Translators: zh 有自有数列的目标由数值判定，不在这里判断。已达成或未达成都要写明依据，依据随之公开。
                "description": _(
                    "Only for a goal without its own series. Reached and not reached need their grounds, which "
                    "are published."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": (("period_start", "period_end"),)}),
        EVIDENCE,
        CORRECTION,
    )
