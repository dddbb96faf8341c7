"""Every public page for other days: the past, the past with hindsight, before everything, yesterday, today by name."""

from datetime import date

import pytest

from tests.house.addresses import (
    DETAILS,
    LISTS,
    Address,
    ask,
    days,
    every_detail,
    header_faults,
    known_on,
    tell,
)
from tests.house.markup import Sheet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

EVERY_DAY = pytest.mark.parametrize("day", days(), ids=lambda day: "&".join(day.values()))
# Both languages render the same rows; English alone would miss nothing but words, which today's pages prove.
LANGUAGE = "zh-hans"


@EVERY_DAY
@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_answers_for_any_day(name, language, day):
    address = Address(name).asking(**day)
    answer = ask(address.path(language))
    assert answer.status == 200
    faults = {address.path(language): [*header_faults(answer, language), *Sheet(answer.html).faults()]}
    assert not any(faults.values()), tell(faults)


@EVERY_DAY
@pytest.mark.parametrize("name", DETAILS)
def test_the_page_of_a_row_answers_once_the_row_is_known(name, day):
    on = date.fromisoformat(day["as_of"])
    faults = {}
    for number, plain in enumerate(address for address in every_detail() if address.name == name):
        address = plain.asking(**day)
        path = address.path(LANGUAGE)
        answer = ask(path)
        found = header_faults(answer, LANGUAGE)
        since = known_on(plain)
        if since and "known" not in day:
            if answer.status != (200 if since <= on else 404):
                found.append(f"{answer.told}, known since {since}")
        elif answer.status not in (200, 404):
            found.append(answer.told)
        # Reading the markup costs more than making the page: every fourth one is enough for another day.
        if number % 4 == 0 and answer.status in (200, 404):
            found += Sheet(answer.html).faults()
        if found:
            faults[path] = found
    assert not faults, tell(faults)


def test_today_by_name_is_the_page_without_a_day():
    today = days()[3]
    for name in LISTS:
        address = Address(name)
        plain, named = (Sheet(ask(one.path(LANGUAGE)).html) for one in (address, address.asking(**today)))
        assert named.text == plain.text, name


@pytest.mark.parametrize("name", sorted({"overview", "parks", "goals", "projects"} & set(LISTS)))
def test_a_past_day_says_so_and_leads_back(name):
    address = Address(name).asking(as_of="2022-08-31")
    sheet = Sheet(ask(address.path("en")).html)
    assert "You are looking at a past day." in sheet.text
    assert Address(name).path("en") in sheet.links()
    assert any(link.endswith("as_of=2022-08-31") for link in sheet.links())
