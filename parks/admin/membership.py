"""Who holds which role for which park."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Membership

from .base import RegisterAdmin


@admin.register(Membership)
class MembershipAdmin(RegisterAdmin):
    is_public_text = False
    list_display = ("user", "role", "park")
    list_select_related = ("user", "park")
    list_filter = ("role", "park")
    search_fields = ("user__username", "user__first_name", "user__last_name", "park__name")
    autocomplete_fields = ("user", "park")
    fieldsets = (
        (
            None,
            {
                "fields": ("user", "role", "park"),
                # Translators: zh 填报人写，审核人公开，管理人员管结构，审计人员只看。只有后台人员看得到。
                "description": _(
                    "Reporters write, reviewers publish, managers keep the structure, auditors read everything. "
                    "Only officials see this."
                ),
            },
        ),
    )
