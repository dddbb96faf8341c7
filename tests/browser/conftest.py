"""What the browser tests share: axe, and a second site whose register is full of names that mean harm."""

import json
import os

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.db import connection

from tests.server import Site, start_site

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory) -> Site:
    """A site with the real register, and beside it a park with everything whose every text is hostile."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    shared = tmp_path_factory.getbasetemp().parent if worker != "main" else tmp_path_factory.getbasetemp()
    with start_site(shared, f"{worker}-hostile", connection.settings_dict) as running:
        running.manage("shell", "-v", "0", "-c", "from tests.browser.hostile import fill; fill()")
        yield running


@pytest.fixture
def violations():
    """`violations(page)` lists what axe finds against WCAG 2.2 AA; `rules=[…]` asks for some of its rules alone."""

    def run(page, rules: list[str] | None = None) -> list[str]:
        # Through the debugger: a script element would be stopped by the page's own policy, as it should be.
        page.evaluate(f"if (!window.axe) {{ {AXE_SCRIPT} }}")
        # Colours that are still on their way are nobody's colours.
        page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": WCAG}
        options = {"resultTypes": ["violations"], "runOnly": only, "rules": {"target-size": {"enabled": True}}}
        if rules:
            del options["rules"]
        found = page.evaluate(f"axe.run({json.dumps(options)})")["violations"]
        return [
            f"{violation['id']}: {len(violation['nodes'])}x {node['target']} {node['html'][:120]} "
            + " ".join(check["message"] for check in (node["any"] + node["all"] + node["none"])[:1])
            for violation in found
            for node in violation["nodes"][:2]
        ]

    return run
