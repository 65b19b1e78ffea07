"""Which scenarios can be compared: those whose replications meet the same luck over the same time."""

from collections.abc import Sequence

from sim.errors import ScenarioError
from sim.scenario.reading.load import LoadedScenario

SHARED = {
    "seed": "run.seed",
    "replications": "run.replications",
    "length_h": "run.length",
    "warm_up_h": "run.warm_up",
    "start_date": "run.start_date",
}
"""Attribute of a run to what it is called in a file."""


def check_comparable(loaded: Sequence[LoadedScenario]) -> None:
    """Raises ScenarioError with a sentence for each value that keeps a scenario from being paired with the first."""
    base = loaded[0]
    faults = [
        f"{other.path}: {path} is {_written(other, path)}, but {_written(base, path)} in {base.path}; "
        "scenarios can be compared when it is the same in all"
        for other in loaded[1:]
        for attribute, path in SHARED.items()
        if getattr(other.scenario.run, attribute) != getattr(base.scenario.run, attribute)
    ]
    if faults:
        raise ScenarioError(faults)


def _written(loaded: LoadedScenario, path: str) -> str:
    return str(loaded.resolved["run"].get(path.removeprefix("run."), "not given"))


def distinct_ids(loaded: Sequence[LoadedScenario]) -> list[str]:
    """The identity of each scenario; one that is taken already gets a number: `baseline`, `baseline-2`."""
    ids: list[str] = []
    for each in loaded:
        name, copies = each.identity, 1
        while name in ids:
            copies += 1
            name = f"{each.identity}-{copies}"
        ids.append(name)
    return ids
