"""The gallery in a real browser: all is drawn, nothing is asked for, axe finds nothing; and pictures are drawn."""

from pathlib import Path
from typing import Literal

import plotly.graph_objects as go
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect

from reports.gallery import write_page
from reports.images import drawing, picture
from reports.sections import sections
from reports.study import Study
from tests.browser.visiting import SCREENS, Visit
from tests.reports.sample import results

pytestmark = pytest.mark.browser

BEGINS = {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF"}


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gallery") / "gallery.html"
    write_page(path)
    return path


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_draws_everything_fits_is_quiet_and_axe_finds_nothing(
    browser: Browser, gallery: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    visit = Visit(page, gallery)
    expect(page.locator(".plot:not(.js-plotly-plot)")).to_have_count(0)
    page.locator("#occupancy details.data summary").click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.said == []
    assert visit.asked == [gallery.as_uri()]
    page.close()


@pytest.fixture(scope="module")
def staff() -> go.Figure:
    """The picture of a figure with a bar of colours."""
    shown = sections(Study(results(names=("Unit",), days=7)))
    return picture.picture(next(section for section in shown if section.slug == "staff"))


@pytest.mark.parametrize("kind", BEGINS)
def test_a_picture_is_drawn_the_same_each_time(
    chromium: str, monkeypatch: pytest.MonkeyPatch, staff: go.Figure, kind: str
) -> None:
    monkeypatch.setenv("BROWSER_PATH", chromium)
    once, again = drawing.draw([staff, staff], kind)
    assert once.startswith(BEGINS[kind])
    assert once == again
    if kind == "svg":
        assert b"How busy staff are through the week" in once
        assert b'class="gtitle" transform' not in once, "the title has not moved"
