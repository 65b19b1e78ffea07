"""`detox-sim trace`: one person's story, line by line."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from sim.cli.options import FLAG, Changes, File, Seed
from sim.cli.terminal import results, say, write

if TYPE_CHECKING:
    from sim.cli.story.replayed import Replayed
    from sim.cli.story.telling import Line

MOST_LISTED = 40

Patient = Annotated[int | None, typer.Option(metavar="N", help="Number of the person; default: the program picks.")]
Replication = Annotated[int, typer.Option(metavar="R", min=0, help="Which replication, counted from 0.")]
Listed = Annotated[bool, typer.Option("--list", metavar=FLAG, help="List people: numbers and how they ended.")]


def trace(
    file: File,
    patient: Patient = None,
    replication: Replication = 0,
    listed: Listed = False,
    changes: Changes = None,
    seed: Seed = None,
) -> None:
    """Tell one person's story, line by line.

    Example: `detox-sim trace baseline --patient 62000`
    """
    from sim.cli.scenarios import load
    from sim.cli.story.replayed import replay

    replayed = replay(load(file, changes, seed=seed).scenario, replication)
    if listed:
        _print_list(replayed)
    elif patient is None:
        _print_story(replayed, _picked(replayed))
    elif patient in replayed:
        _print_story(replayed, patient)
    else:
        nearest = " and ".join(map(str, replayed.nearest(patient)))
        raise typer.BadParameter(
            f"nobody of number {patient} is referred in replication {replication}; the nearest numbers are {nearest}.",
            param_hint="--patient",
        )


def _picked(replayed: "Replayed") -> int:
    number = replayed.first_admitted()
    if number is None:
        raise typer.BadParameter("nobody is admitted in the measured window; give a number.", param_hint="--patient")
    say("No number was given: this is the first person admitted after the warm-up.")
    say("For somebody else: --list shows numbers, and --patient N tells a story.")
    write("")
    return number


def _print_story(replayed: "Replayed", number: int) -> None:
    say(f"Person {number}, replication {replayed.replication} of {replayed.scenario.name}")
    facts = Table.grid(padding=(0, 2))
    for what, value in [*replayed.who(number), ("Ended", replayed.ending(number))]:
        facts.add_row(what, value)
    results().print(facts)
    for part, lines in groupby(replayed.story(number), key=lambda line: line.part):
        _print_part(part, lines)


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
