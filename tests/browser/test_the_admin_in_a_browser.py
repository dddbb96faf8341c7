"""The admin in a real browser: login, index, a list and a form, without messages, accessible, in light and dark."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_page_loads_cleanly import TOO_WIDE

pytestmark = pytest.mark.browser

PAGES = [
    "/admin/",
    "/admin/parks/observation/",
    "/admin/parks/goal/add/",
    "/admin/parks/goal/",
    "/admin/parks/project/",
    "/admin/parks/source/add/",
    "/admin/parks/review/",
]


@pytest.fixture(scope="module")
def signed_in(browser, site) -> dict:
    """What a browser keeps once the manager has logged in through the form."""
    context = browser.new_context(base_url=site.url, locale="zh-CN")
    page = context.new_page()
    page.goto("/admin/")
    page.locator("[name=username]").fill("manager")
    page.locator("[name=password]").fill(site.passwords["manager"])
    page.locator("[type=submit]").click()
    expect(page.locator("#user-tools")).to_contain_text("manager")
    kept = context.storage_state()
    context.close()
    return kept


def test_the_login_is_accessible_and_clean(open_page, violations):
    page = open_page("/admin/login/", color_scheme="light")
    assert page.troubles == []
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 780})
    assert not (beyond := page.evaluate(TOO_WIDE)), beyond


def test_a_wrong_password_is_told_in_words(open_page):
    page = open_page("/en/admin/login/")
    page.locator("[name=username]").fill("manager")
    page.locator("[name=password]").fill("not the password")
    page.locator("[type=submit]").click()
    expect(page.locator(".errornote")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_admin_is_accessible_and_clean(open_page, signed_in, violations, path):
    page = open_page(path, storage_state=signed_in, color_scheme="light")
    assert page.troubles == []
    assert page.evaluate("location.pathname") == path
    found = {"light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = violations(page, ["color-contrast"])
    page.set_viewport_size({"width": 390, "height": 844})
    found["narrow"] = violations(page)
    assert not any(found.values()), "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


def test_the_admin_fits_a_phone(open_page, signed_in):
    page = open_page("/admin/", storage_state=signed_in, width=360)
    assert not (beyond := page.evaluate(TOO_WIDE)), beyond


def test_the_admin_speaks_english_too(open_page, signed_in):
    page = open_page("/en/admin/parks/goal/", storage_state=signed_in)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.troubles == []
