"""The report in a real browser: it opens from a file, draws everything, asks for nothing and shuts nobody out."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, expect

from reports import write_report
from tests.browser.visiting import PATIENCE_MS, SCREENS, Visit
from tests.reports.sample import results

pytestmark = pytest.mark.browser

ALIKE = [".plot:not(#figure-occupancy)", "tbody tr:nth-child(n+6)"]
"""Figures beyond one and rows beyond five are made as those that are looked at, and take most of the time."""
HOSTILE = (
    "<script>document.title='taken'</script>",
    "<b>bold</b> %{x} &amp; 🙂",
    "<a href='https://example.org'>go</a>",
)


def column(table: Locator, place: int) -> list[str]:
    """What stands in one column of a table, from the top down."""
    return [text.strip() for text in table.locator(f"tbody tr > :nth-child({place})").all_text_contents()]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_fits_the_screen_is_quiet_and_axe_finds_nothing(
    visit: Visit, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)
    visit.open_all()
    found = Axe().run(page, {"exclude": ALIKE}, {"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.said == []
    assert visit.asked == [visit.path.as_uri()]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = false")


def test_the_toolbar_offers_no_upload_and_no_advertisement(visit: Visit) -> None:
    titles = [
        button.get_attribute("data-title") or button.get_attribute("aria-label") or ""
        for button in visit.page.locator(".modebar-btn").all()
    ]
    assert titles, "the toolbar is there to save a picture"
    assert not [title for title in titles if any(word in title.lower() for word in ("cloud", "share", "plotly"))]


def test_a_table_opens_and_sorts_from_the_keyboard(visit: Visit) -> None:
    data = visit.page.locator("#bed-wait details.data")
    data.locator("summary").focus()
    visit.page.keyboard.press("Enter")
    assert data.get_attribute("open") is not None
    visit.page.keyboard.press("Tab")
    assert visit.focused("getAttribute('role')") == "region"
    visit.page.keyboard.press("Tab")
    assert visit.focused("className") == "sort"
    visit.page.keyboard.press("Space")
    assert visit.focused("parentElement.getAttribute('aria-sort')") == "ascending"


def test_toolbar_and_legend_are_reached_and_worked_from_the_keyboard(visit: Visit) -> None:
    figure = visit.page.locator("#figure-occupancy")
    figure.locator(".modebar-btn").first.focus()
    assert visit.focused("getAttribute('aria-label')") == "Download plot as a PNG"
    entry = figure.locator(".legend .traces").first
    lines = "document.querySelector('#figure-occupancy').data.filter(each => each.visible === 'legendonly').length"
    for pressed, gone in (("false", True), ("true", False)):
        entry.focus()
        visit.page.keyboard.press("Enter")
        expect(entry).to_have_attribute("aria-pressed", pressed)
        assert bool(visit.page.evaluate(lines)) is gone


def test_a_click_in_the_legend_hides_its_line_and_a_pointer_over_a_point_shows_its_number(visit: Visit) -> None:
    figure = visit.page.locator("#figure-outcomes")
    figure.scroll_into_view_if_needed()
    points = figure.locator(".scatterlayer .trace")
    expect(points).to_have_count(2)
    figure.locator(".legendtoggle").nth(1).click()
    expect(points).to_have_count(1)
    figure.locator(".legendtoggle").nth(1).click()
    expect(points).to_have_count(2)
    box = points.first.locator(".point").first.bounding_box() or {}
    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(figure.locator(".hovertext")).to_contain_text("95\u00a0% interval")


def test_a_table_sorts_by_number_both_ways_and_back(visit: Visit) -> None:
    visit.page.evaluate("document.querySelector('#outcomes details.data').open = true")
    table = visit.page.locator("#outcomes table")
    written = column(table, 3)
    button = table.locator("thead th").nth(2).locator("button")
    button.click()
    rising = [float(text.split()[0]) for text in column(table, 3)]
    assert rising == sorted(rising) != [0.0] * len(rising)
    assert column(table, 3) != written
    button.click()
    assert table.locator("thead th").nth(2).get_attribute("aria-sort") == "descending"
    assert [float(text.split()[0]) for text in column(table, 3)] == rising[::-1]
    button.click()
    assert column(table, 3) == written


def test_hours_and_points_are_not_compared_but_verdicts_are(visit: Visit) -> None:
    table = visit.page.locator("#headline table")
    heads = table.locator("thead th")
    assert heads.locator("button").count() == 2
    assert heads.nth(1).locator("button").count() == 0, "the base has hours, shares and people, and no verdicts"
    written = column(table, 3)
    heads.nth(2).locator("button").click()
    verdicts = [text.strip() for text in table.locator(".verdict").all_text_contents()]
    assert verdicts == sorted(verdicts, key=["✓ better", "↔ changed", "≈ too close to call", "✗ worse"].index)
    assert len(set(verdicts)) > 2
    for _ in range(2):
        heads.nth(2).locator("button").click()
    assert column(table, 3) == written


def test_a_table_is_saved_with_its_intervals_in_columns(visit: Visit, tmp_path: Path) -> None:
    with visit.page.expect_download() as saving:
        visit.page.locator("#headline .save").click()
    saving.value.save_as(tmp_path / "table.csv")
    head, first, *rows = (tmp_path / "table.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert saving.value.suggested_filename == "headline.csv"
    assert head.startswith('"Measure","Baseline unit","Baseline unit, low","Baseline unit, high",')
    assert first.startswith('"Wait to admission, mean","')
    assert len(rows) == 10


@pytest.mark.parametrize("target", ["measure-checks_on_time_pct", "figure-flow-1", "parameters"])
def test_a_link_to_what_is_folded_opens_it(visit: Visit, target: str) -> None:
    visit.page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = false")
    visit.page.evaluate(f"location.hash = '{target}'")
    expect(visit.page.locator(f"#{target}")).to_be_in_viewport(timeout=PATIENCE_MS)
    assert visit.page.locator(f"#{target}").evaluate("found => !found.closest('details:not([open])')")


def test_figures_follow_the_colour_scheme(visit: Visit) -> None:
    words = visit.page.locator("#figure-occupancy .legendtext").first
    visit.page.emulate_media(color_scheme="light")
    expect(words).to_have_css("fill", "rgb(28, 35, 41)", timeout=PATIENCE_MS)
    visit.page.emulate_media(color_scheme="dark")
    expect(words).to_have_css("fill", "rgb(231, 234, 237)", timeout=PATIENCE_MS)


def test_a_deep_link_opens_at_once_and_the_first_tab_skips_to_the_answer(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto(f"{report.as_uri()}#flow-1")
    expect(page.locator("#flow-1[open]")).to_be_in_viewport(timeout=PATIENCE_MS)
    page.goto(report.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the answer"
    page.close()


def test_hostile_names_stay_text(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    visit = Visit(page, write_report(results(tmp_path, days=28, names=HOSTILE)))
    assert "taken" not in page.title().removeprefix("Two alternatives compared with " + HOSTILE[0])
    legend = page.locator("#figure-occupancy .legendtext").all_text_contents()
    assert legend == ["<script>document.title='taken'</script>", HOSTILE[1], HOSTILE[2]]
    assert page.locator("a[href*='example.org']").count() == 0
    assert visit.said == []
    page.close()


def test_the_content_policy_forbids_whatever_is_not_named(visit: Visit) -> None:
    policy = visit.page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    visit.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=https://example.org/pixel.png>')")
    visit.page.wait_for_timeout(200)
    assert any("Content Security Policy" in line for line in visit.said)
