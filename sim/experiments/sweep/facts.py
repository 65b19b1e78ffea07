"""sweep.json: all that identifies a sweep and lets it be repeated. Written through these types and checked by them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal

from pydantic import Field

from sim.experiments.entry import Entry
from sim.experiments.manifest import MeasureEntry
from sim.experiments.program import model_hash, versions
from sim.experiments.sweep.axes import Axis, Between, Listed
from sim.experiments.sweep.measured import measures_of
from sim.experiments.sweep.sweep import Sweep
from sim.scenario.tree.node import Node

FILE_NAME = "sweep.json"
FORMAT: Final = 1
"""Changes when an older program could misread a folder."""


class AxisEntry(Entry):
    """What was varied. Values are those that the points have, numbers in `unit`, or words."""

    name: str
    paths: list[str]
    unit: Literal["", "h"]
    kind: Literal["number", "word"]
    values: list[float | str]
    """Those the axis has; none for a range and for an axis of a list."""
    low: float | None = None
    high: float | None = None
    scale: Literal["linear", "log"] = "linear"
    levels: dict[str, Any]
    """What each named level changes."""


class DesignEntry(Entry):
    """Which points of the space were taken."""

    kind: str
    sizes: dict[str, int]
    table: str
    seed: int


class BaseEntry(Entry):
    """The scenario that is varied, with what `set` changes, the whole of it."""

    id: str
    name: str
    file: str
    seed: int
    """Of the luck that all points meet."""
    resolved: dict[str, Any]


class TargetEntry(Entry):
    """What the mean of a measure should reach, or stay below."""

    measure: str
    at_least: bool
    value: float


class SweepFacts(Entry):
    """The whole of sweep.json. `complete` is set last, when every table is on the disk."""

    format: Literal[1] = FORMAT
    kind: Literal["sweep"] = "sweep"
    name: str
    question: str
    file: str
    text: str
    """Of the sweep file."""
    base: BaseEntry
    axes: list[AxisEntry]
    design: DesignEntry
    only_if: list[str]
    targets: list[TargetEntry] = Field(default_factory=list)
    replications: int
    points: int
    left_out: int
    failed: int = 0
    """Points of which at least one replication did not finish; failures.csv says why."""
    measures: list[MeasureEntry]
    created: str
    versions: dict[str, str]
    model_hash: str
    command: list[str]
    files: dict[str, str] = Field(default_factory=dict)
    """Name of each table's file to the SHA-256 of its bytes."""
    complete: bool = False


def facts_of(sweep: Sweep, command: Sequence[str]) -> SweepFacts:
    """What is known before anything runs. `command` is the line that repeats the sweep."""
    loaded = sweep.base.loaded
    run = loaded.scenario.run
    return SweepFacts(
        name=sweep.name,
        question=sweep.question,
        file=sweep.path.as_posix(),
        text=sweep.text,
        base=BaseEntry(
            id=loaded.identity, name=loaded.scenario.name, file=loaded.path.as_posix(), seed=run.seed,
            resolved=loaded.resolved,
        ),
        axes=[_axis(axis, sweep) for axis in sweep.axes],
        design=DesignEntry(
            kind=sweep.design.kind, sizes=dict(sweep.design.sizes), table=sweep.design.table, seed=sweep.seed
        ),
        only_if=[condition.text for condition in sweep.conditions],
        targets=[TargetEntry.model_validate(target, from_attributes=True) for target in sweep.targets],
        replications=sweep.replications,
        points=len(sweep.points),
        left_out=len(sweep.points) - len(sweep.to_run),
        measures=measures_of(sweep),
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        versions=versions(),
        model_hash=model_hash(),
        command=list(command),
    )  # fmt: skip


def _axis(axis: Axis, sweep: Sweep) -> AxisEntry:
    named = axis.changes if isinstance(axis, Listed) and not axis.paths else {}
    between = axis if isinstance(axis, Between) else None
    return AxisEntry(
        name=axis.name,
        paths=list(axis.paths),
        unit="h" if axis.in_time else "",
        kind="word" if sweep.in_words(axis) else "number",
        values=list(axis.values),
        low=between.low if between else None,
        high=between.high if between else None,
        scale="log" if between and between.log else "linear",
        levels={str(level): _written(tree) for level, tree in named.items()},
    )


def _written(node: Node) -> Any:
    """As JSON has it, with the nulls that take away."""
    if isinstance(node.content, dict):
        return {name: _written(child) for name, child in node.content.items()}
    return [_written(child) for child in node.content] if isinstance(node.content, tuple) else node.content
