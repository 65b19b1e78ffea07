"""The model in words in a real browser: quiet, reachable, sortable, printable."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from reports.describe import Grid, Item, write_page
from reports.describe.page import LONG_ROWS
from sim.cli.describe_paper import paper
from sim.describe.document import describe
from sim.describe.evidence_base import ORDERS
from tests.browser.visiting import SCREENS
from tests.describe.everything import everything

pytestmark = pytest.mark.browser

HOSTILE = "<script>document.title='taken'</script><b>bold</b> 🙂 " + "x" * 140
PARAMETERS = "Input parameters: table"
MOST_ROWS, ROWS = 4, LONG_ROWS + 10
"""Of most tables, so that checks take seconds, and of that of parameters, which is to be a long one."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the scenario that uses every rule, with hostile names."""
    path = tmp_path_factory.mktemp("describe") / "model.html"
    labels = ("transition.destinations.house", "people.traits.women", "demand.sources.self")
    changes = (f"name={HOSTILE}", *(f"{each}.label={HOSTILE}" for each in labels))
    whole = paper(describe(everything(*changes)), "detox-sim describe everything.yaml")
    write_page(
        replace(whole, sections={title: [*map(_shorter, items)] for title, items in whole.sections.items()}), path
    )
    return path


def _shorter(item: Item) -> Item:
    """With fewer rows in its tables, taken from all over them."""
    return replace(item, parts=[_cut(part) if isinstance(part, Grid) else part for part in item.parts])


def _cut(grid: Grid) -> Grid:
    most = ROWS if PARAMETERS.startswith(grid.name) else MOST_ROWS
    return replace(grid, rows=grid.rows[:: 1 + len(grid.rows) // most])


@pytest.fixture(scope="module")
def page(browser: Browser, written: Path) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(written.as_uri())
    yield opened
    opened.close()


def cut_off(page: Page) -> list[str]:
    """Names of the tables that are wider than their room."""
    wider = "rooms => rooms.filter(room => room.scrollWidth > room.clientWidth + 1).map(room => room.ariaLabel)"
    return list(page.locator(".scroll").evaluate_all(wider))


def column(page: Page, number: int) -> list[str]:
    return page.get_by_role("region", name=PARAMETERS).locator(f"tbody tr > :nth-child({number})").all_text_contents()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_fits_the_screen_is_quiet_and_axe_finds_nothing(
    browser: Browser, written: Path, width: int, scheme: str
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    said, asked = list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(written.as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (cut_off(page) == []) == (width > 1000)
    expect(page.locator(".moves")).to_have_count(len(cut_off(page)))
    assert said == []
    assert asked == [written.as_uri()]
    page.close()


def test_hostile_names_stay_text(page: Page) -> None:
    assert page.locator("h1").text_content() == " ".join(HOSTILE.split())
    assert page.title().startswith("<script>document.title='taken'")
    assert page.locator("script").count() == 1


def test_a_link_leads_to_its_item(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="2.3 Scenario logic").click()
    expect(page).to_have_url(re.compile("#item-2-3$"))
    expect(page.locator("#item-2-3 h3")).to_be_in_viewport()


def test_parameters_sort_by_strength_from_the_keyboard_and_back(page: Page) -> None:
    region = page.get_by_role("region", name=PARAMETERS)
    before, head = column(page, 4), region.get_by_role("columnheader", name="Strength")
    strongest_first = sorted(before, key=ORDERS["Strength"].index)
    assert before != strongest_first
    head.get_by_role("button").focus()
    for order, expected in (("ascending", strongest_first), ("descending", strongest_first[::-1])):
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", order)
        assert column(page, 4) == expected
    page.keyboard.press("Enter")
    expect(head).not_to_have_attribute("aria-sort", "descending")
    assert column(page, 4) == before


def test_lengths_of_time_sort_by_length(page: Page) -> None:
    region = page.get_by_role("region", name="Kinds of work: table")
    button = region.get_by_role("button", name="On time within")
    button.click()
    assert region.locator("tbody td:last-child").all_inner_texts() == ["10 min", "30 min", "1\u00a0h", "24\u00a0h"]
    button.click()
    button.click()


def test_values_of_many_units_do_not_sort(page: Page) -> None:
    head = page.get_by_role("region", name=PARAMETERS).get_by_role("columnheader", name="Value and unit")
    expect(head).to_be_visible()
    expect(head.get_by_role("button")).to_have_count(0)


def test_parameters_can_be_searched(page: Page) -> None:
    search = page.get_by_label("Search input parameters")
    found = [path for path in column(page, 1) if "protocols." in path]
    search.fill("Protocols.")
    expect(page.locator("#item-3-3 output")).to_have_text(f"{len(found)} of {len(column(page, 1))} rows")
    expect(page.get_by_role("region", name=PARAMETERS).locator("tbody tr:visible")).to_have_count(len(found))
    search.fill("")


def test_paper_shows_every_row_and_no_search(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator(".search").first.is_hidden()
    heights = "region => [region.scrollHeight, region.clientHeight]"
    inside, shown = page.get_by_role("region", name=PARAMETERS).evaluate(heights)
    assert inside == shown
    heads = page.locator(".sort").evaluate_all("heads => heads.map(head => getComputedStyle(head).display)")
    assert set(heads) == {"contents"}, "a button in a head is not repeated on the next sheet"
    page.emulate_media(media="screen")
