"""From a study file to a study, or to every fault at once, before anything runs."""

from pathlib import Path

from sim.experiments.calibration.ends import check_ends
from sim.experiments.calibration.free import read_free
from sim.experiments.calibration.originals import originals
from sim.experiments.calibration.scenarios import read_scenarios
from sim.experiments.calibration.study import Study
from sim.experiments.calibration.targets import read_targets
from sim.experiments.said import Said
from sim.scenario.reading.file_kinds import CALIBRATION, read_of_kind
from sim.scenario.tree.node import plain
from sim.scenario.tree.place import Fault, Refused, read_from, shown
from sim.scenario.tree.yaml_tree import read_tree

NEEDED = ("schema_version", "name", "calibrates", "free", "targets")
OPTIONAL = ("also", "predicts", "replications", "fresh_replications", "search")
VERSION = 1
MOST_REPLICATIONS = 10_000
MOST_EVALUATIONS = 100_000

REPLICATIONS = 4
FRESH_REPLICATIONS = 20
EVALUATIONS = 60


def read_study(path: Path) -> Study:
    """Read and check a study file and the scenarios that it names.

    Raises ScenarioError with a sentence for every fault. Nothing is run, but each free value is tried in its scenarios
    at both ends and in between.
    """
    text = read_of_kind(path, CALIBRATION)
    faults: list[Fault] = []
    said = Said(read_tree(text, read_from(path).said_in), (), faults).fields(NEEDED, OPTIONAL)
    _check_version(said)
    scenarios = read_scenarios(said, path)
    calibrated = next(iter(scenarios.values()))
    free = read_free(said["free"], calibrated) if "free" in said else ()
    targets = read_targets(said["targets"], scenarios) if "targets" in said else ()
    predictions = read_targets(said["predicts"], scenarios) if "predicts" in said else ()
    name = said["name"].text() if "name" in said else ""
    replications = _whole(said, "replications", REPLICATIONS, 1, MOST_REPLICATIONS)
    fresh = _whole(said, "fresh_replications", max(replications, FRESH_REPLICATIONS), replications, MOST_REPLICATIONS)
    evaluations = _evaluations(said, len(free))
    valid = {name: each for name, each in scenarios.items() if each is not None}
    if not faults:
        check_ends(said["free"], free, valid)
    if faults or calibrated is None:
        raise Refused(faults)
    extends, texts = originals(calibrated)
    return Study(path, name, valid, texts, extends, free, targets, predictions, replications, fresh, evaluations)


def _check_version(said: dict[str, Said]) -> None:
    version = said.get("schema_version")
    if version and (version.node.content != VERSION or version.node.content is True):
        version.wrong(f"is {shown(plain(version.node))}; {VERSION} is accepted, the version that this program reads")


def _whole(said: dict[str, Said], name: str, otherwise: int, least: int, most: int) -> int:
    return said[name].whole(least, most) if name in said else otherwise


def _evaluations(said: dict[str, Said], free: int) -> int:
    """At least the start, a step along each free value, and one step of the search."""
    search = said["search"].fields((), ("evaluations",)) if "search" in said else {}
    return _whole(search, "evaluations", max(EVALUATIONS, free + 2), free + 2, MOST_EVALUATIONS)
