"""The units of the quantities."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Unit

from .base import RegisterAdmin


@admin.register(Unit)
class UnitAdmin(RegisterAdmin):
    list_display = ("symbol", "symbol_en", "name", "quantity", "factor", "code")
    list_filter = ("quantity",)
    search_fields = ("code", "symbol", "symbol_en", "name", "name_en")
    fixed = ("code", "quantity", "factor")
    fields = (("symbol", "symbol_en"), ("name", "name_en"), "code", "quantity", "factor")
    help_texts = {
        # Translators: zh 一个本单位等于多少个基本单位：亿元为100000000，万元为10000。此后不能修改。
        "factor": _("How many base units make one of it: 100000000 for 亿元, 10000 for 万元. It cannot change later.")
    }
