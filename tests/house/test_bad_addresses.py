"""What an address may get wrong: the answer names it, in the language of the request, and is never a 500."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.house.addresses import DETAILS, LANGUAGES, LISTS, Address, ask, every_detail
from tests.house.markup import Sheet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

BOTH = pytest.mark.parametrize("language", LANGUAGES)


def sound_refusal(path: str, language: str, status: int) -> Sheet:
    """The page that refuses `path`; itself without a fault, in the language, not for search engines."""
    answer = ask(path)
    assert answer.status == status, path
    sheet = Sheet(answer.html)
    assert sheet.faults() == [], path
    assert sheet.language == LANGUAGES[language], path
    assert sheet.one("meta", name="robots").get("content") == "noindex", path
    assert "default-src 'none'" in answer.response.headers["Content-Security-Policy"]
    assert answer.queries == [] or status == 404 or len(answer.queries) <= 6
    return sheet


@BOTH
@pytest.mark.parametrize("name", DETAILS)
def test_an_unknown_row_is_not_found(name, language):
    sound_refusal(Address(name, "none-such").path(language), language, 404)


@BOTH
def test_an_unknown_page_is_not_found(language):
    prefix = "" if language == "zh-hans" else "/en"
    for path in ("/nowhere/", "/parks/a/b/", "/parks/%3Cscript%3E/", "/goals/no.dots/", "/%00/", "/%ff/", "/园区/"):
        sound_refusal(prefix + path, language, 404)


@BOTH
@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_parameter_is_refused_and_named(name, language):
    sheet = sound_refusal(Address(name).asking(nonsense="1").path(language), language, 400)
    assert "nonsense" in sheet.text


@BOTH
@pytest.mark.parametrize(
    "day", ["2022-13-45", "2022-02-30", "yesterday", "20220831", "2022-8-31", "2022-08-31T00", "0"]
)
@pytest.mark.parametrize("name", ["overview", "goals", "method"])
def test_a_day_that_is_none_is_refused_and_named(name, day, language):
    sheet = sound_refusal(Address(name).asking(as_of=day).path(language), language, 400)
    assert day in sheet.text


@BOTH
@pytest.mark.parametrize("name", LISTS)
def test_a_future_day_is_refused_and_named(name, language):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    for day in (tomorrow, "9999-12-31"):
        assert day in sound_refusal(Address(name).asking(as_of=day).path(language), language, 400).text


@BOTH
@pytest.mark.parametrize("query", ["known=maybe", "known=now&known=", "as_of=2022-08-31&as_of=2022-09-01"])
def test_a_clock_or_a_day_that_cannot_be_is_refused_and_named(query, language):
    sheet = sound_refusal(Address("goals", query=query).path(language), language, 400)
    assert query.split("=")[0] in sheet.text


@BOTH
@pytest.mark.parametrize("page", ["abc", "0", "-1", "1.5", "１", "9" * 40])
@pytest.mark.parametrize("name", ["goals", "projects"])
def test_a_page_that_is_no_number_is_refused_and_named(name, page, language):
    sheet = sound_refusal(Address(name).asking(page=page).path(language), language, 400)
    assert page[:20] in sheet.text


@BOTH
@pytest.mark.parametrize("name", ["goals", "projects", "sources", "indicators"])
def test_the_first_page_is_the_list_and_a_page_past_the_end_is_not_found(name, language):
    first = ask(Address(name).asking(page="1").path(language))
    assert first.status == 200
    assert Sheet(first.html).faults() == []
    sound_refusal(Address(name).asking(page="999").path(language), language, 404)


@BOTH
@pytest.mark.parametrize("name", LISTS)
def test_what_sharing_adds_is_redirected_away(name, language):
    path = Address(name).path(language)
    answer = ask(f"{path}?utm_source=wechat&from=timeline&isappinstalled=0&as_of=2022-08-31&scene=2")
    assert (answer.status, answer.response.headers["Location"]) == (302, f"{path}?as_of=2022-08-31")
    answer = ask(f"{path}?gclid=1&fbclid=2")
    assert (answer.status, answer.response.headers["Location"]) == (302, path)


def one_of_each() -> list[Address]:
    details = {address.name: address for address in every_detail()}
    return [*(Address(name) for name in LISTS), *details.values()]


def test_a_detail_page_refuses_what_it_does_not_know():
    for address in one_of_each():
        for query in ("nonsense=1", "as_of=never"):
            path = Address(address.name, address.code, query).path("en")
            assert ask(path).status == 400, path


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_sent_to_a_public_page(method):
    client = Client(raise_request_exception=False)
    for address in one_of_each():
        answer = getattr(client, method)(address.path("zh-hans"))
        assert answer.status_code == 405, address
        assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_asking_for_the_head_alone_gives_the_same_headers():
    client = Client(raise_request_exception=False)
    for address in one_of_each():
        head, full = client.head(address.path("zh-hans")), client.get(address.path("zh-hans"))
        assert head.status_code == 200, address
        assert head.content == b""
        for name in ("Content-Type", "Content-Language", "Content-Security-Policy"):
            assert head.headers[name] == full.headers[name]


@pytest.mark.parametrize("query", ["%00", "as_of=%00", "q=%00", "q=%ff%fe", "%ff=1", "=", "&&&", "as_of", "a" * 4000])
def test_a_garbled_query_never_breaks_a_page(query):
    for name in LISTS:
        assert ask(Address(name, query=query).path("en")).status in (200, 400), (name, query[:20])


@BOTH
def test_an_address_without_its_last_slash_is_led_there(language):
    for name in LISTS:
        path = Address(name).path(language)
        if path not in ("/", "/en/"):
            answer = ask(f"{path[:-1]}?as_of=2022-08-31")
            assert (answer.status, answer.response.headers["Location"]) == (301, f"{path}?as_of=2022-08-31")


def test_the_language_follows_the_address_and_not_the_browser():
    client = Client(headers={"accept-language": "en"}, raise_request_exception=False)
    assert client.get("/").headers["Content-Language"] == "zh-hans"
    assert client.get("/none/").headers["Content-Language"] == "zh-hans"
