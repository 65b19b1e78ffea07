"""Measures and amounts of them, as files of studies, sweeps and searches say them."""

import re
from collections.abc import Iterable
from math import nan

from sim.experiments.said import Said
from sim.measures import MEASURES, Measure, registry_for
from sim.scenario import LoadedScenario
from sim.scenario.tree.node import plain
from sim.scenario.tree.place import shown
from sim.scenario.values.nearest import like

UNKNOWN = Measure("", "", "", "", "count", "access")
PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?) *%")
LISTED = "the command 'measures' lists them"


def read_measure(said: Said, loaded: LoadedScenario | None) -> Measure:
    """By its name; a nameless one, with a fault, for a measure that the scenario does not have.

    Without a scenario, because it is not valid, any name is known that some scenario may have.
    """
    name = said.text()
    if not name:
        return UNKNOWN
    known = {measure.name: measure for measure in (registry_for(loaded.scenario) if loaded else MEASURES)}
    if name in known or (loaded is None and name.partition("[")[0] in known):
        return known.get(name, UNKNOWN)
    where = loaded.path if loaded else "any scenario"
    said.wrong(f"is {shown(name)}, which is no measure of {where}{hint(name, known)}")
    return UNKNOWN


def hint(name: str, known: Iterable[str]) -> str:
    """What may be meant, and where all of them are told."""
    best = like(name, known)
    return f"; did you mean {' or '.join(best)}? ({LISTED})" if best else f"; {LISTED}"


def read_amount(said: Said, measure: Measure) -> float:
    """A figure of the measure, in its unit; nan, with a fault, for anything else.

    A share is a percentage from 0 to 100, written 80 or `80 %`. One between 0 and 1 is most often a fraction that was
    meant to be a hundred times as much, so it needs its sign.
    """
    text = said.node.content
    found = PERCENT.fullmatch(text.strip()) if measure.unit == "%" and isinstance(text, str) else None
    value = float(found[1]) if found else said.number()
    if measure.unit != "%":
        return value
    if value < 0 or value > 100:
        said.wrong(f"is {shown(plain(said.node))}, and {measure.name} is in %; 0 to 100 is accepted")
        return nan
    if 0 < value < 1 and not found:
        said.wrong(
            f"is {value:g}, and {measure.name} is in %; write {100 * value:g} if {100 * value:g} % is meant, or "
            f"{value:g} % with its sign"
        )
        return nan
    return value
