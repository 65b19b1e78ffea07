"""The report of a search in a real browser: it draws, asks for nothing, fits every screen, shuts nobody out."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from reports.find import write_report
from tests.browser.visiting import SCREENS, Visit
from tests.reports.sample_find import hostile, searched

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(searched(tmp_path_factory.mktemp("find")))


@pytest.fixture(scope="module")
def visit(page: Page, report: Path) -> Visit:
    visit = Visit(page, report)
    visit.open_all()
    return visit


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_fits_the_screen_is_quiet_and_axe_finds_nothing(
    visit: Visit, width: int, scheme: Literal["light", "dark"]
) -> None:
    visit.page.set_viewport_size({"width": width, "height": 844})
    visit.page.emulate_media(color_scheme=scheme)
    found = Axe().run(visit.page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.said == []
    assert len(visit.asked) == 1


def test_every_entry_of_the_contents_leads_somewhere(visit: Visit) -> None:
    assert visit.dead_links() == []


def test_a_unit_has_a_link_of_its_own(visit: Visit) -> None:
    row = visit.page.locator("#units tbody tr").last.get_attribute("id")
    visit.page.evaluate(f"location.hash = '{row}'")
    expect(visit.page.locator(f"#{row}")).to_be_in_viewport()


def test_units_sort_by_their_numbers(visit: Visit) -> None:
    table = visit.page.locator("#units table")
    table.locator("thead th").nth(1).locator("button").click()
    costs = table.locator("tbody tr td:nth-child(2) .value").all_inner_texts()
    assert [float(each) for each in costs] == sorted(float(each) for each in costs)
    assert len(costs) == 48


def test_on_paper_the_figures_fit(visit: Visit) -> None:
    assert visit.widths_on_paper() == {680}
    visit.printed()


def test_what_a_stranger_wrote_is_shown_and_not_run(page: Page, tmp_path: Path, visit: Visit) -> None:
    strange = Visit(page, write_report(hostile(tmp_path)))
    strange.open_all()
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.title().startswith("<script>")
    assert strange.said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator(".plot a, .plot b").count() == 0
    assert Axe().run(page, options={"resultTypes": ["violations"]}).violations_count == 0
