"""With the real register: every project and source in both languages, six queries, no page too heavy."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parks.models import Project, Source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

LISTS = ("/projects/", "/sources/", "/method/", "/about/")
DAYS = ("", "as_of=2022-08-31", "as_of=2022-08-31&known=now", "as_of=2000-01-01")
MOST_QUERIES, MOST_BYTES = 6, 100_000


def fetch(client, address: str):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert len(asked) <= MOST_QUERIES, address
    assert len(response.content) <= MOST_BYTES, address
    return response


@pytest.mark.parametrize("start", ["", "/en"])
def test_every_project_and_source_has_a_page(client, start):
    pages = [f"{start}/projects/{code}/" for code in Project.objects.values_list("code", flat=True)]
    pages += [f"{start}/sources/{code}/" for code in Source.objects.values_list("code", flat=True)]
    for address in pages:
        assert fetch(client, address).status_code == 200, address


@pytest.mark.parametrize("start", ["", "/en"])
@pytest.mark.parametrize("day", DAYS)
def test_the_lists_answer_for_any_day(client, start, day):
    for address in LISTS:
        whole = f"{address}?{day}" if day else address
        assert fetch(client, start + whole).status_code == 200, whole


def test_a_source_of_many_facts_asks_no_more(client):
    for address in ("/sources/?page=2", "/sources/article-2022/?page=2"):
        assert fetch(client, address).status_code == 200
