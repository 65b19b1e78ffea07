"""The animated page: one HTML document that needs nothing else."""

from importlib.resources import files
from pathlib import Path

from reports.document import templates, write_whole
from reports.embed import content_policy, data, own
from reports.motion.floor import Floor

SCRIPTS = ("unit.js", "words.js", "view.js", "player.js")
"""In the order in which they need each other."""
DAY_S = 86400
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MOST_DAYS_NAMED = 14
"""Names of days that fit under the slider; beyond, only Mondays have theirs."""


def write_page(floor: Floor, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    write_whole(path, render(floor), "the page")


def render(floor: Floor) -> str:
    """The page as one HTML document; the same floor gives the same bytes."""
    scripts = [_text("reports.motion", name) for name in SCRIPTS]
    css = _text("reports", "style.css") + _text("reports.motion", "motion.css")
    return templates("reports.motion").get_template("motion.html.jinja").render(
        floor=floor,
        days=days(floor),
        last_minute=floor.plan["seconds"] // 60,
        policy=content_policy(scripts),
        css=own(css),
        plan=data(floor.plan),
        scripts=[own(script) for script in scripts],
    )  # fmt: skip


def days(floor: Floor) -> list[tuple[float, str]]:
    """Where each day begins, in percent of the window, and its name."""
    start, seconds = floor.plan["start"], floor.plan["seconds"]
    begins = range(-start["clock_s"], seconds, DAY_S)
    named = [(second, DAY_NAMES[(start["weekday"] + number) % 7]) for number, second in enumerate(begins)]
    few = len(named) <= MOST_DAYS_NAMED
    return [(100 * second / seconds, name if few or name == "Mon" else "") for second, name in named if second >= 0]


def _text(package: str, name: str) -> str:
    return files(package).joinpath("templates", name).read_text(encoding="utf-8")
