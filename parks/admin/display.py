"""How the admin words what it shows: figures, shares, standings, and links to lists and rows."""

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from parks.models import Goal, Unit
from parks.rules.choices import Freshness

NOTHING = "–"


def figure(value: Decimal | None, unit: Unit | None) -> str:
    """A value as entered, with its unit and without trailing zeros."""
    return NOTHING if value is None else f"{value.normalize():f} {unit or ''}".strip()


def percent(share: Decimal | None) -> str:
    """A share of one in percent, cut to a tenth: 99.96 % is not yet 100."""
    return NOTHING if share is None else f"{(share * 100).quantize(Decimal('0.1'), ROUND_DOWN)}%"


def standing_words(goal: Goal) -> str:
    """The word of a standing, what it rests on, and its age where the news is old."""
    words = [goal.get_standing_display()]
    if goal.standing_detail:
        words.append(goal.get_standing_detail_display())
    if goal.freshness != Freshness.CURRENT:
        words.append(goal.get_freshness_display())
    return " · ".join(str(word) for word in words)


def list_address(model: type[Model], **lookups: object) -> str:
    """The address of a noun's list, limited by `lookups`."""
    return f"{reverse(f'admin:parks_{model._meta.model_name}_changelist')}?{urlencode(lookups)}"


def add_address(model: type[Model], **initial: object) -> str:
    """The address of a noun's form for a new row, with some fields filled."""
    return f"{reverse(f'admin:parks_{model._meta.model_name}_add')}?{urlencode(initial)}"


def row_link(row: Model | None) -> str | SafeString:
    """A link to a row's own page in the admin, worded as the row words itself."""
    if row is None:
        return NOTHING
    address = reverse(f"admin:parks_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, row)


def link_list(links: Iterable[tuple[str, str]]) -> SafeString:
    """A list of links from (address, words)."""
    items = format_html_join("", '<li><a href="{}">{}</a></li>', links)
    return format_html("<ul>{}</ul>", items)
