"""What a scenario changes in another one (STRESS-DES 2.3)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set

from sim.describe.blocks import Block, grid
from sim.describe.parameters import DEFAULT, Parameter, parameters
from sim.describe.words import escaped, listing
from sim.scenario.reading.load import LoadedScenario, load_scenario

OWN = ("name", "question", "rationale")
ABSENT = "–"
HEADS = ("Parameter", "There", "Here")
Values = Mapping[str, Parameter]


def difference(loaded: LoadedScenario, against: LoadedScenario | None = None) -> Iterator[Block]:
    """A table of every resolved value that differs from `against`.

    Without it, from the scenario that this one extends, and from the one at the root where that is another.
    """
    if against:
        yield from _compared(loaded, against)
        return
    if len(loaded.files) > 2:
        chain = [escaped(path.name) for path in loaded.files]
        yield f"{chain[0]} extends {listing(chain[1:], ', which extends ', ', which extends ')}."
    for path in dict.fromkeys((*loaded.files[1:2], loaded.files[-1])):
        yield from _compared(loaded, load_scenario(path))


def _compared(loaded: LoadedScenario, other: LoadedScenario) -> Iterator[Block]:
    name = f"“{escaped(other.scenario.name)}” ({escaped(other.path.name)})"
    rows = list(_rows(_values(other), _values(loaded)))
    if rows:
        yield f"Compared with {name}, as the resolved configurations differ:"
        yield grid(f"Differences from {other.path.stem}", HEADS, rows)
    elif len(loaded.files) == 1 and other.files == loaded.files:
        yield "Nothing: this is the base scenario."
    else:
        yield f"Nothing differs from {name}."


def _rows(before: Values, here: Values) -> Iterator[tuple[str, str, str]]:
    """What is changed or gone in the order of the other, then what is new; a part that is gone altogether is one row.

    What the program adds is told where it takes the place of a value, not where it comes along with new ones.
    """
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
