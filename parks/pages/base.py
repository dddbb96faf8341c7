"""What every public page does: read the address, know the day, name itself, answer in the page's language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import View

from parks.queries.moment import Moment
from parks.queries.register import RegisterState, register_state
from parks.templatetags.site import other_language, site

from . import errors
from .address import BadAddress, address, moment_of, page_number, refuse_unknown, time_query, without_sharing

PER_PAGE = 60


@dataclass(slots=True)
class Page:
    """What base.html wants to know of a page."""

    title: str = ""
    description: str = ""
    canonical: str = ""
    alternate_url: str = ""
    alternate_lang: str = ""
    alternate_name: str = ""
    nav: str = ""
    crumbs: list[tuple[str, str]] = field(default_factory=list)
    on: date | None = None
    today: date | None = None
    is_past: bool = False
    known_now: bool = False
    known_by: date | None = None
    last_known_on: date | None = None
    now_url: str = ""
    query_hidden: list[tuple[str, str]] = field(default_factory=list)
    time_query: str = ""
    made_up: bool = False
    slip_count: int = 0


class PublicPage(View):
    """A page of the register for any day. Subclasses set `template`, `nav`, `allows` and write `content()`."""

    http_method_names = ["get", "head", "options"]
    template = ""
    nav = ""
    allows: tuple[str, ...] = ()  # parameters besides the day
    as_of_any_day = True  # False: the page says the same on every day and shows no as-of line

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        rest = without_sharing(request.GET)
        if rest is not None:
            return HttpResponseRedirect(f"{request.path}?{rest.urlencode()}" if rest else request.path)
        try:
            refuse_unknown(request.GET, self.allows)
            self.moment: Moment = moment_of(request.GET)
            return super().dispatch(request, *args, **kwargs)
        except BadAddress as wrong:
            return errors.bad_request(request, wrong)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.page = Page(nav=self.nav)
        context = self.content(**kwargs)
        self._complete(request)
        return render(request, self.template, {**context, "page": self.page, "site": site(), "moment": self.moment})

    def content(self, **kwargs) -> dict:
        """The page's own context; sets self.page's title, description and crumbs. Raises Http404 or BadAddress."""
        raise NotImplementedError

    @cached_property
    def state(self) -> RegisterState:
        """The register on the day: one query."""
        return register_state(self.moment)

    def _complete(self, request: HttpRequest) -> None:
        page, moment = self.page, self.moment
        page.alternate_url, page.alternate_lang, page.alternate_name = other_language(request)
        page.alternate_url = request.build_absolute_uri(page.alternate_url)
        page.canonical = request.build_absolute_uri(request.get_full_path())
        page.slip_count, page.made_up = self.state.park_count, self.state.is_made_up
        page.today = moment.today
        if self.as_of_any_day:
            page.on, page.known_by = moment.on, moment.known_by
            page.is_past, page.known_now = moment.is_past, moment.with_hindsight
            page.last_known_on = self.state.last_known_on
            page.time_query = urlencode(time_query(moment))
            page.now_url = address(request, as_of=None, known=None)
            page.query_hidden = [
                (name, value)
                for name, values in request.GET.lists()
                for value in values
                if name not in ("as_of", "known", "page")
            ]

    def url(self, name: str, *args: str, asked: Sequence[tuple[str, str]] = ()) -> str:
        """The address of another page of the same day; `asked` are that page's own parameters."""
        query = urlencode([*asked, *time_query(self.moment)])
        return reverse(name, args=args) + (f"?{query}" if query else "")

    def crumb(self, name: str, label: str, *args: str) -> tuple[str, str]:
        return label, self.url(name, *args)

    def paged(self, rows: list, per_page: int = PER_PAGE) -> dict:
        """One page of `rows` and the way to its neighbours; a page past the end is a 404."""
        number = page_number(self.request.GET)
        pages = Paginator(rows, per_page)
        if number > pages.num_pages:
            raise Http404(_("There is no page %(number)s.") % {"number": number})
        shown = pages.page(number)

        def at(n: int) -> str:
            return address(self.request, page=str(n) if n > 1 else None)

        return {
            "rows": shown.object_list,
            "number": number,
            "total": pages.num_pages,
            "previous_url": at(number - 1) if shown.has_previous() else "",
            "next_url": at(number + 1) if shown.has_next() else "",
        }
