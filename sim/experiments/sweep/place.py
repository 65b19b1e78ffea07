"""The folder of a sweep: its name is that of the sweep, so that the same command finds it again and goes on."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sim.errors import ResultsError
from sim.experiments.folder import keep_names
from sim.experiments.scenario_entries import OWN_WORDS
from sim.experiments.sweep.facts import FILE_NAME, SweepFacts
from sim.experiments.sweep.facts_reader import AGAIN, read_facts
from sim.experiments.sweep.tables import digests, keep, writing_to
from sim.scenario.reading.identity import identity

KEPT = "what is still right is kept"
CHANGED = f"is not as it was when this sweep was begun, but its base is the same: {KEPT}"


def folder_of(name: str, out_dir: Path) -> Path:
    """Where the results of a sweep of this name go."""
    return out_dir / f"{identity(name, ())}-sweep"


def check_goes_on(folder: Path, facts: SweepFacts) -> str:
    """A sentence about what has changed since the sweep was begun; empty when nothing has, or when it is a new one.

    Raises ResultsError when what is there cannot be gone on with.
    """
    if not (folder / FILE_NAME).exists():
        return ""
    begun = read_facts(folder)
    if begun.model_hash != facts.model_hash:
        raise ResultsError(
            f"{folder}: was begun by another version of the model ({_version(begun)}; this is {_version(facts)}), and "
            f"results of the two do not belong in one table; {AGAIN}"
        )
    if _unit(begun.base.resolved) != _unit(facts.base.resolved):
        raise ResultsError(
            f"{folder}: belongs to a sweep of another base: {facts.base.file}, or what the sweep sets in it, has "
            f"changed since; {AGAIN}"
        )
    return _changed(begun, facts)


def make(folder: Path) -> None:
    """Make the folder if it is not there. Raises ResultsError."""
    with writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)


def write(folder: Path, facts: SweepFacts) -> None:
    """Put sweep.json in its place, whole or not at all. Raises ResultsError."""
    part = folder / f".{FILE_NAME}.{os.getpid()}.part"
    with writing_to(folder):
        part.write_text(facts.model_dump_json(indent=1) + "\n", encoding="utf-8", newline="\n")
        keep(part)
        part.replace(folder / FILE_NAME)
        keep_names(folder)


def write_complete(folder: Path, facts: SweepFacts, failed: int) -> SweepFacts:
    """Say that all tables are there, and clear away what a killed process has left; returns what was said.

    Raises ResultsError.
    """
    with writing_to(folder):
        complete = facts.model_copy(update={"failed": failed, "files": digests(folder), "complete": True})
        for part in folder.glob(f".{FILE_NAME}.*.part"):
            part.unlink(missing_ok=True)
    write(folder, complete)
    return complete


def _changed(begun: SweepFacts, now: SweepFacts) -> str:
    """What of the question has changed: the file, the list of points that it names, or how often each is run."""
    if begun.text != now.text:
        return f"{now.file}: {CHANGED}"
    if _points(begun) != _points(now):
        return f"{now.design.table or now.file}: {CHANGED}"
    if begun.replications != now.replications:
        return (
            f"{now.file}: {now.replications} replications of each point are asked for now, and {begun.replications} "
            f"were when this sweep was begun: {KEPT}"
        )
    return ""


def _points(facts: SweepFacts) -> tuple[Any, ...]:
    return facts.axes, facts.points, facts.left_out


def _version(facts: SweepFacts) -> str:
    return f"{facts.versions.get('detox-sim', 'unknown')}, code {facts.model_hash[:8]}"


def _unit(resolved: Mapping[str, Any]) -> dict[str, Any]:
    """The scenario without its own words, and without the number of replications, which the sweep decides."""
    run = {name: value for name, value in resolved["run"].items() if name != "replications"}
    return {name: value for name, value in resolved.items() if name not in OWN_WORDS} | {"run": run}
