"""A page asks the database as often for sixty rows as for one, and never more than six times."""

import pytest

from tests.house.addresses import MOST_QUERIES, Address, ask, days, every_list
from tests.house.worlds import build, first_rows

pytestmark = pytest.mark.django_db


def counts(addresses: list[Address]) -> dict[str, int]:
    found = {}
    for plain in addresses:
        for address in (plain, *(plain.asking(**day) for day in days()[:3])):
            path = address.path("zh-hans")
            found[path] = len(ask(path).queries)
    return found


def test_pages_ask_as_often_for_sixty_rows_as_for_one():
    build(1)
    addresses = [*every_list(), *first_rows()]
    one = counts(addresses)
    build(59)
    sixty = counts(addresses)
    assert {path: count for path, count in sixty.items() if count > MOST_QUERIES} == {}
    assert {path: (one[path], count) for path, count in sixty.items() if count != one[path]} == {}


def test_sixty_rows_still_make_sound_pages():
    build(60)
    for address in (*every_list(), *first_rows()):
        for language in ("zh-hans", "en"):
            assert ask(address.path(language)).status == 200, address
