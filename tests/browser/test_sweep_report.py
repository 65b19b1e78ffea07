"""The page of a sweep in a real browser: quiet, asks for nothing, fits a telephone, and shuts nobody out."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from reports import sensitivity
from reports.sweep import render
from tests.browser.visiting import SCREENS, Visit
from tests.reports.sample_sensitivity import saved
from tests.reports.sample_sweep import indices, one_at_a_time, sweep

pytestmark = pytest.mark.browser

HOSTILE = "<script>document.title='taken'</script><b>bold</b> %{x} 🙂"


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A grid of two axes with targets, and indices beside it, so that the page has a figure of most kinds."""
    path = tmp_path_factory.mktemp("grid") / "report.html"
    targets = [("wait_mean_h", False, 13.0), ("admitted_24h_pct", True, 60.0)]
    path.write_text(render(sweep(targets=targets, left_out=[1]), indices("sobol")), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One at a time over a level whose name is hostile, in a sweep whose words are."""
    saved = one_at_a_time(("as it is", HOSTILE))
    facts = saved.facts.model_copy(update={"name": HOSTILE, "question": HOSTILE + "n" * 200})
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    path.write_text(render(replace(saved, facts=facts)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def estimates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of sensitivity."""
    path = tmp_path_factory.mktemp("estimates") / "report.html"
    path.write_text(sensitivity.render(saved(name=HOSTILE)), encoding="utf-8")
    return path


def opened(page: Page, path: Path) -> Visit:
    """A visit of which every folded part is open."""
    visit = Visit(page, path)
    visit.open_all()
    return visit


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_fits_the_screen_is_quiet_and_axe_finds_nothing(
    browser: Browser, grid: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    visit = opened(page, grid)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.said == []
    assert visit.asked == [grid.as_uri()]
    assert page.get_by_text("Share chart").count() == 0
    assert page.locator("[data-title*='Cloud'], [data-title*='Share']").count() == 0
    assert visit.dead_links() == []
    page.close()


def test_a_study_of_sensitivity_is_as_quiet(browser: Browser, estimates: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    visit = opened(page, estimates)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert (visit.said, visit.asked) == ([], [estimates.as_uri()])
    assert visit.dead_links() == []
    assert page.locator("b").count() == 0
    page.close()


def test_text_of_a_sweep_is_shown_as_text(browser: Browser, hostile: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    visit = opened(page, hostile)
    assert visit.said == []
    assert visit.asked == [hostile.as_uri()]
    assert page.title().startswith("<script>document.title='taken'</script>")
    assert page.locator("b").count() == 0
    expect(page.locator("h1")).to_have_text(HOSTILE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_a_deep_link_leads_to_its_part_and_folded_figures_are_drawn_when_opened(browser: Browser, grid: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{grid.as_uri()}#axis-0")
    expect(page.locator("#axis-0")).to_be_in_viewport()
    scales = page.locator("#scales")
    assert scales.locator(".js-plotly-plot").count() == 0
    scales.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(scales.locator(".js-plotly-plot")).to_have_count(1)
    page.close()


def test_on_paper_small_figures_stand_beside_each_other(browser: Browser, grid: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    visit = Visit(page, grid)
    assert visit.widths_on_paper() == {328, 680}
    page.emulate_media(media="print")
    panels = page.locator("#map .gallery").first.locator(":scope > div")
    assert (panels.nth(0).bounding_box() or {})["y"] == (panels.nth(1).bounding_box() or {})["y"]
    page.close()
