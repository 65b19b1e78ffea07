"""The table of all input parameters (STRESS-DES 3.3)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sim.describe.blocks import Grid, grid
from sim.describe.evidence_base import ORDERS
from sim.describe.parameters import Parameter
from sim.describe.words import escaped

HEADS = ("Parameter", "Value and unit", "Source or reason", "Strength")
NAME = "Input parameters"


def values(found: Iterable[Parameter]) -> Grid:
    """Every value with unit, grounds and strength, by section of the scenario; what the program adds comes last."""
    return replace(grid(NAME, HEADS, map(_row, found)), orders=ORDERS)


def _row(parameter: Parameter) -> Sequence[str]:
    return f"`{parameter.path}`", escaped(parameter.value), _why(parameter), parameter.strength


def _why(parameter: Parameter) -> str:
    """The rows of the evidence table, or the author's reason."""
    if parameter.grounds is None:
        return ""
    rows = ", ".join(f"`{row}`" for row in parameter.grounds.sources)
    return rows or escaped(parameter.grounds.text)
