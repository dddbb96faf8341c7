"""The manners of every FilterSet here: the address decides alone, and what is not a choice is refused by name."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django_filters import FilterSet

from .moment import BadAddress


class AskedFor(FilterSet):
    """A list's filters. `names` are the parameters it knows; `queryset()` raises BadAddress for a bad value.

    A parameter that takes one value is refused when it is given twice: neither of the two is silently dropped.
    """

    @classmethod
    def names(cls) -> tuple[str, ...]:
        return tuple(cls.base_filters)

    def problems(self) -> list[str]:
        """Sentences that name each bad value; empty where everything asked for can be answered."""
        found = []
        for name, field in self.form.fields.items():
            given = self.data.getlist(name) if isinstance(self.data, QueryDict) else []
            many = getattr(field.widget, "allow_multiple_selected", False)
            if len(given) > 1 and not many:
                # Translators: zh “%(name)s”给了不止一次。
                found.append(_("“%(name)s” is given more than once.") % {"name": name})
        for name, errors in self.form.errors.items():
            for error in errors:
                # Translators: zh %(name)s：%(error)s
                found.append(_("%(name)s: %(error)s") % {"name": name, "error": Truncator(error).chars(160)})
        return found

    def asked(self, name: str, default: str = "") -> str:
        """The cleaned value of a single choice, or `default` where it was left open. Raises BadAddress."""
        self.refuse()
        return self.form.cleaned_data.get(name) or default

    def refuse(self) -> None:
        """Raises BadAddress when something asked for is not among the choices."""
        if problems := self.problems():
            raise BadAddress(problems)

    def rows(self) -> QuerySet:
        """The queryset asked for. Raises BadAddress."""
        self.refuse()
        return self.qs

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the order was asked for."""
        cleaned = self.form.cleaned_data if self.form.is_valid() else {}
        return any(value not in ("", None, []) for name, value in cleaned.items() if name != "sort")


def contains(rows: QuerySet, text: str, columns: Iterable[str]) -> QuerySet:
    """Rows with `text` in one of these columns, whatever the case of its letters."""
    return rows.filter(reduce(or_, (Q(**{f"{column}__icontains": text}) for column in columns)))
