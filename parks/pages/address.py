"""What an address may ask for: the day, the clock, known names only, and nothing that sharing added."""

from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from parks.queries.moment import Moment

TIME = ("as_of", "known")


class BadAddress(Exception):
    """The address asks for something unknown; `problems` are sentences that say what."""

    def __init__(self, problems: Iterable[str]):
        self.problems = list(problems)
        super().__init__(" ".join(self.problems))


def without_sharing(query: QueryDict) -> QueryDict | None:
    """The query without the parameters that sharing adds, or None when it had none of them."""
    added = [name for name in query if any(fnmatchcase(name, pattern) for pattern in settings.SHARING_PARAMETERS)]
    if not added:
        return None
    rest = query.copy()
    for name in added:
        del rest[name]
    return rest


def refuse_unknown(query: QueryDict, allowed: Iterable[str]) -> None:
    """Raises BadAddress for a name that the page does not know, and for a single-valued one given twice."""
    allowed = {*allowed, *TIME}
    problems = [
        _("“%(name)s” is not something this page can be asked for.") % {"name": name[:60]}
        for name in query
        if name not in allowed
    ]
    problems += [
        _("“%(name)s” is given more than once.") % {"name": name} for name in TIME if len(query.getlist(name)) > 1
    ]
    if problems:
        raise BadAddress(problems)


def moment_of(query: QueryDict) -> Moment:
    """The moment an address asks for; today without one. Raises BadAddress for a bad or future day."""
    today = timezone.localdate()
    asked, clock = query.get("as_of", ""), query.get("known", "")
    if clock not in ("", "now"):
        raise BadAddress([_("“known” can only be “now” or be left out.")])
    if not asked:
        return Moment.now(today)
    try:
        on = date.fromisoformat(asked) if len(asked) == 10 else None
    except ValueError:
        on = None
    if on is None:
        raise BadAddress([_("“%(day)s” is not a date; write it as 2022-08-31.") % {"day": asked[:40]}])
    if on > today:
        raise BadAddress([_("%(day)s lies in the future; the register shows days up to today.") % {"day": on}])
    return Moment(on=on, known_by=today if clock == "now" else on, today=today)


def time_query(moment: Moment) -> list[tuple[str, str]]:
    """The parameters that keep the shown day in a link; none for today."""
    if not moment.is_past:
        return []
    return [("as_of", moment.on.isoformat()), *([("known", "now")] if moment.with_hindsight else [])]


def page_number(query: QueryDict) -> int:
    """The page asked for, from 1. Raises BadAddress when it is no such number."""
    asked = query.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and 0 < int(asked[:9]) and len(asked) < 10):
        raise BadAddress([_("“%(page)s” is not a page number.") % {"page": asked[:40]}])
    return int(asked)


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
