"""Where an event log comes from: a scenario that is run, or saved results that have it."""

from collections.abc import Sequence
from pathlib import Path

import typer

from sim.experiments.motion.bed_numbers import rows_of
from sim.experiments.motion.records import Records, saved_records
from sim.experiments.results_reader import read_results
from sim.scenario import LoadedScenario


def of_results(
    folder: Path, scenario: str | None, replication: int, changes: Sequence[str] | None, seed: int | None
) -> tuple[str, Records]:
    """Name and log. Raises ResultsError; typer.BadParameter when something is to be changed that has been run."""
    if changes or seed is not None:
        option = "--set" if changes else "--seed"
        raise typer.BadParameter("goes with a scenario; saved results are as they were run.", param_hint=option)
    return folder.resolve().name, saved_records(read_results(folder), scenario, replication)


def of_scenario(loaded: LoadedScenario, replication: int) -> tuple[str, Records]:
    """Name and log of one replication, run now."""
    from sim.cli.story.replayed import replay

    return loaded.path.stem, Records(rows_of(replay(loaded.scenario, replication).log.events), loaded.resolved)
