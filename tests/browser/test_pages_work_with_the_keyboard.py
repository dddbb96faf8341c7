"""The keyboard alone: the skip link comes first, focus is always seen, and nothing traps it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# Where the focus is, whether a reader sees it there, and whether something marks it.
FOCUS = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    // The calendar sign inside a date field is a stop of its own, which the browser itself marks.
    const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        || e.type === "date" && !e.matches(":focus-visible");
    const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
        && box.right > 0 && box.left < innerWidth;
    return {name: `${e.tagName} ${(e.textContent || e.name || "").trim().slice(0, 30)}`, marked, seen};
}"""


def test_the_skip_link_comes_first_and_leads_to_the_content(open_page):
    page = open_page("/en/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to content")
    box = skip.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("path", ["/", "/parks/malanshan/", "/goals/", "/goals/malanshan-revenue-2022/", "/projects/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_focus_is_seen_wherever_it_goes(open_page, path, width):
    page = open_page(path, width=width, reduced_motion="reduce")
    names = []
    for _ in range(45):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        assert focus["seen"], f"out of sight: {focus['name']}"
        assert focus["marked"], f"not marked: {focus['name']}"
        names.append(focus["name"])
    assert len(names) > 10


def test_the_form_for_the_day_is_sent_with_the_keyboard(open_page):
    page = open_page("/goals/")
    page.locator("#asof-day").focus()
    page.locator("#asof-day").fill("2022-08-31")
    page.keyboard.press("Enter")
    page.wait_for_url("**as_of=2022-08-31**")
