"""What every answer does: read the address, know the day and the language, refuse what is unknown by name."""

from collections.abc import Sequence
from functools import cached_property

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language, get_language_from_request, override
from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.exceptions import APIException, MethodNotAllowed
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from parks.filters.moment import BadAddress, moment_of, page_number, refuse_unknown
from parks.queries.register import RegisterState, register_state

PER_PAGE = 100
LANGUAGES = {"zh": "zh-hans", "en": "en"}


class ReadView(APIView):
    """A read-only answer for any day. Subclasses name what they may be asked besides the day and the language."""

    http_method_names = ["get", "head", "options"]
    allows: tuple[str, ...] = ()

    def dispatch(self, request, *args, **kwargs):
        asked = LANGUAGES.get(request.GET.get("lang", ""))
        with override(asked or get_language_from_request(request)):
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args, **kwargs) -> None:
        if request.method.lower() not in self.http_method_names:
            raise MethodNotAllowed(request.method)
        # Before DRF reads `format` from the address: no name is silently known here.
        query = request.query_params
        refuse_unknown(query, (*self.allows, "lang"))
        if "lang" in query and (query["lang"] not in LANGUAGES or len(query.getlist("lang")) > 1):
            # Translators: zh “lang”只能写“zh”或“en”。
            raise BadAddress([_("“lang” can only be “zh” or “en”.")])
        self.moment = moment_of(query)
        super().initial(request, *args, **kwargs)

    def finalize_response(self, request: Request, response: Response, *args, **kwargs) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers["Content-Language"] = get_language()
        return response

    @cached_property
    def state(self) -> RegisterState:
        """The register on the day: one query."""
        return register_state(self.moment)

    def handle_exception(self, exc: Exception) -> Response:
        """Every refusal in one shape; what is no refusal stays an error of the server."""
        problems = []
        if isinstance(exc, BadAddress):
            code, title, problems = status.HTTP_400_BAD_REQUEST, "Bad Request", exc.problems
        elif isinstance(exc, Http404):
            code, title, problems = status.HTTP_404_NOT_FOUND, "Not Found", [str(exc)] if str(exc) else []
        elif isinstance(exc, APIException):
            code, title, problems = exc.status_code, str(exc.default_detail), [str(exc.detail)]
        else:
            raise exc
        body = {"title": title, "status": code, "detail": " ".join(problems), "problems": problems}
        # A refusal before content negotiation still needs a renderer.
        neg = self.perform_content_negotiation(self.request, force=True)
        self.request.accepted_renderer, self.request.accepted_media_type = neg
        return Response(body, status=code)

    def day(self) -> dict:
        """Which day the answer is of, and what day's knowledge it rests on."""
        return {"as_of": self.moment.on.isoformat(), "known_by": self.moment.known_by.isoformat()}

    def listed(self, rows: Sequence, serialize) -> Response:
        """One page of rows; `serialize` turns those of the page into data."""
        number = page_number(self.request.query_params)
        pages = Paginator(rows, PER_PAGE)
        if number > pages.num_pages:
            # Translators: zh 没有第%(number)s页。
            raise Http404(_("There is no page %(number)s.") % {"number": number})
        shown = pages.page(number)
        return Response(
            {
                **self.day(),
                "count": pages.count,
                "page": number,
                "pages": pages.num_pages,
                "next": self._page(number + 1) if shown.has_next() else None,
                "previous": self._page(number - 1) if shown.has_previous() else None,
                "results": serialize(list(shown.object_list)),
            }
        )

    def one(self, data: dict) -> Response:
        return Response({**self.day(), **data})

    def unknown(self, code: str) -> Http404:
        # Translators: zh 册内没有“%(code)s”，或者在所看的那一天还没有。
        return Http404(_("The record has no “%(code)s”, or had none on the day shown.") % {"code": code})

    def _page(self, number: int) -> str:
        query = self.request.query_params.copy()
        query["page"] = str(number)
        return self.request.build_absolute_uri(f"{self.request.path}?{query.urlencode()}")

    def address(self, name: str) -> str:
        return self.request.build_absolute_uri(reverse(name))
