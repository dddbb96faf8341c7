"""What is measured, defined once for all parks."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from parks.models import Indicator

from .history import HistoryAdmin


@admin.register(Indicator)
class IndicatorAdmin(HistoryAdmin):
    list_display = ("name", "name_en", "quantity", "nature", "direction", "unit", "code", "public_page")
    list_select_related = ("unit",)
    list_filter = ("nature", "quantity", "direction")
    search_fields = ("code", "name", "name_en")
    # Another quantity, nature or direction would change what every value of it means: that is another indicator.
    fixed = ("code", "quantity", "nature", "direction")
    page = "indicator"
    fieldsets = (
        # Translators: zh 量什么
        (
            _("What is measured"),
            {
                "fields": ("name", "name_en", "code", "definition", "definition_en"),
                # Translators: zh 定义对所有园区一致，并公开。量、性质和方向定下后不能改，否则等于换了一个指标。
                "description": _(
                    "One definition for all parks, read by everybody. Quantity, nature and direction are settled: "
                    "another one is another indicator."
                ),
            },
        ),
        # Translators: zh 怎么量
        (_("How it is measured"), {"fields": (("quantity", "unit"), "nature", "direction")}),
    )
