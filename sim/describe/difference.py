"""What a scenario changes in the one that it extends (STRESS-DES 2.3)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set

from sim.describe.parameters import DEFAULT, Parameter, parameters
from sim.describe.words import escaped, paragraphs, table
from sim.scenario.reading.load import LoadedScenario, load_scenario

OWN = ("name", "question", "rationale")
ABSENT = "–"
Values = Mapping[str, Parameter]


def difference(loaded: LoadedScenario) -> str:
    """A table of every value that differs from the scenario at the root of the `extends` chain."""
    base = load_scenario(loaded.files[-1])
    before, here = _values(base), _values(loaded)
    rows = list(_rows(before, here))
    if not rows:
        return (
            "Nothing: this is the base scenario."
            if len(loaded.files) == 1
            else "Nothing differs from the base scenario."
        )
    return paragraphs(
        f"Compared with “{escaped(base.scenario.name)}” ({escaped(base.path.name)}):",
        table(("Parameter", "Base", "Here"), rows),
    )


def _rows(before: Values, here: Values) -> Iterator[tuple[str, str, str]]:
    """What is changed or gone in the order of the base, then what is new; a part that is gone altogether is one row."""
    kept = {start for path in here for start in _starts(path)}
    gone = Counter(_part_gone(path, kept) for path in before if path not in here)
    for path in dict.fromkeys(path if path in here else _part_gone(path, kept) for path in before):
        if path in gone:
            yield f"`{path}`", _said(before[path]) if path in before else f"{gone[path]} values", ABSENT
        elif _said(before[path]) != _said(here[path]):
            yield f"`{path}`", _said(before[path]), _said(here[path])
    for path, each in here.items():
        if path not in before and each.strength != DEFAULT:
            yield f"`{path}`", ABSENT, _said(each)


def _starts(path: str) -> Iterator[str]:
    """`a`, `a.b` and `a.b.c` of `a.b.c`."""
    names = path.split(".")
    return (".".join(names[:length]) for length in range(1, len(names) + 1))


def _part_gone(path: str, kept: Set[str]) -> str:
    """The largest part around a value of which nothing is left."""
    return next(start for start in _starts(path) if start not in kept)


def _values(loaded: LoadedScenario) -> Values:
    return {each.path: each for each in parameters(loaded) if each.path not in OWN}


def _said(parameter: Parameter) -> str:
    return escaped(parameter.value)
