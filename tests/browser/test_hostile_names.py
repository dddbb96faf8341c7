"""Names that mean harm are shown as text, run nothing and do not break the page."""

import pytest

from tests.browser.hostile import SHOWN
from tests.browser.test_every_page_loads_cleanly import TOO_WIDE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("noun", ["park", "goal", "project", "source"])
def test_a_hostile_name_is_text(open_page, hostile_site, noun):
    codes = hostile_site.manage("shell", "-v", "0", "-c", CODES).split()
    code = dict(pair.split("=") for pair in codes)[noun]
    page = open_page(f"{hostile_site.url}/{noun}s/{code}/", width=360)
    assert SHOWN in page.locator("main").inner_text()
    assert SHOWN in page.title() or noun in ("goal", "source")
    assert page.evaluate("document.scripts.length + document.images.length") == 0
    assert not (beyond := page.evaluate(TOO_WIDE)), beyond
    assert [trouble for trouble in page.troubles if not trouble.startswith(f"left: {hostile_site.url}")] == []


@pytest.mark.parametrize("path", ["/", "/parks/", "/goals/", "/projects/", "/sources/"])
def test_a_list_with_hostile_names_fits_the_window(open_page, hostile_site, path):
    page = open_page(hostile_site.url + path, width=360)
    assert not (beyond := page.evaluate(TOO_WIDE)), beyond
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not (beyond := page.evaluate(TOO_WIDE)), beyond
    assert [trouble for trouble in page.troubles if not trouble.startswith(f"left: {hostile_site.url}")] == []


CODES = """
from parks.models import Goal, Park, Project, Source
for model in (Park, Goal, Project, Source):
    name = "title" if model in (Goal, Source) else "name"
    row = model.objects.filter(**{f"{name}__startswith": "<script>"}).order_by("pk").first()
    print(f"{model._meta.model_name}={row.code}")
"""
