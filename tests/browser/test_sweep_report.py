"""The page of a sweep in a real browser: quiet, asks for nothing, fits a telephone, and shuts nobody out."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from reports import sensitivity
from reports.sweep import render
from tests.browser.visiting import SCREENS
from tests.reports.sample_sensitivity import saved
from tests.reports.sample_sweep import indices, one_at_a_time, sweep

pytestmark = pytest.mark.browser

HOSTILE = "<script>document.title='taken'</script><b>bold</b> %{x} 🙂"
DRAWN = ".plot:not(.js-plotly-plot)"


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


def visit(page: Page, path: Path) -> tuple[list[str], list[str]]:
    """Open every folded part and wait for its figures; what the page said, and what it asked the network for."""
    said, asked = list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    expect(page.locator(DRAWN)).to_have_count(0, timeout=60_000)
    return said, asked


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_fits_the_screen_is_quiet_and_axe_finds_nothing(
    browser: Browser, grid: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    said, asked = visit(page, grid)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    assert asked == [grid.as_uri()]
    assert page.get_by_text("Share chart").count() == 0
    assert page.locator("[data-title*='Cloud'], [data-title*='Share']").count() == 0
    page.close()


def test_a_study_of_sensitivity_is_as_quiet(browser: Browser, estimates: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    said, asked = visit(page, estimates)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert (said, asked) == ([], [estimates.as_uri()])
    assert page.locator("b").count() == 0
    page.close()


def test_text_of_a_sweep_is_shown_as_text(browser: Browser, hostile: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    said, asked = visit(page, hostile)
    assert said == []
    assert asked == [hostile.as_uri()]
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
