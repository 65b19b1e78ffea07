"""Loading what the command line names, with what its options change."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sim.scenario import LoadedScenario, load_scenario
from sim.scenario.finding import scenario_path
from sim.scenario.reading.identity import identity


def load(
    given: Path, changes: Sequence[str] | None, replications: int | None = None, seed: int | None = None
) -> LoadedScenario:
    """The scenario of a file or of a shipped name; its identity tells of `--set` alone. Raises ScenarioError."""
    asked = {"run.replications": replications, "run.seed": seed}
    run = [f"{path}={value}" for path, value in asked.items() if value is not None]
    loaded = load_scenario(scenario_path(given), [*(changes or ()), *run])
    return replace(loaded, identity=identity(loaded.path.stem, changes or ()))
