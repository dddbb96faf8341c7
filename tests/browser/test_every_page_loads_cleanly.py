"""No console message, no failed request, no request to anybody else, no sideways scrolling, in both languages."""

import pytest

from tests.browser.addresses import PUBLIC, REFUSED, english

pytestmark = pytest.mark.browser

PATHS = [*PUBLIC, *map(english, PUBLIC)]
# Which elements reach beyond the window, and how far: for the message.
TOO_WIDE = """() => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const out = [...document.body.querySelectorAll("*")]
        .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1 || e.getBoundingClientRect().left < -1)
        .map(e => `${e.tagName}.${e.getAttribute("class")} ${Math.round(e.getBoundingClientRect().right)}`);
    return [`${page.scrollWidth} px`, ...out.slice(0, 8)];
}"""


@pytest.mark.parametrize("path", PATHS)
def test_a_page_loads_cleanly_and_fits_the_window(open_page, path):
    page = open_page(path)
    assert page.troubles == []
    faults = {}
    for width in (1280, 1000, 820, 700, 390, 360):
        page.set_viewport_size({"width": width, "height": 780})
        if beyond := page.evaluate(TOO_WIDE):
            faults[width] = beyond
    assert not faults, faults
    assert page.locator("h1:visible").count() == 1


@pytest.mark.parametrize("path", [*REFUSED, *map(english, REFUSED)])
def test_a_refusal_fits_the_window(open_page, path):
    page = open_page(path, width=360)
    # A browser notes the status of the document itself; nothing else may have gone wrong.
    assert [trouble for trouble in page.troubles if "status of 40" not in trouble] == []
    assert not (beyond := page.evaluate(TOO_WIDE)), beyond
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("path", ["/", "/parks/malanshan/", "/goals/malanshan-revenue-2022/", "/goals/"])
def test_a_page_with_large_letters_fits_the_window(open_page, path):
    """A reader who doubles the size of letters on a tablet loses nothing and scrolls one way only."""
    page = open_page(path, width=820)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert not (beyond := page.evaluate(TOO_WIDE)), beyond
