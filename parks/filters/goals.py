"""What may be asked of the list of goals."""

from collections.abc import Iterable

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import CharFilter, ChoiceFilter, MultipleChoiceFilter

from parks.queries.goals import GoalLine, ordered, standing_among
from parks.rules.choices import Nature, Standing

from .asked import AskedFor, contains

NONE = "none"
PAST = "past"
TEXT = ("title", "title_en", "label", "label_en", "statement", "statement_en")
# Translators: zh 全部
ALL = _("All")


def terms_of(line: GoalLine) -> str:
    """How a goal is stated: dated (a number and a date), undated (a number alone) or words."""
    if not line.has_number:
        return "words"
    return "dated" if line.due_on else "undated"


class GoalFilter(AskedFor):
    """Goals of a park, under a dimension, of a nature, with a text.

    `parks` and `dimensions` are (code, name) pairs, `years` the years in which goals are due: handed in, so that
    proving a value asks the database for nothing. Standing, year and order are only read and proved here, since a
    standing and a revised due date are known once they have been computed: `among()` picks and orders the lines.
    """

    # Translators: zh 园区
    park = ChoiceFilter(field_name="park__code", label=_("Park"), empty_label=ALL)
    # Translators: zh 五好
    dimension = ChoiceFilter(field_name="dimension__code", label=_("Aspect"), empty_label=ALL)
    # Translators: zh 期限
    due = ChoiceFilter(label=_("Year due"), empty_label=ALL, method="later")
    nature = ChoiceFilter(
        # Translators: zh 计量
        label=_("Measured as"),
        # Translators: zh 没有数列
        choices=[*Nature.choices, (NONE, pgettext_lazy("nature", "no series"))],
        empty_label=ALL,
        method="of_nature",
    )
    terms = ChoiceFilter(
        # Translators: zh 写法
        label=_("Stated as"),
        choices=[
            # Translators: zh 有数字，有期限
            ("dated", _("a number and a date")),
            # Translators: zh 有数字，无期限
            ("undated", _("a number, no date")),
            # Translators: zh 没有数字
            ("words", _("words only")),
        ],
        empty_label=ALL,
        method="later",
    )
    # Translators: zh 名称或内容含
    q = CharFilter(label=_("Title or text contains"), max_length=60, method="text")
    sort = ChoiceFilter(
        # Translators: zh 排序
        label=_("Order"),
        choices=[
            # Translators: zh 按期限
            ("due", _("by year due")),
            # Translators: zh 按园区
            ("park", _("by park")),
            # Translators: zh 按状态
            ("standing", _("by standing")),
            # Translators: zh 按最近消息
            ("news", _("by latest news")),
        ],
        empty_label=None,
        method="later",
    )
    standing = MultipleChoiceFilter(
        # Translators: zh 状态
        label=_("Standing"),
        choices=Standing.choices,
        widget=forms.CheckboxSelectMultiple,
        method="later",
    )

    def __init__(
        self,
        data: QueryDict,
        queryset: QuerySet,
        *,
        parks: Iterable[tuple[str, str]],
        dimensions: Iterable[tuple[str, str]],
        years: Iterable[int],
    ):
        super().__init__(data, queryset=queryset)
        fields = self.form.fields
        fields["park"].choices = list(parks)
        fields["dimension"].choices = list(dimensions)
        fields["due"].choices = [
            # Translators: zh 已到期
            (PAST, _("already due")),
            *((str(year), str(year)) for year in years),
            # Translators: zh 没有期限
            (NONE, _("no deadline")),
        ]

    def later(self, rows: QuerySet, name: str, value) -> QuerySet:
        return rows

    def of_nature(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        if value == NONE:
            return rows.filter(series__isnull=True)
        return rows.filter(series__indicator__nature=value)

    def text(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return contains(rows, value, TEXT)

    def among(self, lines: Iterable[GoalLine]) -> list[GoalLine]:
        """The lines with the standings and the year asked for, in the order asked for. Raises BadAddress."""
        self.refuse()
        asked = self.form.cleaned_data
        lines = standing_among(lines, asked["standing"])
        if asked["terms"]:
            lines = [line for line in lines if terms_of(line) == asked["terms"]]
        if asked["due"] == PAST:
            lines = [line for line in lines if line.is_past_due]
        elif asked["due"]:
            lines = [line for line in lines if (str(line.due_on.year) if line.due_on else NONE) == asked["due"]]
        return ordered(lines, self.order)

    @property
    def order(self) -> str:
        """due, park, standing or news."""
        return self.asked("sort", "due")
