"""The table of all input parameters, a part for each section of the scenario (STRESS-DES 3.3)."""

from collections.abc import Iterable, Sequence

from sim.describe.parameters import ASSUMED, Parameter
from sim.describe.words import escaped, paragraphs, table

HEADS = ("Parameter", "Value", "Source or reason", "Strength")


def values(found: Iterable[Parameter]) -> str:
    """Every value with unit, grounds and strength; the values a scenario leaves out come last in their section."""
    sections: dict[str, list[Parameter]] = {}
    for each in found:
        sections.setdefault(_section(each), []).append(each)
    return paragraphs(
        *(part for name, inside in sections.items() for part in (f"#### {name}", table(HEADS, map(_row, inside))))
    )


def _section(parameter: Parameter) -> str:
    section, _, below = parameter.path.partition(".")
    return section if below else "scenario"


def _row(parameter: Parameter) -> Sequence[str]:
    why = "assumed, see 3.4" if parameter.strength == ASSUMED else _rows(parameter)
    return f"`{parameter.path}`", escaped(parameter.value), why, parameter.strength


def _rows(parameter: Parameter) -> str:
    return ", ".join(f"`{row}`" for row in parameter.grounds.sources) if parameter.grounds else ""
