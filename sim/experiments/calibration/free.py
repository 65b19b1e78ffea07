"""Reading the free values of a study: which numbers the search may choose, and between what."""

from collections import Counter
from math import isnan, nan
from typing import Any

from sim.experiments.calibration.applied import value_at, with_values
from sim.experiments.calibration.study import Free
from sim.experiments.said import Said
from sim.experiments.sensitivity.quantities import is_number
from sim.scenario import LoadedScenario
from sim.scenario.tree.place import Refused, shown

NEEDED = ("from", "to")
OPTIONAL = ("scale", "paths", "as")


def read_free(said: Said, calibrated: LoadedScenario | None) -> tuple[Free, ...]:
    """At least one; what is wrong is added to the faults. Without a scenario nobody knows where a search starts."""
    entries = said.entries()
    if not entries and isinstance(said.node.content, dict):
        said.wrong("is an empty map; at least one free value is accepted")
    found = tuple(_free(name, entry, calibrated) for name, entry in entries.items())
    for path, times in Counter(path for free in found for path in free.paths).items():
        if times > 1:
            said.wrong(f"names {path} more than once; once is accepted")
    return found


def _free(name: str, entry: Said, calibrated: LoadedScenario | None) -> Free:
    said = entry.fields(NEEDED, OPTIONAL)
    low, high = (said[word].number() if word in said else nan for word in NEEDED)
    log = "scale" in said and said["scale"].choice("linear", "log") == "log"
    factor = "as" in said and said["as"].choice("value", "factor") == "factor"
    if low >= high:
        said["from"].wrong(f"is {low:g}; a value below 'to', which is {high:g}, is accepted")
    if log and low <= 0:
        said["from"].wrong(f"is {low:g}; a value above 0 is accepted with scale: log")
    paths = _paths(said["paths"]) if "paths" in said else (name,)
    starts = tuple(_start(entry, path, calibrated) for path in paths) if calibrated else ()
    free = Free(name, paths, low, high, "log" if log else "linear", "factor" if factor else "value", starts)
    if calibrated and starts and not any(map(isnan, starts)):
        _check_start(entry, free, calibrated)
    return free


def _paths(said: Said) -> tuple[str, ...]:
    paths = tuple(item.text() for item in said.items())
    if not paths and isinstance(said.node.content, tuple):
        said.wrong("is an empty list; at least one dotted path is accepted")
    return paths


def _start(entry: Said, path: str, calibrated: LoadedScenario) -> float:
    """What the scenario has there; nan, with a fault, when that is no number."""
    value: Any = value_at(calibrated, path)
    if is_number(value):
        return float(value)
    if value is not None:
        entry.wrong(f"{path} is {shown(value)} in {calibrated.path}; a path that holds a number is accepted")
        return nan
    try:
        with_values(calibrated, {path: 1.0})
    except Refused as problem:
        fault = problem.found[0]
        entry.wrong(f"{fault.path} {fault.says}")
    else:
        entry.wrong(f"{path} has no value in {calibrated.path} to start from; one that is written there is accepted")
    return nan


def _check_start(entry: Said, free: Free, calibrated: LoadedScenario) -> None:
    if free.role == "value" and len(set(free.starts)) > 1:
        held = ", ".join(f"{start:g}" for start in free.starts)
        entry.wrong(
            f"moves paths together that hold {held} in {calibrated.path}; paths that hold the same number are "
            "accepted, or 'as: factor', which multiplies each"
        )
    elif free.low < free.high and not free.low <= free.start <= free.high:
        entry.wrong(f"starts at {free.start:g} in {calibrated.path}; bounds with that between them are accepted")
