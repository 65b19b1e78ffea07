"""The whole document: every item of STRESS-DES 1.0 in its place, counted by how completely it is answered.

Monks et al. 2019, Journal of Simulation 13(1), doi 10.1080/17477778.2018.1442155.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sim.describe.checklist import checklist
from sim.describe.item import Item, Status
from sim.describe.ran import Ran
from sim.describe.words import escaped
from sim.scenario.reading.load import LoadedScenario

SECTIONS = {
    "1": "Objectives",
    "2": "Logic",
    "3": "Data",
    "4": "Experimentation",
    "5": "Implementation",
    "6": "Code access",
}
GUIDELINE = "<https://doi.org/10.1080/17477778.2018.1442155>"


@dataclass(frozen=True)
class Document:
    """The model in words, ready to be rendered."""

    name: str
    """Of the scenario, as its author wrote it."""
    written: str
    """From which file and by which checklist, as Markdown."""
    items: Sequence[Item]

    @property
    def counts(self) -> dict[Status, int]:
        """How many items are answered how completely."""
        found = Counter(item.status for item in self.items)
        return {status: found[status] for status in Status}

    @property
    def counted(self) -> str:
        """`Of 24 items: 22 filled, 2 partly, 0 not provided by author.`"""
        told = ", ".join(f"{count} {status.value}" for status, count in self.counts.items())
        return f"Of {len(self.items)} items: {told}."


def describe(loaded: LoadedScenario, against: LoadedScenario | None = None, run: Ran | None = None) -> Document:
    """The model in words for the resolved scenario, compared with another one or with those that it extends.

    A run of it fills in what only a run knows.

    Raises ResultsError when a table of sensitivity beside the scenario cannot be read.
    """
    return Document(
        name=loaded.scenario.name,
        written=f"Written by the program from the resolved scenario in {escaped(loaded.path.name)}, by the checklist "
        f"STRESS-DES 1.0 (Monks et al. 2019, {GUIDELINE}).",
        items=tuple(checklist(loaded, against, run)),
    )
