"""Pages for what cannot be shown, in the language of the request; they ask the database for nothing."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import activate

from parks.templatetags.site import other_language, site

from .address import BadAddress


def _answer(request: HttpRequest, template: str, status: HTTPStatus, **context) -> HttpResponse:
    # A path outside both languages' addresses is answered in the language its prefix names.
    activate("en" if request.path.startswith("/en/") else settings.LANGUAGE_CODE)
    url, lang, name = other_language(request)
    page = {"alternate_url": url, "alternate_lang": lang, "alternate_name": name}
    return render(request, template, {"page": page, "site": site(), **context}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    problems = exception.problems if isinstance(exception, BadAddress) else []
    return _answer(request, "400.html", HTTPStatus.BAD_REQUEST, problems=problems, back_url=request.path)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, "403.html", HTTPStatus.FORBIDDEN)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # A view says what is missing; an address that leads to no view says nothing that a reader could use.
    told = exception.args[0] if exception and exception.args else ""
    problems = [told] if isinstance(told, str) and told else []
    return _answer(request, "404.html", HTTPStatus.NOT_FOUND, problems=problems)


def server_error(request: HttpRequest) -> HttpResponse:
    """Stands alone: whatever failed may fail again, so there is no context at all."""
    return HttpResponse(loader.get_template("500.html").render(), status=HTTPStatus.INTERNAL_SERVER_ERROR)
