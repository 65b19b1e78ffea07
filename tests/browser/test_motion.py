"""The animated page in a real browser: it plays, stops, scrubs, asks for nothing, and shows what the log says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect

from sim.experiments.motion.by_hour import Readings
from sim.experiments.motion.scene import Scene
from sim.vocabulary import Blocked
from tests.browser.moving import AT_EACH_HOUR, Visit, a_week, written
from tests.browser.visiting import SCREENS

pytestmark = pytest.mark.browser

FEW_NURSES = ["staff.roles.nurse.unfilled_pct=40", "staff.roles.nurse.agency_pct=0"]
HOSTILE = "<script>document.title='taken'</script> \"quoted\" <b>bold</b> 🙂"


@pytest.fixture(scope="module")
def shown(scenarios: Path) -> Scene:
    """A week in which people wait, and beds close for want of nurses."""
    return a_week(scenarios, "baseline", "demand.per_day=7", *FEW_NURSES)


@pytest.fixture(scope="module")
def page_file(shown: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(shown, tmp_path_factory.mktemp("motion"))


@pytest.fixture
def visit(browser: Browser, page_file: Path) -> Iterator[Visit]:
    visit = Visit(browser, page_file)
    yield visit
    assert visit.said == []
    visit.page.close()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_it_fits_the_screen_is_quiet_and_axe_finds_nothing(
    browser: Browser, page_file: Path, width: int, scheme: str
) -> None:
    visit = Visit(browser, page_file, width, dark=scheme == "dark")
    visit.scrub(60 * 60)
    visit.page.locator("summary").click()
    visit.page.locator("button.bed").first.focus()
    found = Axe().run(visit.page)
    assert found.violations_count == 0, found.generate_report()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.said == []
    assert visit.asked == [page_file.as_uri()]
    visit.page.close()


def test_who_wants_less_motion_finds_it_paused(visit: Visit) -> None:
    expect(visit.page.locator("#play")).to_have_text("Play")
    before = visit.now
    visit.page.wait_for_timeout(400)
    assert visit.now == before == "Monday 20:00"


def test_it_plays_by_itself_and_pause_stops_it(browser: Browser, page_file: Path) -> None:
    visit = Visit(browser, page_file, still=False)
    expect(visit.page.locator("#time")).not_to_have_text("20:00")
    visit.page.locator("#play").click()
    expect(visit.page.locator("#play")).to_have_text("Play")
    stopped = visit.now
    visit.page.wait_for_timeout(400)
    assert visit.now == stopped
    assert visit.said == []
    visit.page.close()


def test_play_goes_on_and_ends_with_the_window(visit: Visit) -> None:
    visit.press("End", "ArrowLeft")
    assert visit.now == "Monday 19:00"
    visit.page.locator("#speed").select_option("28800")
    visit.page.locator("#play").click()
    expect(visit.page.locator("#time")).to_have_text("20:00")
    expect(visit.page.locator("#play")).to_have_text("Play")


def test_keys_step_play_and_change_the_speed(visit: Visit) -> None:
    visit.press("ArrowRight", "ArrowRight")
    assert visit.now == "Monday 22:00"
    visit.press("Shift+ArrowRight", "ArrowLeft")
    assert visit.now == "Tuesday 21:00"
    visit.press("Home")
    assert visit.now == "Monday 20:00"
    visit.press("+")
    expect(visit.page.locator("#speed")).to_have_value("7200")
    visit.press("-", "-")
    expect(visit.page.locator("#speed")).to_have_value("1800")
    visit.press("Space")
    expect(visit.page.locator("#play")).to_have_text("Pause")
    expect(visit.page.locator("#time")).not_to_have_text("20:00")
    visit.press("Space")
    expect(visit.page.locator("#play")).to_have_text("Play")


def test_space_on_a_bed_plays_and_on_the_button_plays_once(visit: Visit) -> None:
    for place in ("button.bed >> nth=0", "#play"):
        visit.page.locator(place).focus()
        visit.press("Space")
        expect(visit.page.locator("#play")).to_have_text("Pause")
        visit.press("Space")
        expect(visit.page.locator("#play")).to_have_text("Play")


def test_scrubbing_back_shows_what_was_shown(visit: Visit) -> None:
    def seen() -> list[str]:
        return [visit.page.locator(part).inner_text() for part in (".floor", ".clock")]

    visit.scrub(30 * 60)
    first = seen()
    visit.scrub(5 * 24 * 60)
    assert seen() != first
    visit.scrub(30 * 60)
    assert seen() == first


def test_a_stop_is_announced_to_those_who_hear_the_page(visit: Visit) -> None:
    visit.press("ArrowRight")
    expect(visit.page.locator("#said")).to_contain_text("Monday 21:00: ")


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("baseline", ["demand.per_day=7", *FEW_NURSES]),
        ("rooms-for-women", []),
        ("more-step-down-places", ["demand.list_limit=3"]),
    ],
)
def test_every_hour_is_what_the_log_says(
    browser: Browser, scenarios: Path, tmp_path: Path, name: str, changes: list[str]
) -> None:
    shown = a_week(scenarios, name, *changes)
    visit = Visit(browser, written(shown, tmp_path))
    hours = Readings(shown).by_hour()
    # Backwards too: a state does not depend on the way to it.
    order = [*range(len(hours)), *range(len(hours) - 1, -1, -12)]
    found = visit.page.evaluate(AT_EACH_HOUR, order)
    for place, (*counts, today, staff) in zip(order, found, strict=True):
        hour = hours[place]
        said = [
            hour.waiting,
            hour.blocked,
            hour.on_the_way,
            hour.in_bed,
            hour.boarding,
            hour.cleaning,
            hour.closed,
            hour.free,
        ]
        assert counts == said, shown.window.say(hour.time_h)
        assert today == hour.since_midnight, shown.window.say(hour.time_h)
        assert staff == [[on, busy] for on, busy in hour.staff], shown.window.say(hour.time_h)
    visit.page.close()


def test_that_week_has_closed_beds_and_people_who_wait(shown: Scene) -> None:
    hours = Readings(shown).by_hour()
    assert max(hour.closed for hour in hours) > 0
    assert max(hour.waiting for hour in hours) > 5
    assert max(hour.boarding for hour in hours) > 0
    assert {hour.blocked for hour in hours} >= {Blocked.HOURS, Blocked.RATIO}


def test_the_floor_shows_as_many_of_each_as_it_counts(visit: Visit, shown: Scene) -> None:
    hours = Readings(shown).by_hour()
    closed = [place for place, hour in enumerate(hours) if hour.closed]
    for place in (0, *closed[:3]):
        visit.scrub(60 * place)
        hour = hours[place]
        for state, count in (("kept", hour.on_the_way), ("cleaning", hour.cleaning), ("closed", hour.closed)):
            expect(visit.page.locator(f"button.bed[data-state={state}]")).to_have_count(count)
        in_bed = visit.page.locator("button.bed[data-state=used], button.bed[data-state=hospital]")
        expect(in_bed).to_have_count(hour.in_bed)
        expect(visit.page.locator("#waiting-count")).to_have_text(str(hour.waiting))


def test_a_bed_tells_who_is_in_it_by_pointer_and_by_focus(visit: Visit) -> None:
    visit.scrub(48 * 60)
    beds = visit.page.locator("button.bed[data-state=used]")
    beds.nth(0).hover()
    told = visit.page.locator("#about").inner_text()
    for what in ("Person", "Care plan", "Withdrawal now", "In this bed", "Next check"):
        assert what in told
    beds.nth(1).focus()
    assert visit.page.locator("#about").inner_text() != told
    number = visit.page.locator("#about dd").first.inner_text()
    assert f"person {number}" in (beds.nth(1).get_attribute("aria-label") or "")


def test_people_who_leave_are_seen_for_a_while(visit: Visit) -> None:
    plan: dict[str, Any] = visit.page.evaluate("JSON.parse(document.getElementById('plan').textContent)")
    kind = plan["kinds"].index("left")
    second, _, who, _ = next(row for row in plan["events"] if row[0] > 0 and row[1] == kind)
    chip = visit.page.locator(f"#left .chip.left[data-key='{who}']")
    for minutes, count in ((0, 0), (1, 1), (179, 1), (181, 0)):
        visit.scrub(second // 60 + minutes)
        expect(chip).to_have_count(count)


def test_hostile_names_stay_text(browser: Browser, scenarios: Path, tmp_path: Path) -> None:
    said = json.dumps(HOSTILE, ensure_ascii=False)
    changes = [f"name={said}", f"staff.roles.nurse.label={said}"]
    visit = Visit(browser, written(a_week(scenarios, "baseline", *changes), tmp_path))
    visit.scrub(48 * 60)
    assert visit.page.title().startswith("<script>document.title='taken'</script>")
    assert visit.page.locator("#staff b").first.inner_text() == HOSTILE
    assert visit.page.locator("main b b").count() == 0
    assert visit.said == []
    visit.page.close()


def test_without_scripts_the_table_says_the_same(browser: Browser, page_file: Path, shown: Scene) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(page_file.as_uri())
    page.locator("summary").click()
    assert page.locator(".data tbody tr").count() == 169
    hour = Readings(shown).by_hour()[48]
    cells = page.locator(".data tbody tr").nth(48).locator("td").all_inner_texts()
    assert cells[1:4] == [str(hour.waiting), str(hour.on_the_way), str(hour.in_bed)]
    page.context.close()
