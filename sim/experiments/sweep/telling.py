"""From a sweep that has been read to the facts that are saved of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sim.experiments.program import model_hash, versions
from sim.experiments.sweep.axes import Axis, Between, Listed
from sim.experiments.sweep.facts import AxisEntry, BaseEntry, DesignEntry, SweepFacts, TargetEntry
from sim.experiments.sweep.measured import measures_of
from sim.experiments.sweep.sweep import Sweep
from sim.scenario.tree.node import Node


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
