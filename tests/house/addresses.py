"""Which public addresses there are: read from the address book itself, so that a new page is under the laws at once."""

import gzip
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db import connection, models
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.urls.converters import SlugConverter
from django.utils import timezone
from django.utils.translation import override

from parks.models import Goal, Indicator, Park, Project, Source
from parks.pages import urls

LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}  # Django's code to the one of `lang`
NOT_PAGES = {"livez", "readyz"}
ROWS: dict[str, type[models.Model]] = {
    "park": Park,
    "goal": Goal,
    "project": Project,
    "indicator": Indicator,
    "source": Source,
}
_named = {pattern.name: pattern.pattern.converters for pattern in urls.urlpatterns}
LISTS = [name for name, converters in _named.items() if not converters and name not in NOT_PAGES]
DETAILS = [name for name, converters in _named.items() if converters]

PAST = "2022-08-31"
BEFORE_EVERYTHING = "1990-01-01"
MOST_QUERIES = 6
MOST_BYTES = 100_000
MOST_COMPRESSED = 30_000


def days() -> list[dict[str, str]]:
    """The days that every page is asked for besides today without a word."""
    return [
        {"as_of": PAST},
        {"as_of": PAST, "known": "now"},
        {"as_of": BEFORE_EVERYTHING},
        {"as_of": timezone.localdate().isoformat()},
        {"as_of": (timezone.localdate() - timedelta(days=1)).isoformat()},
    ]


@dataclass(frozen=True, slots=True)
class Address:
    """`name` in the address book, `code` of the row or nothing, `query` without its question mark."""

    name: str
    code: str = ""
    query: str = ""

    def path(self, language: str) -> str:
        with override(language):
            path = reverse(self.name, args=[self.code] if self.code else [])
        return f"{path}?{self.query}" if self.query else path

    def asking(self, **query: str) -> "Address":
        return Address(self.name, self.code, urlencode(query))


def every_list() -> list[Address]:
    return [Address(name) for name in LISTS]


def every_detail() -> list[Address]:
    assert set(DETAILS) == set(ROWS), "a page of a noun that these laws do not know: add its model to ROWS"
    for name, converters in _named.items():
        assert not converters or (list(converters) == ["code"] and isinstance(converters["code"], SlugConverter)), name
    return [
        Address(name, code)
        for name, model in ROWS.items()
        for code in model.objects.order_by("code").values_list("code", flat=True)
    ]


def known_on(address: Address) -> date | None:
    """Since when the row of a page is known; None where it carries no such day."""
    model = ROWS[address.name]
    if not any(field.name == "known_on" for field in model._meta.get_fields()):
        return None
    return model.objects.get(code=address.code).known_on


@dataclass(slots=True)
class Answer:
    response: HttpResponse
    queries: list[str]

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def told(self) -> str:
        """The status, and of an error what it was."""
        error = getattr(self.response, "exc_info", None)
        return f"status {self.status}" + (f": {error[1]!r}"[:200] if error else "")

    @property
    def html(self) -> str:
        return self.response.content.decode()


def ask(path: str, client: Client | None = None) -> Answer:
    """Open an address as a visitor; an exception of the page is a 500, as it is for a visitor."""
    client = client or Client(raise_request_exception=False)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    return Answer(response, [query["sql"] for query in asked])


def header_faults(answer: Answer, language: str) -> list[str]:
    """What is wrong with the headers and the size of a page in `language`, Django's code."""
    found, headers = [], answer.response.headers
    if headers.get("Content-Language") != language:
        found.append(f"Content-Language is {headers.get('Content-Language')}")
    if headers.get("Content-Type") != "text/html; charset=utf-8":
        found.append(f"Content-Type is {headers.get('Content-Type')}")
    policy = headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy or "*" in policy:
        found.append(f"the policy is {policy!r}")
    if "Set-Cookie" in headers or answer.response.cookies:
        found.append("it sets a cookie")
    if len(answer.queries) > MOST_QUERIES:
        found.append(f"{len(answer.queries)} queries")
    size, small = len(answer.response.content), len(gzip.compress(answer.response.content, 6))
    if size > MOST_BYTES:
        found.append(f"{size} bytes")
    if small > MOST_COMPRESSED:
        found.append(f"{small} bytes compressed")
    return found


def tell(faults: dict[str, list[str]]) -> str:
    """Every fault once, with how often it occurs and where first: for the message of a failed test."""
    where: dict[str, list[str]] = {}
    for path, found in faults.items():
        for fault in found:
            where.setdefault(fault, []).append(path)
    lines = [f"{fault}  [{len(paths)}x, {paths[0]}]" for fault, paths in where.items()]
    return "\n".join([f"{len(lines)} kinds of fault", *lines[:60]])
