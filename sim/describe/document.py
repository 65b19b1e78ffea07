"""The whole document: every item of STRESS-DES 1.0 in its place, counted by how completely it is answered.

Monks et al. 2019, Journal of Simulation 13(1), doi 10.1080/17477778.2018.1442155.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from sim.describe.checklist import checklist
from sim.describe.item import Item, Status
from sim.describe.words import escaped, paragraphs, table
from sim.scenario.reading.load import LoadedScenario

SECTIONS = {
    "1": "Objectives",
    "2": "Logic",
    "3": "Data",
    "4": "Experimentation",
    "5": "Implementation",
    "6": "Code access",
}


def describe(loaded: LoadedScenario) -> str:
    """The model in words, as Markdown, for the resolved scenario."""
    items = list(checklist(loaded))
    return (
        paragraphs(_head(loaded, items), *(_section(number, title, items) for number, title in SECTIONS.items())) + "\n"
    )


def _head(loaded: LoadedScenario, items: Sequence[Item]) -> str:
    counts = Counter(item.status for item in items)
    told = ", ".join(f"{counts[status]} {status.value}" for status in Status)
    return paragraphs(
        f"# {escaped(loaded.scenario.name)}: the model in words",
        f"Written from the resolved scenario in {escaped(loaded.path.name)}, by the checklist STRESS-DES 1.0 (Monks "
        "et al. 2019, doi 10.1080/17477778.2018.1442155).",
        f"Of {len(items)} items: {told}.",
        table(("Item", "", "Status"), ((item.number, item.title, item.status.value) for item in items)),
    )


def _section(number: str, title: str, items: Iterable[Item]) -> str:
    inside = (_item(item) for item in items if item.number.startswith(f"{number}."))
    return paragraphs(f"## {number} {title}", *inside)


def _item(item: Item) -> str:
    return paragraphs(f"### {item.number} {item.title}", f"*{item.status.value.capitalize()}*", item.body)
