"""What may be asked of the list of sources."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from parks.rules.choices import Reliability, SourceKind

from .asked import AskedFor, contains

TEXT = ("title", "title_en", "publisher", "publisher_en", "code")
# Translators: zh 全部
ALL = _("All")


class SourceFilter(AskedFor):
    """Sources of a kind, of a grade, with a text in their title or publisher."""

    # Translators: zh 类别
    kind = ChoiceFilter(label=_("Kind"), choices=SourceKind.choices, empty_label=ALL)
    reliability = ChoiceFilter(
        # Translators: zh 级别
        label=_("Grade"),
        choices=[
            # Translators: zh 甲：发布机构原址 / 乙：转载或摘要 / 丙：存疑
            (Reliability.HIGH, _("A: the publisher's own address")),
            (Reliability.MEDIUM, _("B: reprint or digest")),
            (Reliability.LOW, _("C: doubtful")),
        ],
        empty_label=ALL,
    )
    # Translators: zh 题名或发布者含
    q = CharFilter(label=_("Title or publisher contains"), max_length=60, method="text")

    def text(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return contains(rows, value, TEXT)
