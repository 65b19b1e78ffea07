"""From a sweep file to a sweep, or to every fault at once, before anything runs."""

from collections.abc import Sequence
from pathlib import Path

from sim.errors import ScenarioError
from sim.experiments.said import Said
from sim.experiments.sweep.axes import Axis, Listed
from sim.experiments.sweep.axis_reading import read_axes
from sim.experiments.sweep.base import Base
from sim.experiments.sweep.constraints import broken, read_conditions
from sim.experiments.sweep.design_reading import read_design
from sim.experiments.sweep.designs import WHOLE, Design, Made
from sim.experiments.sweep.expressions import Condition, Kind
from sim.experiments.sweep.making import make_points
from sim.experiments.sweep.point import Point
from sim.experiments.sweep.scenarios import read_base
from sim.experiments.sweep.sweep import Sweep
from sim.experiments.sweep.targets import read_targets
from sim.experiments.sweep.validating import faults_of_points, faults_of_values
from sim.scenario.reading.file_kinds import SWEEP, read_of_kind
from sim.scenario.tree.node import plain
from sim.scenario.tree.place import Fault, Refused, read_from, shown
from sim.scenario.tree.yaml_tree import read_tree

NEEDED = ("schema_version", "name", "scenario", "axes", "design")
OPTIONAL = ("question", "set", "only_if", "targets", "replications", "seed")
VERSION = 1
MOST_REPLICATIONS = 10_000
LARGEST_SEED = 2**32 - 1


def read_sweep_file(path: Path, replications: int | None = None) -> Sweep:
    """Read and check a sweep file, the scenarios that it names, and every point that it makes.

    `replications` takes the place of what the file says. Raises ScenarioError with a sentence for every fault; faults
    of the points are told when the file itself has none.
    """
    text = read_of_kind(path, SWEEP)
    faults: list[Fault] = []
    root = Said(read_tree(text, read_from(path).said_in), (), faults)
    said = root.fields(NEEDED, OPTIONAL)
    _check_version(said)
    base = read_base(said, path.parent)
    axes = read_axes(said["axes"], base, path.parent) if "axes" in said else ()
    seed = said["seed"].whole(0, LARGEST_SEED) if "seed" in said else 0
    made, design = _made(said, axes, seed, base, path.parent)
    conditions = _conditions(said, axes, made, design)
    name, question = (said[word].text() if word in said else "" for word in ("name", "question"))
    targets = read_targets(said["targets"], base) if "targets" in said else ()
    runs = said["replications"].whole(1, MOST_REPLICATIONS) if "replications" in said else 0
    if replications is not None and not 1 <= replications <= MOST_REPLICATIONS:
        faults.append(Fault(read_from(path), "", f"{replications} replications; 1 to {MOST_REPLICATIONS} are accepted"))
    if faults and base and "axes" in said:
        faults.extend(faults_of_values(base, axes, said["axes"].entries()))
    if faults or base is None:
        raise Refused(faults)
    runs = replications or runs or base.loaded.scenario.run.replications
    points = [Point(number, row, role, broken(row, conditions)) for number, (row, role) in enumerate(made, 1)]
    sweep = Sweep(path, text, name, question, base, axes, design, conditions, points, runs, seed, targets)
    _check_points(sweep, said["axes"].entries())
    return sweep


def _check_version(said: dict[str, Said]) -> None:
    version = said.get("schema_version")
    if version and (version.node.content != VERSION or version.node.content is True):
        version.wrong(f"is {shown(plain(version.node))}; {VERSION} is accepted, the version that this program reads")


def _made(
    said: dict[str, Said], axes: Sequence[Axis], seed: int, base: Base | None, folder: Path
) -> tuple[Made, Design]:
    if "design" not in said or "axes" not in said:
        return [], Design("grid", {})
    design = read_design(said["design"], axes, said["axes"].entries(), folder)
    if said["design"].is_wrong or said["axes"].is_wrong or base is None:
        return [], design
    return make_points(design, axes, seed, base, said), design


def _conditions(said: dict[str, Said], axes: Sequence[Axis], made: Made, design: Design) -> tuple[Condition, ...]:
    if "only_if" not in said:
        return ()
    if design.kind in WHOLE:
        said["only_if"].wrong(f"is not accepted with {design.kind}, which needs each of its points")
    return read_conditions(said["only_if"], {axis.name: _kind(axis, made) for axis in axes})


def _kind(axis: Axis, made: Made) -> Kind:
    in_words = axis.in_words if isinstance(axis, Listed) else any(isinstance(row[axis.name], str) for row, _ in made)
    return "word" if in_words else "number"


def _check_points(sweep: Sweep, entries: dict[str, Said]) -> None:
    if not sweep.to_run:
        raise ScenarioError(
            f"{sweep.path}: only_if leaves out all of the {len(sweep.points)} points; nothing would run"
        )
    faults = faults_of_points(sweep, entries)
    if faults:
        raise ScenarioError(faults)
