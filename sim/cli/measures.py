"""`detox-sim measures`: every measure with its unit and what it means."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.terminal import results, say, wrapped, write

if TYPE_CHECKING:
    from sim.measures import Measure

Wanted = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE", help="Scenario file or name: those that it has. Without one, all there are.",
        show_default=False,
    ),
]  # fmt: skip
Word = Annotated[
    str | None,
    typer.Option("--find", metavar="WORD", help="Only those that speak of this, such as wait.", show_default=False),
]

GROUPS = {
    "access": "Access and the waiting list",
    "beds": "Beds",
    "care": "Care and staff",
    "outcome": "How stays end",
    "transition": "The way on",
    "after": "Afterwards",
    "money": "Money",
}
"""Groups of the registry, in their order here."""
GOOD = {"higher": " More is better.", "lower": " Less is better.", "": ""}
INDENT = 4


def measures(file: Wanted = None, word: Word = None) -> None:
    """List the measures: name, unit and what each means.

    The names are those that targets of a file, --matters and --precision take, and that the tables of results hold.
    A * marks the ten of a report's first page.

    Example: `detox-sim measures baseline --find wait`
    """
    from sim.measures import MEASURES, registry_for
    from sim.measures.registry import DECLARED
    from sim.scenario.named import load

    known = registry_for(load(file, None).scenario) if file else MEASURES
    by = {} if file else {each.measure.name: each.by for each in DECLARED if each.by}
    shown = [measure for measure in known if not word or word.lower() in _all_words(measure)]
    if not shown:
        raise typer.BadParameter(f"no measure speaks of '{word}'.", param_hint="--find")
    for group, title in GROUPS.items():
        listed = [measure for measure in shown if measure.group == group]
        if listed:
            results().print(title, style="bold")
            for measure in listed:
                _print(measure, by.get(measure.name, ""))
            write("")
    say(_closing(len(shown), len(known), any(measure.name in by for measure in shown)))


def _all_words(measure: "Measure") -> str:
    return f"{measure.name} {measure.label} {measure.definition}".lower()


def _print(measure: "Measure", by: str) -> None:
    """The name with its unit on a line, and the meaning below."""
    name = f"{measure.name}[{by.upper()}]" if by else measure.name
    unit = f" ({measure.unit})" if measure.unit else ""
    write(f"{'*' if measure.headline else ' '} {name}{unit}")
    write(wrapped(f"{measure.label}. {measure.definition}{GOOD[measure.better]}", INDENT))


def _closing(shown: int, known: int, by: bool) -> str:
    """How many there are, and what the marks mean."""
    count = f"{known} measures" if shown == known else f"{shown} of {known} measures"
    each = " [ROLE] and the like: one for each that a scenario has; give the scenario to see their names." if by else ""
    return f"{count}. A * marks those of a report's first page.{each}"
