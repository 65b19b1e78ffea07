"""A page of the unit in motion, made from a short run and opened in a browser."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from reports.motion import write_page
from sim.cli.animate import scene
from sim.cli.animate_floor import floor
from sim.cli.animate_window import window
from sim.experiments.motion.scene import Scene
from sim.scenario import load_scenario

SHORT = ["run.length=2 weeks", "run.warm_up=2 weeks"]
AT_EACH_HOUR = """hours => {
    const unit = new Unit(JSON.parse(document.getElementById("plan").textContent));
    return hours.map(hour => {
        unit.goTo(3600 * hour);
        const { waiting, coming, used, boarding, cleaning, closed, free } = unit.counts;
        const today = ["admitted", "discharged", "left"].map(kind => unit.today[kind] ?? 0);
        const staff = unit.staff.map(({ on, busy }) => [on, busy]);
        return [waiting, unit.blocked, coming, used, boarding, cleaning, closed, free, today, staff];
    });
}"""


def a_week(scenarios: Path, name: str, *changes: str) -> Scene:
    scenario = load_scenario(scenarios / f"{name}.yaml", [*SHORT, *changes]).scenario
    return scene(scenario, 0, window(scenario.run, "20 h", 7))


def written(shown: Scene, folder: Path) -> Path:
    path = folder / "unit.html"
    write_page(floor(shown, 0, "detox-sim animate"), path)
    return path


class Visit:
    """A page that keeps what it said to the console and what it asked the network for."""

    def __init__(self, browser: Browser, path: Path, width: int = 1280, dark: bool = False, still: bool = True):
        self.page: Page = browser.new_page(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
        )
        self.said, self.asked = list[str](), list[str]()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())

    @property
    def now(self) -> str:
        return f"{self.page.locator('#weekday').inner_text()} {self.page.locator('#time').inner_text()}"

    def scrub(self, minutes: int) -> None:
        self.page.locator("#scrub").evaluate(
            "(slider, minutes) => { slider.value = minutes; slider.dispatchEvent(new Event('input')); }", minutes
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
