"""From a file to a question, or to every fault at once, before anything runs."""

from collections.abc import Sequence
from functools import reduce
from itertools import product
from math import prod
from pathlib import Path

from sim.experiments.find.aims import positive, read_chance, read_targets, read_wish
from sim.experiments.find.choices import NOTHING, below, read_choices
from sim.experiments.find.question import Choice, Question, Target
from sim.experiments.measure_said import UNKNOWN, read_measure
from sim.experiments.said import Said
from sim.experiments.sweep.axes import Value
from sim.experiments.sweep.constraints import broken, read_conditions
from sim.experiments.sweep.expressions import Kind
from sim.experiments.sweep.scenarios import read_base
from sim.measures import Measure
from sim.scenario import LoadedScenario
from sim.scenario.reading.file_kinds import SEARCH, read_of_kind
from sim.scenario.reading.merge import merge
from sim.scenario.reading.provenance import without_grounds
from sim.scenario.tree.node import Node, plain
from sim.scenario.tree.place import Fault, Refused, read_from, shown
from sim.scenario.tree.yaml_tree import read_tree

NEEDED = ("schema_version", "name", "scenario", "choose", "targets", "worth")
OPTIONAL = (
    *("question", "set", "only_if", "cheapest", "smallest", "largest", "chance", "access"),
    *("looks", "replications", "fresh_replications"),
)
VERSION = 1

CHANCE = 0.95
LOOKS = 200
FRESH_REPLICATIONS = 20
A_POINT = 100
"""Replications for each point looked at that a search may spend on average, unless the file says how many in all."""
MOST_POINTS = 100_000
MOST_REPLICATIONS = 10_000_000
MOST_FRESH = 10_000


def read_question(path: Path, looks: int | None = None) -> Question:
    """Read and check the file and the scenario that it names; `looks` goes before what the file says.

    Raises ScenarioError with a sentence for every fault. Nothing is run, but each level of each choice is tried alone.
    """
    faults: list[Fault] = []
    text = read_of_kind(path, SEARCH)
    whole = Said(read_tree(text, read_from(path).said_in), (), faults)
    said = whole.fields(NEEDED, OPTIONAL)
    _check_version(said)
    base = read_base(said, path.parent)
    loaded = base.loaded if base else None
    choices = read_choices(said["choose"], base, path.parent) if "choose" in said else ()
    wish, targets = read_wish(said, whole, loaded), read_targets(said["targets"], loaded) if "targets" in said else ()
    access = _access(said, targets, loaded)
    _check_names(said, choices, [wish.measure, access, *(target.measure for target in targets)])
    allowed = _allowed(said, choices)
    numbers = _numbers(said, len(allowed), looks)
    if access.name and not access.better:
        no_good = f"'{access.name}', of which neither more nor less is better"
        if "access" in said:
            said["access"].wrong(f"is {no_good}; another one is accepted")
        else:
            whole.wrong(f"access would be {no_good}; 'access' with another measure is needed")
    if faults or base is None:
        raise Refused(faults)
    name, question = (said[word].text() if word in said else "" for word in ("name", "question"))
    set_to = _set(said["set"]) if "set" in said else NOTHING
    return Question(path, text, name, question, base, set_to, choices, allowed, wish, targets, access, *numbers)


def _check_names(said: dict[str, Said], choices: Sequence[Choice], measures: Sequence[Measure]) -> None:
    """No column of the tables may have the name of another."""
    names = {each.name for each in measures}
    for choice in choices:
        if choice.name in names:
            said["choose"].wrong(f"names a choice {choice.name}, as a measure is called; another name is accepted")


def _access(said: dict[str, Said], targets: Sequence[Target], loaded: LoadedScenario | None) -> Measure:
    """As the file says, or the first target of which more or less is better."""
    if "access" in said:
        return read_measure(said["access"], loaded)
    measures = [target.measure for target in targets]
    return next((measure for measure in measures if measure.better), measures[0] if measures else UNKNOWN)


def _numbers(said: dict[str, Said], size: int, looks: int | None) -> tuple[float, float, int, int, int]:
    """Chance, worth, points to look at, replications of the search, and fresh ones."""
    chance = read_chance(said["chance"]) if "chance" in said else CHANCE
    worth = positive(said["worth"]) if "worth" in said else 1.0
    looked_at = looks or _whole(said, "looks", LOOKS, 2, MOST_POINTS)
    spent = _whole(said, "replications", A_POINT * min(looked_at, max(size, 1)), 1, MOST_REPLICATIONS)
    return chance, worth, looked_at, spent, _whole(said, "fresh_replications", FRESH_REPLICATIONS, 2, MOST_FRESH)


def _check_version(said: dict[str, Said]) -> None:
    version = said.get("schema_version")
    if version and (version.node.content != VERSION or version.node.content is True):
        version.wrong(f"is {shown(plain(version.node))}; {VERSION} is accepted, the version that this program reads")


def _whole(said: dict[str, Said], name: str, otherwise: int, least: int, most: int) -> int:
    return said[name].whole(least, most) if name in said else otherwise


def _set(said: Said) -> Node:
    """The partial scenario that `set` stands for."""
    entries = said.entries().items()
    return reduce(merge, (below(path.split("."), without_grounds(each.node, [])) for path, each in entries), NOTHING)


def _allowed(said: dict[str, Said], choices: tuple[Choice, ...]) -> tuple[int, ...]:
    """Numbers of the points that meet every condition; all faults of the conditions are added."""
    size = prod(len(choice.levels) for choice in choices)
    if size > MOST_POINTS:
        said["choose"].wrong(f"has {size:,} combinations; up to {MOST_POINTS:,} are accepted")
        return ()
    if "only_if" not in said or said["only_if"].faults:
        return tuple(range(size))
    conditions = read_conditions(said["only_if"], {each.name: _kind(each) for each in choices})
    values = [_values(choice) for choice in choices]
    points = (dict(zip((each.name for each in choices), row, strict=True)) for row in product(*values))
    found = tuple(number for number, point in enumerate(points) if not broken(point, conditions))
    if not found and not said["only_if"].faults:
        said["only_if"].wrong("leaves out every point; conditions that some points meet are accepted")
    return found


def _kind(choice: Choice) -> Kind:
    return "word" if choice.values is None else "number"


def _values(choice: Choice) -> list[Value]:
    """Of its levels, as conditions know them."""
    return (
        [level.label for level in choice.levels] if choice.values is None else [float(each) for each in choice.values]
    )
