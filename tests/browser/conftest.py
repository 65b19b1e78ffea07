"""One browser for the tests of a file, and one report of a comparison for all that look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from reports import write_report
from tests.browser.visiting import Visit
from tests.reports.sample import NAMES, results
from tests.reports.sample_money import with_money

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A written report of two scenarios."""
    return write_report(with_money(results(tmp_path_factory.mktemp("compare"), NAMES[:2], days=28)))


@pytest.fixture(scope="module")
def visit(browser: Browser, report: Path) -> Iterator[Visit]:
    """One visit for all tests: each leaves the page as it needs it, and none relies on what another did."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Visit(page, report)
    page.close()
