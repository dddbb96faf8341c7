"""What may be asked of the list of parks."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from parks.models import Park

from .asked import AskedFor, contains

TEXT = ("code", "name", "name_en", "short_name", "short_name_en", "positioning", "positioning_en")
# Translators: zh 全部
ALL = _("All")


class ParkFilter(AskedFor):
    """Parks of a district, with a text. `districts` are (district, name) pairs, handed in."""

    # Translators: zh 所在
    district = ChoiceFilter(label=_("District"), empty_label=ALL)
    # Translators: zh 名称或定位含
    q = CharFilter(label=_("Name or positioning contains"), max_length=60, method="text")

    def __init__(self, data: QueryDict, queryset: QuerySet[Park], *, districts: Iterable[tuple[str, str]]):
        super().__init__(data, queryset=queryset)
        self.form.fields["district"].choices = list(districts)

    def text(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return contains(rows, value, TEXT)
