"""Loading what the command line names, with what its options change."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.finding import scenario_path
from sim.scenario.reading.identity import identity
from sim.scenario.tree.place import Place, Refused, short


def load(
    given: Path, changes: Sequence[str] | None, replications: int | None = None, seed: int | None = None
) -> LoadedScenario:
    """The scenario of a file or of a shipped name; its identity tells of `--set` alone. Raises ScenarioError."""
    asked = {"replications": replications, "seed": seed}
    run = {f"run.{name}={value}": f"--{name} {value}" for name, value in asked.items() if value is not None}
    try:
        loaded = load_scenario(scenario_path(given), [*(changes or ()), *run])
    except Refused as problem:
        options = {f"--set {short(change)}": Place(option) for change, option in run.items()}
        raise Refused(
            replace(fault, place=options.get(fault.place.said_in, fault.place)) for fault in problem.found
        ) from None
    return replace(loaded, identity=identity(loaded.path.stem, changes or ()))
