"""The pages of a stay, a warm-up and what is not known, in a real browser: whole, quiet, readable and deaf to names."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from reports import trace, uncertainty, warm_up
from tests.browser.visiting import Visit
from tests.reports.test_trace import picture as a_stay
from tests.reports.test_uncertainty import panel
from tests.reports.test_uncertainty import picture as not_known
from tests.reports.test_warm_up import CURVES

pytestmark = pytest.mark.browser

HOSTILE = "<script>document.title='taken'</script> \"quoted\" <b>bold</b> %{x} 🙂 " + 130 * "x"
WIDTHS = (1280, 390)


def stay(text: str, path: Path) -> None:
    trace.write_page(a_stay(text=text), path)


def warming(text: str, path: Path) -> None:
    first, *rest = CURVES.curves
    curves = [replace(first, title=text), *rest]
    warm_up.write_page(replace(CURVES, title=text, command=text, curves=curves), path)


def unknown(text: str, path: Path) -> None:
    found = panel(text)
    bars = found.bars.assign(name=[text, text], parameter=[text, text])
    shown = not_known(replace(found, bars=bars), panel("Occupancy"), title=text)
    uncertainty.write_page(replace(shown, question=text, command=text), path)


PAGES = (stay, warming, unknown)


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": WIDTHS[0], "height": 844}, color_scheme=request.param)
    yield opened
    opened.close()


@pytest.mark.parametrize("write", PAGES)
def test_it_opens_from_a_file_is_quiet_fits_and_axe_finds_nothing(
    page: Page, tmp_path: Path, write: Callable[[str, Path], None]
) -> None:
    write("A unit by night", path := tmp_path / "page.html")
    visit = Visit(page, path)
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    for summary in page.locator("summary").all():
        summary.click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if write is stay:
        expect(page.locator("#stay figure .moves")).to_have_count(1)
    assert visit.said == []
    assert visit.asked == [path.as_uri()]


@pytest.mark.parametrize("write", PAGES)
def test_hostile_text_stays_text_and_nothing_can_be_shared(
    browser: Browser, tmp_path: Path, write: Callable[[str, Path], None]
) -> None:
    write(HOSTILE, path := tmp_path / "page.html")
    page = browser.new_page(viewport={"width": WIDTHS[1], "height": 844})
    visit = Visit(page, path)
    expect(page.locator("h1")).to_contain_text(HOSTILE)
    assert HOSTILE in page.title()
    assert page.locator("h1 b, td b, th b, figcaption b").count() == 0
    labels = page.locator(".gtitle, .xtick text, .ytick text, .legendtext, .annotation-text").all_text_contents()
    assert not [label for label in labels if "&lt;" in label or "&amp;" in label]
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[1]
    buttons = [
        (button.get_attribute("data-title") or button.get_attribute("aria-label") or "").lower()
        for button in page.locator(".modebar-btn").all()
    ]
    assert buttons
    assert not [title for title in buttons if any(word in title for word in ("share", "cloud", "plotly"))]
    assert visit.said == []
    page.close()
