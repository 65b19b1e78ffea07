"""What a scenario changes in the one that it extends (STRESS-DES 2.3)."""

from collections.abc import Mapping

from sim.describe.parameters import parameters
from sim.describe.words import escaped, paragraphs, table
from sim.scenario.reading.load import LoadedScenario, load_scenario

OWN = ("name", "question", "rationale")
ABSENT = "–"


def difference(loaded: LoadedScenario) -> str:
    """A table of every value that differs from the scenario at the root of the `extends` chain."""
    base = load_scenario(loaded.files[-1])
    before, here = _values(base), _values(loaded)
    paths = [path for path in dict.fromkeys([*before, *here]) if before.get(path) != here.get(path) and path not in OWN]
    if not paths:
        return (
            "Nothing: this is the base scenario."
            if len(loaded.files) == 1
            else "Nothing differs from the base scenario."
        )
    rows = [(f"`{path}`", before.get(path, ABSENT), here.get(path, ABSENT)) for path in paths]
    return paragraphs(
        f"Compared with “{escaped(base.scenario.name)}” ({escaped(base.path.name)}):",
        table(("Parameter", "Base", "Here"), rows),
    )


def _values(loaded: LoadedScenario) -> Mapping[str, str]:
    return {each.path: escaped(each.value) for each in parameters(loaded)}
