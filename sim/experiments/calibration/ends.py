"""Trying the free values before anything runs: at both ends and in between, alone and all together."""

from collections.abc import Iterator, Mapping

from sim.experiments.calibration.applied import applied
from sim.experiments.calibration.study import Free
from sim.experiments.said import Said
from sim.experiments.sensitivity.quantities import plain as digits
from sim.scenario import LoadedScenario
from sim.scenario.tree.place import Refused

INSIDE = 0.381966
"""A position that is no round number, so that a value that must be whole shows itself."""

Settings = dict[str, float]


def check_ends(said: Said, free: tuple[Free, ...], scenarios: Mapping[str, LoadedScenario]) -> None:
    """Add a fault for each free value, or for all of them together, that a scenario refuses."""
    entries = said.entries()
    for each in free:
        wrong = next(_wrong_alone(each, scenarios), "")
        if wrong:
            entries[each.name].wrong(wrong)
    if not said.faults:
        for position, end in ((0.0, "from"), (1.0, "to")):
            together = {path: value for each in free for path, value in each.settings(each.value(position)).items()}
            why = _refusal(together, scenarios)
            if why:
                said.wrong(f"all at '{end}' together are not valid: {why}")


def _wrong_alone(free: Free, scenarios: Mapping[str, LoadedScenario]) -> Iterator[str]:
    for value in map(free.value, (0.0, 1.0, INSIDE)):
        why = _refusal(free.settings(value), scenarios)
        if why:
            yield f"{digits(value)} is not valid: {why}"


def _refusal(settings: Settings, scenarios: Mapping[str, LoadedScenario]) -> str:
    """What the first scenario that objects says first; empty when none does."""
    return next(_refusals(settings, scenarios), "")


def _refusals(settings: Settings, scenarios: Mapping[str, LoadedScenario]) -> Iterator[str]:
    for loaded in scenarios.values():
        try:
            applied(loaded, settings)
        except Refused as problem:
            fault = problem.found[0]
            yield f"in {loaded.path}, {fault.path} {fault.says}"
