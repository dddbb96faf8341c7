"""Every public page of the real register, in both languages, today: it answers, it is sound, it says what it is."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from tests.house.addresses import (
    DETAILS,
    LANGUAGES,
    LISTS,
    Address,
    Answer,
    ask,
    every_detail,
    every_list,
    header_faults,
    tell,
)
from tests.house.markup import Sheet, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

BOTH = pytest.mark.parametrize("language", LANGUAGES)
HOST = "http://testserver"


def of_noun(name: str) -> list[Address]:
    return [address for address in every_detail() if address.name == name]


def opened(address: Address, language: str) -> tuple[Answer, Sheet]:
    answer = ask(address.path(language))
    return answer, Sheet(answer.html)


def self_description_faults(address: Address, language: str, sheet: Sheet) -> list[str]:
    """Language, title, description, and the pair of addresses that point at each other."""
    found = []
    if sheet.language != LANGUAGES[language]:
        found.append(f"lang is {sheet.language!r}")
    if len(sheet.title) < 4:
        found.append(f"the title is {sheet.title!r}")
    if not 20 <= len(sheet.description) <= 320:
        found.append(f"a description of {len(sheet.description)} characters: {sheet.description[:60]!r}")
    if re.search(r"<[a-z/]", sheet.title + sheet.description):
        found.append("markup in the title or the description")
    zh, en = (HOST + address.path(one) for one in ("zh-hans", "en"))
    own = {"zh-hans": zh, "en": en}[language]
    if sheet.alternates() != {"canonical": own, "zh-Hans": zh, "en": en, "x-default": zh}:
        found.append(f"the addresses in its head are {sheet.alternates()}")
    other = "en" if language == "zh-hans" else "zh-hans"
    switch = [e for e in sheet.all("a") if e.get("hreflang") == LANGUAGES[other] and e.get("lang")]
    if [urlsplit(e.get("href"))[2:4] for e in switch] != [urlsplit(address.path(other))[2:4]]:
        found.append("the language link does not lead to the same page")
    return found


def page_faults(address: Address, language: str) -> tuple[list[str], Sheet | None]:
    answer = ask(address.path(language))
    if answer.status != 200:
        return [answer.told], None
    sheet = Sheet(answer.html)
    return [
        *header_faults(answer, language),
        *sheet.faults(),
        *self_description_faults(address, language, sheet),
    ], sheet


def check(addresses: list[Address], language: str) -> None:
    faults, titles, descriptions = {}, Counter(), Counter()
    for address in addresses:
        found, sheet = page_faults(address, language)
        if found:
            faults[address.path(language)] = found
        if sheet:
            titles[sheet.title] += 1
            descriptions[sheet.description] += 1
    shared = [f"shared by {count} pages: {text}" for text, count in (titles + descriptions).items() if count > 1]
    if shared:
        faults["titles and descriptions"] = shared
    assert not faults, tell(faults)


@BOTH
def test_the_lists_and_the_pages_about_the_register_are_sound(language):
    check(every_list(), language)


@BOTH
@pytest.mark.parametrize("name", DETAILS)
def test_the_page_of_every_row_is_sound(name, language):
    addresses = of_noun(name)
    assert addresses
    check(addresses, language)


@BOTH
def test_every_link_leads_to_a_page(language):
    known = {address.path(language) for address in (*every_list(), *every_detail())}
    follow: dict[str, str] = {}
    for path in sorted(known):
        answer = ask(path)
        if answer.status == 200:
            for link in Sheet(answer.html).links() - known:
                follow.setdefault(link, path)
    faults = {}
    for link, seen_on in follow.items():
        answer = ask(link)
        allowed = {302} if "/admin/" in link else {200}
        if answer.status not in allowed:
            faults[seen_on] = [*faults.get(seen_on, []), f"{link}: {answer.told}"]
    assert not faults, tell(faults)


@BOTH
@pytest.mark.parametrize("name", LISTS)
def test_the_crumbs_and_the_navigation_name_where_one_is(name, language):
    _, sheet = opened(Address(name), language)
    current = [text_of(e) for e in sheet.all("a") if e.get("aria-current") == "page"]
    assert len(current) <= 1
    assert current or name == "about"
