"""With JavaScript turned off everything is there, and the forms and links do their work."""

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import EACH

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", EACH)
def test_a_page_shows_everything(open_page, path):
    page = open_page(path, java_script_enabled=False)
    assert page.locator("main").inner_text().strip()
    expect(page.locator("h1")).to_be_visible()
    for section in page.locator("main section, main table").all()[:12]:
        expect(section).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/goals/malanshan-revenue-2022/", "/goals/?park=malanshan&as_of=2022-08-31"])
def test_the_language_link_keeps_the_page(open_page, site, path):
    page = open_page(path, java_script_enabled=False)
    page.locator("header .lang a").click()
    assert page.url == f"{site.url}/en{path}"
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("header .lang a").click()
    assert page.url == site.url + path
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_the_form_for_the_day_shows_that_day_and_leads_back(open_page, site):
    page = open_page("/en/goals/?park=malanshan", java_script_enabled=False)
    page.locator("#asof-day").fill("2022-08-31")
    page.locator(".asof button").click()
    assert "as_of=2022-08-31" in page.url
    assert "park=malanshan" in page.url
    expect(page.locator(".past")).to_contain_text("31 August 2022")
    page.locator("#asof-clock").select_option("now")
    page.locator(".asof button").click()
    assert "known=now" in page.url
    page.locator(".past a").click()
    assert page.url == f"{site.url}/en/goals/?park=malanshan"


def test_a_past_day_is_kept_from_page_to_page(open_page):
    page = open_page("/?as_of=2022-08-31", java_script_enabled=False)
    for name in ("parks", "goals", "projects"):
        page.locator(f"header nav a[href*='/{name}/']").click()
        assert page.url.endswith(f"/{name}/?as_of=2022-08-31")
    page.locator("main a[href^='/projects/']:not([href^='/projects/?']):visible").first.click()
    assert page.url.endswith("as_of=2022-08-31")


def test_the_filters_narrow_the_list_and_can_be_cleared(open_page, site):
    page = open_page("/goals/", java_script_enabled=False)
    page.locator("form.filters select[name=park]").select_option("malanshan")
    page.locator("form.filters button").click()
    assert "park=malanshan" in page.url
    links = page.locator("main a[href^='/goals/']:visible").evaluate_all("all => all.map(a => a.pathname)")
    assert {link for link in links if link != "/goals/" and not link.startswith("/goals/malanshan-")} == set()
    page.locator("form.filters .go a").click()
    assert page.url == f"{site.url}/goals/"


def test_a_refusal_leads_back_to_the_page(open_page, site):
    page = open_page("/en/goals/?nonsense=1", java_script_enabled=False)
    expect(page.locator("main")).to_contain_text("nonsense")
    page.locator("main a").first.click()
    assert page.url == f"{site.url}/en/goals/"
