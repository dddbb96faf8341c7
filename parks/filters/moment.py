"""What every address may ask for: the day, the clock and a page; anything unknown is refused with a sentence."""

from collections.abc import Iterable
from datetime import date

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from parks.queries.moment import Moment

TIME = ("as_of", "known")


class BadAddress(Exception):
    """The address asks for something unknown; `problems` are sentences that say what."""

    def __init__(self, problems: Iterable[str]):
        self.problems = list(problems)
        super().__init__(" ".join(self.problems))


def refuse_unknown(query: QueryDict, allowed: Iterable[str]) -> None:
    """Raises BadAddress for a name that the page does not know, and for a day given twice."""
    allowed = {*allowed, *TIME}
    problems = [
        # Translators: zh 这里不认得“%(name)s”这个条件。
        _("“%(name)s” is not something that can be asked for here.") % {"name": name[:60]}
        for name in query
        if name not in allowed
    ]
    once = (*TIME, "page")
    # Translators: zh “%(name)s”给了不止一次。
    problems += [_("“%(name)s” is given more than once.") % {"name": n} for n in once if len(query.getlist(n)) > 1]
    if problems:
        raise BadAddress(problems)


def moment_of(query: QueryDict) -> Moment:
    """The moment an address asks for; today without one. Raises BadAddress for a bad or future day."""
    today = timezone.localdate()
    asked, clock = query.get("as_of", ""), query.get("known", "")
    if clock not in ("", "now"):
        # Translators: zh “known”只能写“now”，或者不写。
        raise BadAddress([_("“known” can only be “now” or be left out.")])
    if not asked:
        return Moment.now(today)
    try:
        on = date.fromisoformat(asked) if len(asked) == 10 else None
    except ValueError:
        on = None
    if on is None:
        # Translators: zh “%(day)s”不是日期；请写成2022-08-31的样子。
        raise BadAddress([_("“%(day)s” is not a date; write it as 2022-08-31.") % {"day": asked[:40]}])
    if on > today:
        # Translators: zh %(day)s还没有到；册内只到今天为止。
        raise BadAddress([_("%(day)s lies in the future; the register shows days up to today.") % {"day": on}])
    return Moment(on=on, known_by=today if clock == "now" else on, today=today)


def page_number(query: QueryDict) -> int:
    """The page asked for, from 1. Raises BadAddress when it is no such number."""
    asked = query.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and int(asked[:9]) > 0 and len(asked) < 10):
        # Translators: zh “%(page)s”不是页码。
        raise BadAddress([_("“%(page)s” is not a page number.") % {"page": asked[:40]}])
    return int(asked)
