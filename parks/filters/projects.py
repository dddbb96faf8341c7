"""What may be asked of the list of projects."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.forms import TextInput
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import CharFilter, ChoiceFilter

from parks.models import Project
from parks.rules.choices import ProjectKind, Stage

from .asked import AskedFor, contains

UNRECORDED = "unrecorded"
TEXT = ("name", "name_en", "label", "label_en", "summary", "summary_en", "developer", "developer_en")
# Translators: zh 全部
ALL = _("All")


class ProjectFilter(AskedFor):
    """Projects of a park, of a kind, with a text. `parks` are (code, name) pairs.

    Stage and order are only read and proved here: a stage on a day is known once it has been computed.
    """

    # Translators: zh 园区
    park = ChoiceFilter(field_name="park__code", label=_("Park"), empty_label=ALL)
    stage = ChoiceFilter(
        # Translators: zh 阶段
        label=_("Stage"),
        # Translators: zh 未记录
        choices=[*Stage.choices, (UNRECORDED, pgettext_lazy("stage", "not recorded"))],
        empty_label=ALL,
        method="later",
    )
    # Translators: zh 类别
    kind = ChoiceFilter(label=_("Kind"), choices=ProjectKind.choices, empty_label=ALL)
    own = ChoiceFilter(
        # Translators: zh 归属
        label=_("Whose"),
        # Translators: zh 园区自己的 / 省、市或他方在园区的
        choices=[("yes", _("the park's own")), ("no", _("others', in the park"))],
        empty_label=ALL,
        method="whose",
    )
    # Translators: zh 文字含
    q = CharFilter(label=_("Text contains"), max_length=60, method="text", widget=TextInput(attrs={"size": 12}))
    sort = ChoiceFilter(
        # Translators: zh 排序
        label=_("Order"),
        choices=[
            # Translators: zh 按园区
            ("park", _("by park")),
            # Translators: zh 按开工日期
            ("started", _("by start")),
            # Translators: zh 按最近消息
            ("news", _("by latest news")),
        ],
        # Translators: zh 按阶段
        empty_label=_("by stage"),
        method="later",
    )

    def __init__(self, data: QueryDict, queryset: QuerySet[Project], *, parks: Iterable[tuple[str, str]]):
        super().__init__(data, queryset=queryset)
        self.form.fields["park"].choices = parks

    def later(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows

    def whose(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(is_own=value == "yes")

    def text(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return contains(rows, value, TEXT)
