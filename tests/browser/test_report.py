"""The report in a real browser: it opens from a file, draws everything, asks for nothing and shuts nobody out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reports import write_report
from tests.reports.sample import results
from tests.reports.sample_money import with_money

pytestmark = pytest.mark.browser

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip
PATIENCE_MS = 60_000
"""For every figure to be drawn anew, on a machine that is busy with something else."""
SCREENS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
HOSTILE = (
    "<script>document.title='taken'</script>",
    "<b>bold</b> %{x} &amp; 🙂",
    "<a href='https://example.org'>go</a>",
)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A written report of three scenarios."""
    return write_report(with_money(results(tmp_path_factory.mktemp("compare"))))


class Visit:
    """A page that keeps what it said to the console and what it asked the network for."""

    def __init__(self, page: Page, path: Path):
        self.page, self.said, self.asked = page, list[str](), list[str]()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(path.as_uri())
        expect(page.locator("section .plot:not(.js-plotly-plot)")).to_have_count(0)


@pytest.fixture
def visit(browser: Browser, report: Path) -> Iterator[Visit]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Visit(page, report)
    page.close()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_fits_the_screen_is_quiet_and_axe_finds_nothing(
    browser: Browser, report: Path, width: int, scheme: str
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    visit = Visit(page, report)
    for summary in page.locator("summary").all():
        summary.click()
    expect(page.locator(".plot:not(.js-plotly-plot)")).to_have_count(0)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.said == []
    assert visit.asked == [report.as_uri()]
    page.close()


def test_the_content_policy_forbids_whatever_is_not_named(visit: Visit) -> None:
    policy = visit.page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    visit.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=https://example.org/pixel.png>')")
    visit.page.wait_for_timeout(200)
    assert any("Content Security Policy" in line for line in visit.said)


def test_the_toolbar_offers_no_upload_and_no_advertisement(visit: Visit) -> None:
    titles = [
        button.get_attribute("data-title") or button.get_attribute("aria-label") or ""
        for button in visit.page.locator(".modebar-btn").all()
    ]
    assert titles, "the toolbar is there to save a picture"
    assert not [title for title in titles if any(word in title.lower() for word in ("cloud", "share", "plotly"))]


def test_a_table_opens_from_the_keyboard(visit: Visit) -> None:
    data = visit.page.locator("#occupancy details.data")
    data.locator("summary").focus()
    visit.page.keyboard.press("Enter")
    assert data.get_attribute("open") is not None
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.getAttribute('role')") == "region"


def test_the_first_tab_skips_to_the_answer(visit: Visit) -> None:
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.textContent") == "Skip to the answer"


def test_figures_follow_the_colour_scheme(visit: Visit) -> None:
    words = visit.page.locator("#figure-occupancy .legendtext").first
    expect(words).to_have_css("fill", "rgb(28, 35, 41)")
    visit.page.emulate_media(color_scheme="dark")
    expect(words).to_have_css("fill", "rgb(231, 234, 237)", timeout=PATIENCE_MS)


def test_paper_gets_light_figures_that_fit_it(visit: Visit) -> None:
    visit.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    widths = visit.page.evaluate(
        "[...document.querySelectorAll('section .plot')].map(plot => plot._fullLayout.width * plot.style.zoom)"
    )
    assert {round(width) for width in widths} == {680}
    assert visit.page.locator("#measures details:not([open])").count() == 0
    visit.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert visit.page.locator("#measures details[open]").count() == 0


def test_hostile_names_stay_text(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    visit = Visit(page, write_report(results(tmp_path, names=HOSTILE)))
    assert "taken" not in page.title().removeprefix("Two alternatives compared with " + HOSTILE[0])
    legend = page.locator("#figure-occupancy .legendtext").all_text_contents()
    assert legend == ["<script>document.title='taken'</script>", HOSTILE[1], HOSTILE[2]]
    assert page.locator("a[href*='example.org']").count() == 0
    assert visit.said == []
    page.close()
