"""On paper: no forms and no navigation, the day is printed, and A4 is wide enough."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

A4 = 794 - 2 * 57  # px of 210 mm at 96 dpi, less 15 mm on either side


PATHS = ["/parks/malanshan/", "/parks/tianxin-edz/?as_of=2022-08-31", "/goals/malanshan-revenue-2022/", "/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_printed_page_has_no_form_and_names_its_day(open_page, path):
    page = open_page(path, width=A4, height=1000)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("form:visible, button:visible, input:visible, nav:visible").count() == 0
    expect(page.locator(".asof .printonly")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth") <= 0
    # Paper is white, whatever the screen prefers.
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_a_park_can_be_saved_as_pdf(open_page):
    page = open_page("/parks/malanshan/")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert 1 <= pdf.count(b"/Type /Page\n") <= 12
