"""Every goal and indicator of the real register opens in both languages, today and on past days, and stays small."""

import pytest

from parks.models import Goal, Indicator

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
MOST = 100_000  # bytes of HTML
DAYS = ("", "?as_of=2022-08-31", "?as_of=2022-08-31&known=now")


def open_all(client, paths: list[str]) -> None:
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200, path
        assert len(response.content) <= MOST, path


@pytest.mark.parametrize("start", ["", "/en"])
def test_every_goal_opens(client, start):
    open_all(client, [f"{start}/goals/{code}/" for code in Goal.objects.values_list("code", flat=True)])


@pytest.mark.parametrize("start", ["", "/en"])
def test_every_indicator_opens(client, start):
    open_all(client, [f"{start}/indicators/{code}/" for code in Indicator.objects.values_list("code", flat=True)])


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_lists_open_on_any_day(client, start):
    lists = [f"{start}/goals/{day}" for day in DAYS] + [f"{start}/indicators/{day}" for day in DAYS]
    open_all(client, [*lists, f"{start}/goals/?page=2", f"{start}/goals/?sort=park&as_of=2000-01-01"])


def test_the_revenue_of_malanshan_shows_what_the_sources_say(client):
    page = client.get("/goals/malanshan-revenue-2022/").text
    for words in ("290.61", "580", "50.1%", "<del>500</del>", "<ins>519.81</ins>", "2022-08-12"):
        assert words in page


def test_a_past_day_does_not_know_the_restated_revenue(client):
    page = client.get("/goals/malanshan-revenue-2022/?as_of=2022-08-11").text
    assert "519.81" not in page.replace("后更正为519.81亿元", "").replace("更正为519.81亿元", "")
    assert "290.61" not in page
    assert "132" in page


def test_a_related_investment_fills_no_goal(client):
    row = client.get("/goals/malanshan-key-project-investment-2022/").context["row"]
    assert (row.code, row.detail, row.figure, row.share) == ("outcome_unknown", "none", None, None)
