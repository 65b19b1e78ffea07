"""`detox-sim animate`: one replication as a moving picture."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import Changes, File, Seed
from sim.cli.terminal import say, write
from sim.version import PROGRAM

if TYPE_CHECKING:
    from sim.experiments.motion.scene import Scene
    from sim.experiments.motion.window import Window
    from sim.scenario.scenario import Scenario

MOST_DAYS = 31

Replication = Annotated[int, typer.Option(metavar="R", min=0, help="Which replication, counted from 0.")]
From = Annotated[
    str,
    typer.Option("--from", metavar="WHEN", help="In the measured time: 'week 30 mon 00:00', '200 h' or '12 days'."),
]
Days = Annotated[int, typer.Option(metavar="N", min=1, max=MOST_DAYS, help="How many days are shown.")]
Page = Annotated[
    Path | None, typer.Option("--out", metavar="FILE.html", help="The page; default: motion-NAME.html, here.")
]


def animate(
    file: File,
    replication: Replication = 0,
    starts: From = "week 1",
    days: Days = 7,
    changes: Changes = None,
    seed: Seed = None,
    out: Page = None,
) -> None:
    """Show one replication as a moving picture, in a page that opens in any browser.

    Example: `detox-sim animate baseline --from "week 30 mon 00:00"`
    """
    from sim.cli.animate_window import window
    from sim.scenario.named import load

    if out is not None and out.suffix.lower() != ".html":
        raise typer.BadParameter(f"{out}: a name that ends in .html is accepted.", param_hint="--out")
    loaded = load(file, changes, seed=seed)
    shown = window(loaded.scenario.run, starts, days)
    from reports.motion import write_page
    from sim.cli.animate_floor import floor

    words = [str(file), "--replication", str(replication), "--from", starts, "--days", str(days)]
    page = floor(scene(loaded.scenario, replication, shown), replication, _line([*words, *_of_scenario(changes, seed)]))
    path = out or Path(f"motion-{loaded.path.stem}.html")
    write_page(page, path)
    for sentence in page.sentences:
        say(sentence)
    write(f"Motion: {path}")


def scene(scenario: "Scenario", replication: int, shown: "Window") -> "Scene":
    """Run the replication for as long as it takes."""
    from sim.cli.story.replayed import replay
    from sim.experiments.motion.scene import Scene
    from sim.rules.calendar import WEEK_H

    # What is drawn for a longer run begins as what is drawn for a shorter one. The week beyond is for shifts that
    # begin in the window, and for the next check of everybody.
    length_h = min(scenario.run.length_h, shown.to_h + WEEK_H - scenario.run.warm_up_h)
    shorter = scenario.model_copy(update={"run": scenario.run.model_copy(update={"length_h": length_h})})
    replayed = replay(shorter, replication)
    return Scene(scenario, replayed.population, replayed.log, shown)


def _of_scenario(changes: Sequence[str] | None, seed: int | None) -> list[str]:
    sets = [word for change in changes or () for word in ("--set", change)]
    return sets if seed is None else [*sets, "--seed", str(seed)]


def _line(words: Sequence[str]) -> str:
    return shlex.join([PROGRAM, "animate", *words])
