"""The report as it lies on a screen and on paper: contents, what moves sideways, and what is printed of it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import Visit

pytestmark = pytest.mark.browser

MEDIA_BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
"""Of each page of a PDF: its width and height in points."""


def test_what_moves_sideways_says_so_and_nothing_else_does(visit: Visit) -> None:
    said = "getComputedStyle(each, '::before').content.includes('move it sideways')"
    moves = "[...each.children].some(child => child.offsetWidth > each.clientWidth + 1)"
    shown = "[...document.querySelectorAll('.scroll')].filter(each => each.checkVisibility())"
    untrue = f"{shown}.filter(each => {moves} !== {said}).length"
    hint = visit.page.locator("#headline .moves")
    for width, count in ((390, 1), (1280, 0)):
        visit.page.set_viewport_size({"width": width, "height": 900})
        expect(hint).to_have_count(count)
        visit.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert visit.page.evaluate(untrue) == 0


def test_every_entry_of_the_contents_leads_somewhere(visit: Visit) -> None:
    assert visit.dead_links() == []
    assert visit.page.locator("#contents a").count() > 30


def test_the_contents_mark_the_place_that_is_read_and_unfold_its_chapter_alone(visit: Visit) -> None:
    current = visit.page.locator("#contents [aria-current='location']")
    for place, chapter in (("clock-1", "chapter-work"), ("outcomes", "chapter-stay")):
        visit.page.evaluate(f"location.hash = '{place}'")
        expect(current).to_have_attribute("href", f"#{place}")
        unfolded = visit.page.locator("#contents li:has(> a[href^='#chapter-']) > ul:visible")
        expect(unfolded).to_have_count(1)
        assert unfolded.locator("xpath=preceding-sibling::a").get_attribute("href") == f"#{chapter}"


def test_every_entry_of_the_contents_is_reached_from_the_keyboard(visit: Visit) -> None:
    visit.page.evaluate("location.hash = 'answer'")
    expect(visit.page.locator("#contents [aria-current]")).to_have_attribute("href", "#answer")
    links = visit.page.locator("#contents a").evaluate_all("links => links.map(link => link.hash)")
    visit.page.locator("#contents a").first.focus()
    reached = []
    for _ in links:
        reached.append(visit.focused("hash"))
        visit.page.keyboard.press("Tab")
    assert reached == links


def test_paper_gets_light_figures_that_fit_it(visit: Visit) -> None:
    visit.page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = false")
    assert visit.widths_on_paper() == {680}
    assert visit.page.locator(".plot:not([data-look='paper'])").count() == 0, "those of every scenario are printed"
    assert visit.page.locator("#measures details:not([open]), #changes details:not([open])").count() == 0
    visit.printed()
    assert visit.page.locator("main .folded[open]").count() == 0


def test_paper_says_what_it_leaves_out_and_keeps_headings_and_figures_with_what_is_theirs(visit: Visit) -> None:
    visit.page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = false")
    visit.page.emulate_media(media="print")
    after = "each => getComputedStyle(each, '::after').content.includes('not printed')"
    left_out = visit.page.locator("main summary")
    assert left_out.evaluate_all(f"found => found.every({after})")
    visit.page.evaluate("document.getElementById('clock-1').open = true")
    assert not visit.page.locator("#clock-1 > summary").evaluate(after)
    together = (("main :is(h2, h3, h4):not(.unseen), #clock-1 > summary", "breakAfter"), ("figure", "breakInside"))
    for what, rule in together:
        rules = visit.page.locator(what).evaluate_all(f"found => found.map(each => getComputedStyle(each).{rule})")
        assert set(rules) == {"avoid"}
    assert visit.page.locator(".on-screen:visible").count() == 0
    visit.page.emulate_media(media="null")
    visit.page.evaluate("document.getElementById('clock-1').open = false")


@pytest.mark.parametrize(("paper", "sides"), [("A4", (596, 843)), ("Letter", (612, 792))])
def test_question_answer_and_measures_stand_on_the_first_sheet_of_either_size(
    visit: Visit, paper: str, sides: tuple[int, int]
) -> None:
    after = "#watch, #costs, #brief > .about, #analysis, #researchers"
    rest = "found => found.forEach(each => {{ each.hidden = {} }})"
    visit.page.locator(after).evaluate_all(rest.format("true"))
    pages = MEDIA_BOX.findall(visit.page.pdf(format=paper))
    visit.page.locator(after).evaluate_all(rest.format("false"))
    assert [(round(float(width)), round(float(height))) for width, height in pages] == [sides]


def test_print_is_large_enough_to_read(visit: Visit) -> None:
    visit.page.emulate_media(media="print")
    size = visit.page.locator("#answer p").first.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    visit.page.emulate_media(media="null")
    assert size >= 11, "8.25 points"
