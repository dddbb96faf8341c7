"""No violation of WCAG 2.2 AA that axe can find: light and dark, wide and on a phone, in both languages."""

import pytest

from tests.browser.addresses import EACH, PUBLIC, REFUSED, english

pytestmark = pytest.mark.browser

# What colours decide; everything else is the same in the dark.
COLOURS = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize("path", PUBLIC + REFUSED)
def test_a_page_is_accessible_light_and_dark_wide_and_narrow(open_page, violations, path):
    page = open_page(path, color_scheme="light")
    found = {"wide, light": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["wide, dark"] = violations(page, COLOURS)
    page.set_viewport_size({"width": 390, "height": 844})
    found["narrow, dark"] = violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    found["narrow, light"] = violations(page)
    assert not any(found.values()), "\n".join(f"{name}: {fault}" for name, faults in found.items() for fault in faults)


@pytest.mark.parametrize("path", EACH)
def test_an_english_page_is_accessible(open_page, violations, path):
    assert violations(open_page(english(path))) == []
