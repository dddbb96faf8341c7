"""The people with an account. What they may do stands in their memberships, not in Django's groups."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from parks.models import Membership, User

from .base import RegisterAdmin
from .inlines import PartOfParent

admin.site.unregister(Group)


class MembershipInline(PartOfParent):
    model = Membership
    fields = ("role", "park")


@admin.register(User)
class UserAdmin(RegisterAdmin, StockUserAdmin):
    is_public_text = False
    list_display = ("username", "full_name", "email", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_active", "memberships__role")
    search_fields = ("username", "first_name", "last_name", "email")
    # Translators: zh 按用户名、姓名或邮箱查找
    search_help_text = _("Searches user names, names and addresses")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    inlines = (MembershipInline,)
    fieldsets = (
        # Translators: zh 人员
        (_("The person"), {"fields": ("username", "password", ("last_name", "first_name"), "email")}),
        # Translators: zh 权限
        (
            _("What this person may do"),
            {
                "fields": ("is_active", "is_staff", "is_superuser"),
                # Translators: zh 进入后台要勾选“职员”；能做什么由下方的角色决定。停用账户而不删除，所做的每一步都保留。
                "description": _(
                    "Staff may enter here; what they may do follows from the memberships below. An account is made "
                    "inactive, never deleted: its acts stay on record. Only officials see this page."
                ),
            },
        ),
        # Translators: zh 时间
        (_("When"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "username",
                    "last_name",
                    "first_name",
                    "usable_password",
                    "password1",
                    "password2",
                    "is_staff",
                ),
            },
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody gains a superuser's powers by changing a superuser's account."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (request.user.is_superuser or obj is None or not obj.is_superuser)

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else [*fields, "is_superuser"]

    # Translators: zh 姓名
    @admin.display(description=_("name"))
    def full_name(self, obj: User) -> str:
        return obj.get_full_name()
