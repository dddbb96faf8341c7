"""A register in which nothing stands yet: lists and the pages about the register are friendly, rows are not found."""

import pytest

from tests.house.addresses import DETAILS, LANGUAGES, LISTS, Address, ask, days, header_faults, tell
from tests.house.markup import Sheet

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_every_list_answers(name, language):
    faults = {}
    for address in (Address(name), *(Address(name).asking(**day) for day in days())):
        path = address.path(language)
        answer = ask(path)
        found = header_faults(answer, language)
        if answer.status == 200:
            sheet = Sheet(answer.html)
            found += sheet.faults()
            if not sheet.title or not sheet.description:
                found.append("no title or no description")
        else:
            found.append(answer.told)
        if found:
            faults[path] = found
    assert not faults, tell(faults)


@pytest.mark.parametrize("name", [name for name in LISTS if name not in ("method", "about")])
def test_a_list_without_rows_says_so(name):
    sheet = Sheet(ask(Address(name).path("en")).html)
    assert any("empty" in (element.get("class") or "").split() for element in sheet.elements), name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DETAILS)
def test_a_row_is_not_found(name, language):
    answer = ask(Address(name, "none-such").path(language))
    assert answer.status == 404
    assert not Sheet(answer.html).faults()
