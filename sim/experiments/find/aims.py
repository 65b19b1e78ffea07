"""Reading what is wanted: the measure that should be small or large, the targets, and how sure the answer must be."""

from math import nan

from sim.experiments.find.question import Target, Wish
from sim.experiments.measure_said import PERCENT, UNKNOWN, read_amount, read_measure
from sim.experiments.said import Said
from sim.scenario import LoadedScenario
from sim.scenario.tree.node import plain
from sim.scenario.tree.place import shown

WISHES = ("cheapest", "smallest", "largest")
"""Words before the measure; the first two mean the same."""
LEAST_CHANCE, MOST_CHANCE = 0.5, 0.999999


def read_wish(said: dict[str, Said], whole: Said, loaded: LoadedScenario | None) -> Wish:
    """The one thing to be as small or as large as possible."""
    words = [word for word in WISHES if word in said]
    if len(words) != 1:
        whole.wrong("one of 'cheapest', 'smallest' and 'largest' is accepted, with the name of a measure")
    if not words:
        return Wish(UNKNOWN, largest=False)
    return Wish(read_measure(said[words[0]], loaded), largest=words[0] == "largest")


def read_targets(said: Said, loaded: LoadedScenario | None) -> tuple[Target, ...]:
    """At least one, each measure with one lower and one upper target at most."""
    items = said.items()
    if not items and isinstance(said.node.content, tuple):
        said.wrong("is an empty list; at least one target is accepted")
    found: list[Target] = []
    for item in items:
        target = _target(item, loaded)
        same = any((each.measure.name, each.at_least) == (target.measure.name, target.at_least) for each in found)
        if same and target.measure.name:
            item.wrong(f"is a second target of this kind for {target.measure.name}; one is accepted")
        found.append(target)
    return tuple(found)


def _target(item: Said, loaded: LoadedScenario | None) -> Target:
    said = item.fields(("measure", "tolerance"), ("at_least", "at_most"))
    measure = read_measure(said["measure"], loaded) if "measure" in said else UNKNOWN
    tolerance = positive(said["tolerance"]) if "tolerance" in said else 1.0
    if ("at_least" in said) == ("at_most" in said):
        item.wrong("one of 'at_least' and 'at_most' is accepted in a target")
        return Target(measure, True, nan, tolerance)
    word = "at_least" if "at_least" in said else "at_most"
    return Target(measure, word == "at_least", read_amount(said[word], measure), tolerance)


def read_chance(said: Said) -> float:
    """A chance written `95 %` or 95, as a share from 0.5 to below 1."""
    value = said.node.content
    found = PERCENT.fullmatch(value.strip()) if isinstance(value, str) else None
    number = float(found[1]) if found else value
    share = number / 100 if isinstance(number, int | float) and not isinstance(number, bool) else nan
    if not LEAST_CHANCE <= share <= MOST_CHANCE:
        said.wrong(f"is {shown(plain(said.node))}; a chance from 50 % to below 100 % is accepted, such as 95 %")
        return LEAST_CHANCE
    return share


def positive(said: Said) -> float:
    """A number above 0; 1, with a fault, for another."""
    value = said.number()
    if value <= 0:
        said.wrong(f"is {value:g}; a value above 0 is accepted")
        return 1.0
    return value
