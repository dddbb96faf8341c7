"""What every test may ask for: an empty register by default, the real one, a running site, a browser.

- `db` (or the mark `django_db`): an empty database, rolled back after each test.
- `register`: the real fixtures, loaded and sealed once a module. A module that asks for it anywhere should ask for
  it everywhere: `pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]`.
- `transactional_db`: for tests with threads or of commits; an empty database, flushed afterwards.
- `site`: the real gunicorn on a database of its own with the real register. `browser`, `page`: a real browser.
  These run outside of the test's database; a browser test asks for no `db`.
"""

import os

import hypothesis
import pytest
from django.conf import settings
from django.db import connection, transaction
from playwright.sync_api import sync_playwright

from parks.management.commands.compile_texts import compile_texts
from tests.chrome import ARGUMENTS, HOW, find_chrome
from tests.register import fill_register
from tests.server import Site, start_site

# No test depends on how fast the machine is.
hypothesis.settings.register_profile("register", deadline=None)
hypothesis.settings.load_profile("register")


def pytest_addoption(parser):
    parser.addoption("--no-skips", action="store_true", help="Count a skipped test as failed.")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        compile_texts(*settings.LOCALE_PATHS)


def pytest_collection_modifyitems(items):
    if find_chrome():
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no browser found"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    return refuse_skip(item.config, report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    report = yield
    return refuse_skip(collector.config, report)


def refuse_skip(config, report):
    if config.getoption("--no-skips") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"Skipped, which --no-skips does not allow: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter):
    """Say last which tests did not run for want of a browser, and how to get them."""
    result = yield
    skipped = terminalreporter.stats.get("skipped", [])
    missed = [report.nodeid for report in skipped if "no browser found" in str(report.longrepr)]
    if missed:
        files = sorted({nodeid.split("::")[0] for nodeid in missed})
        terminalreporter.write_line(
            f"{len(missed)} browser tests did not run, in {', '.join(files)}: no Chrome or Chromium was found."
        )
        terminalreporter.write_line(f"To run them, {HOW}.")
    return result


@pytest.fixture(scope="module")
def register(django_db_setup, django_db_blocker):
    """The real register in the test database, from here to the end of the module."""
    block = transaction.atomic()
    block._from_testcase = True  # so that a durable block inside counts as outermost, as it does in a test
    with django_db_blocker.unblock():
        block.__enter__()
        try:
            fill_register()
        except BaseException as error:
            block.__exit__(type(error), error, error.__traceback__)
            raise
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Site:
    """The real server with the real register, as `make run` starts it."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    # Workers share the parent directory, so that only the first one has to load the register.
    shared = tmp_path_factory.getbasetemp().parent if worker != "main" else tmp_path_factory.getbasetemp()
    with start_site(shared, worker, connection.settings_dict) as running:
        yield running


@pytest.fixture(scope="module")
def browser():
    """A browser for the tests of one module.

    Not for the session: while Playwright runs, Django refuses the database to other tests of this process.
    """
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=find_chrome(), args=ARGUMENTS)
        yield chrome
        chrome.close()


@pytest.fixture
def open_page(browser, site):
    """`open_page("/parks/", width=390, color_scheme="dark")` opens an address of the site in a context of its own.

    The page's list `troubles` gathers console errors, uncaught errors, failed requests and requests to other hosts.
    """
    contexts = []

    def open_one(path: str = "/", *, width: int = 1280, height: int = 900, **options):
        context = browser.new_context(
            base_url=site.url, viewport={"width": width, "height": height}, **{"locale": "zh-CN"} | options
        )
        contexts.append(context)
        page = context.new_page()
        page.troubles = []
        note = page.troubles.append
        page.on("console", lambda message: message.type in ("error", "warning") and note(message.text))
        page.on("pageerror", lambda error: note(str(error)))
        page.on("requestfailed", lambda request: note(f"failed: {request.url}"))
        page.on("request", lambda request: request.url.startswith((site.url, "data:")) or note(f"left: {request.url}"))
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()
