"""What an address may ask for: the day, the clock, known names only, and nothing that sharing added."""

from fnmatch import fnmatchcase
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from parks.filters.moment import TIME, BadAddress, moment_of, page_number, refuse_unknown
from parks.queries.moment import Moment

__all__ = [
    "TIME",
    "BadAddress",
    "address",
    "link_out",
    "moment_of",
    "page_number",
    "refuse_unknown",
    "time_query",
    "without_sharing",
]


def without_sharing(query: QueryDict) -> QueryDict | None:
    """The query without the parameters that sharing adds, or None when it had none of them."""
    added = [name for name in query if any(fnmatchcase(name, pattern) for pattern in settings.SHARING_PARAMETERS)]
    if not added:
        return None
    rest = query.copy()
    for name in added:
        del rest[name]
    return rest


def time_query(moment: Moment) -> list[tuple[str, str]]:
    """The parameters that keep the shown day in a link; none for today."""
    if not moment.is_past:
        return []
    return [("as_of", moment.on.isoformat()), *([("known", "now")] if moment.with_hindsight else [])]


def address(request: HttpRequest, **changes: str | None) -> str:
    """This page with some parameters changed, or dropped where None."""
    query = request.GET.copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = value
    text = urlencode(list(query.lists()), doseq=True)
    return f"{request.path}?{text}" if text else request.path


def link_out(url: str) -> SafeString | str:
    """An address of another site as a link; anything but http is shown and not linked."""
    if not url.startswith(("http://", "https://")):
        return url
    return format_html('<a href="{}" rel="noopener">{}</a>', url, url)
