"""`detox-sim trace`: one person's story, line by line and as a figure."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from sim.cli.options import FLAG, Changes, File, Seed
from sim.cli.terminal import results, say, write

if TYPE_CHECKING:
    from sim.cli.story.replayed import Replayed
    from sim.cli.story.telling import Line
    from sim.scenario.scenario import Scenario

MOST_LISTED = 40

Patient = Annotated[int | None, typer.Option(metavar="N", help="Number of the person; default: the program picks.")]
Replication = Annotated[int, typer.Option(metavar="R", min=0, help="Which replication, counted from 0.")]
Listed = Annotated[bool, typer.Option("--list", metavar=FLAG, help="List people: numbers and how they ended.")]
Figure = Annotated[
    Path | None, typer.Option(metavar="FILE.html", help="Draw the stay too, as a page that opens in any browser.")
]


def trace(
    file: File,
    patient: Patient = None,
    replication: Replication = 0,
    listed: Listed = False,
    figure: Figure = None,
    changes: Changes = None,
    seed: Seed = None,
) -> None:
    """Tell one person's story, line by line.

    Example: `detox-sim trace baseline --patient 62000 --figure story.html`
    """
    from sim.cli.story.replayed import replay
    from sim.scenario.named import load

    if figure is not None:
        _check_name(figure, listed)
    scenario = load(file, changes, seed=seed).scenario
    if listed:
        _print_list(replay(scenario, replication))
        return
    number = _picked(scenario, replication) if patient is None else patient
    replayed = replay(scenario, replication, watched=number)
    if number not in replayed:
        raise typer.BadParameter(_nobody(replayed, number), param_hint="--patient")
    if figure is not None:
        _draw(replayed, number, figure)
    _print_story(replayed, number)
    if figure is not None:
        write(f"\nFigure: {figure}")


def _check_name(figure: Path, listed: bool) -> None:
    if listed:
        raise typer.BadParameter("a figure shows one person, so it does not go with --list.", param_hint="--figure")
    if figure.suffix.lower() != ".html":
        raise typer.BadParameter(f"{figure}: a name that ends in .html is accepted.", param_hint="--figure")


def _picked(scenario: "Scenario", replication: int) -> int:
    from sim.cli.story.replayed import replay

    number = replay(scenario, replication).first_admitted()
    if number is None:
        raise typer.BadParameter("nobody is admitted in the measured window; give a number.", param_hint="--patient")
    say("No number was given: this is the first person admitted after the warm-up.")
    say("For somebody else: --list shows numbers, and --patient N tells a story.")
    write("")
    return number


def _nobody(replayed: "Replayed", number: int) -> str:
    nearest = " and ".join(map(str, replayed.nearest(number)))
    return (
        f"nobody of number {number} is referred in replication {replayed.replication}; "
        f"the nearest numbers are {nearest}."
    )


def _draw(replayed: "Replayed", number: int, figure: Path) -> None:
    from sim.cli.story.picture import picture, why_not

    reason = why_not(replayed, number)
    if reason:
        raise typer.BadParameter(reason, param_hint="--figure")
    from reports.trace import write_page

    write_page(picture(replayed, number), figure)


def _print_story(replayed: "Replayed", number: int) -> None:
    from sim.cli.story.wish import EXPLAINED

    say(f"Person {number}, replication {replayed.replication} of {replayed.scenario.name}")
    facts = Table.grid(padding=(0, 2))
    for what, value in replayed.who(number):
        facts.add_row(what, value)
    results().print(facts)
    for part, lines in groupby(replayed.story(number), key=lambda line: line.part):
        _print_part(part, lines)
    wish = replayed.wish(number)
    if wish:
        write("\nThe wish to leave")
        for sentence in (*wish.say(), EXPLAINED):
            say(sentence)


def _print_part(part: str, lines: "Iterable[Line]") -> None:
    from sim.cli.story.telling import COUNTED

    write("")
    say(f"{part} ({COUNTED[part]})")
    told = Table.grid(padding=(0, 2))
    told.add_column(no_wrap=True)
    for line in lines:
        told.add_row(line.when, line.what)
    results().print(told)


def _print_list(replayed: "Replayed") -> None:
    listed = Table.grid(padding=(0, 2))
    listed.add_column(justify="right", no_wrap=True)
    for number in replayed.numbers[:MOST_LISTED]:
        listed.add_row(str(number), replayed.ending(number))
    results().print(listed)
    shown, everybody = min(MOST_LISTED, len(replayed.numbers)), len(replayed.numbers)
    say(f"{shown} of {everybody} people referred in replication {replayed.replication}.")
