"""What may be asked of the list of indicators."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from parks.rules.choices import Nature

from .asked import AskedFor, contains

TEXT = ("name", "name_en", "definition", "definition_en", "code")
# Translators: zh 全部
ALL = _("All")


class IndicatorFilter(AskedFor):
    """Indicators of a nature, with a text in their name or definition."""

    # Translators: zh 名称或定义含
    q = CharFilter(label=_("Name or definition contains"), max_length=60, method="text")
    nature = ChoiceFilter(
        # Translators: zh 计量
        label=_("Measured as"),
        choices=Nature.choices,
        empty_label=ALL,
    )

    def text(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return contains(rows, value, TEXT)
