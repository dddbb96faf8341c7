"""Every park of the real register opens in both languages, today and on past days, and stays small."""

import pytest

from parks.models import Park

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
MOST = 100_000  # bytes of HTML
DAYS = ("", "?as_of=2022-08-31", "?as_of=2022-08-31&known=now", "?as_of=2000-01-01")


@pytest.mark.parametrize("start", ["", "/en"])
@pytest.mark.parametrize("day", DAYS)
def test_the_overview_and_the_parks_open_on_any_day(client, start, day):
    paths = [f"{start}/", f"{start}/parks/"]
    if start:
        paths += [f"{start}/parks/{code}/" for code in Park.objects.values_list("code", flat=True)]
    for path in paths:
        response = client.get(path + day)
        assert response.status_code == 200, path
        assert len(response.content) <= MOST, path


def test_the_headline_agrees_with_the_lists_that_it_leads_to(client):
    headline = client.get("/en/").context["headline"]
    parts = headline.split('href="')[1:]
    said = [int(part.split(">")[1].split()[0]) for part in parts]
    shown = [client.get(part.split('"')[0].replace("&amp;", "&")).context["shown"] for part in parts]
    assert said == shown
    assert said[0] >= said[1] >= said[2]


def test_the_figures_of_malanshan_show_what_the_sources_say(client):
    page = client.get("/parks/malanshan/").text
    for words in ("290.61", "<del>500</del> <ins>519.81</ins>", "44.49", "580"):
        assert words in page


def test_on_a_past_day_the_later_correction_is_unknown(client):
    page = client.get("/parks/malanshan/?as_of=2022-08-01").text
    assert "519.81" not in page
    assert "290.61" not in page
