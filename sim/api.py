"""detox-sim from Python: load, run, compare and sweep, with tidy frames back.

Nothing is printed and nothing is remembered between calls. `run` and `compare` write nothing; `sweep` keeps what is
finished in a folder, so that it can go on after a stop.

With more than one worker, processes are started afresh and import the calling script: guard its own work with
`if __name__ == "__main__":`, as always with Python's processes. A notebook needs no guard.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sim.scenario.finding import sweep_path
from sim.scenario.named import load
from sim.scenario.reading.load import LoadedScenario

if TYPE_CHECKING:
    from sim.experiments.results import Results
    from sim.experiments.sweep.reader import SavedSweep

Scenario = LoadedScenario | str | Path
"""A loaded scenario, a file, or the name of a scenario that ships with the program."""


def load_scenario(
    scenario: str | Path, changes: Sequence[str] = (), replications: int | None = None, seed: int | None = None
) -> LoadedScenario:
    """A valid scenario, from a file or a shipped name.

    `changes` are written as with `--set` on the command line. Raises ScenarioError with a sentence for every fault.

    >>> two_more = load_scenario("baseline", ["unit.beds=26"])
    >>> two_more.scenario.unit.beds
    26
    """
    return load(Path(scenario), changes, replications, seed)


def run(scenario: Scenario, *, workers: int = 1, events: bool = False) -> "Results":
    """Every replication of one scenario.

    `results.frames` holds the tables by name (`sim.experiments.tables` lists columns and kinds): `runs` has a row for
    each replication and measure, `summary` the mean of each measure with its 95 % interval; `events`, the event log
    of every replication, is there when it is asked for. `results.facts` is what `run.json` would say.

    Raises ScenarioError for a scenario that is not valid, ModelError when a run does not add up, IncompleteRun when a
    worker process is lost.

    >>> short = load_scenario("baseline", ["run.length=1 week", "run.warm_up=1 week"], replications=2)
    >>> results = run(short)
    >>> summary = results.frames["summary"].set_index("measure")
    >>> bool(summary.loc["wait_mean_h", "low"] <= summary.loc["wait_mean_h", "mean"])
    True
    """
    return compare([scenario], workers=workers, events=events)


def compare(scenarios: Sequence[Scenario], *, workers: int = 1, events: bool = False) -> "Results":
    """Scenarios that meet the same luck, each against the first.

    As `run`; `results.frames["differences"]` has a row for each later scenario and measure: the mean paired difference,
    its 95 % interval, the correlation that common random numbers earned, and a verdict. Raises ScenarioError also when
    the scenarios differ in seed, replications, length or warm-up.

    >>> quick = ["run.length=1 week", "run.warm_up=1 week"]
    >>> both = [load_scenario(name, quick, replications=2) for name in ("baseline", "two-more-beds")]
    >>> differences = compare(both).frames["differences"]
    >>> sorted(set(differences["verdict"])) != []
    True
    """
    from sim.experiments.experiment import run_experiment

    return run_experiment([_loaded(each) for each in scenarios], workers, _unseen, events)


def sweep(
    file: str | Path,
    out: str | Path = "results",
    *,
    replications: int | None = None,
    workers: int = 1,
    cluster: str | None = None,
) -> "SavedSweep":
    """Every point of a sweep file, or of a shipped sweep by its name.

    What is finished is kept in a folder below `out`: the same call goes on after a stop, and gives back what is done
    already without running it again. `cluster` is the address of a Dask scheduler. The frames of the result are
    `points`, `runs`, `summary` and `failures`; points that did not finish are in the last one, with reasons. For a
    design that allows sensitivity indices, `indices.csv` in its `folder` has them.

    Raises ScenarioError with a sentence for every fault before anything runs, ResultsError when the folder cannot be
    used, IncompleteRun when the work could not be finished.
    """
    from sim.experiments.driving import Hands
    from sim.experiments.indices.saving import save_indices
    from sim.experiments.sweep.place import check_goes_on, folder_of
    from sim.experiments.sweep.reader import read_sweep
    from sim.experiments.sweep.reading import read_sweep_file
    from sim.experiments.sweep.running import run_sweep
    from sim.experiments.sweep.telling import facts_of

    path = Path(file)
    found = read_sweep_file(sweep_path(path), replications)
    words = ["detox-sim", "sweep", path.as_posix(), *(["--replications", str(replications)] if replications else [])]
    folder, facts = folder_of(found.name, Path(out)), facts_of(found, words)
    check_goes_on(folder, facts)
    run_sweep(found, facts, Hands(workers, cluster), folder, _unseen)
    saved = read_sweep(folder)
    save_indices(saved)
    return saved


def _loaded(scenario: Scenario) -> LoadedScenario:
    return scenario if isinstance(scenario, LoadedScenario) else load_scenario(scenario)


def _unseen(_done: int, _total: int) -> None:
    """Nobody watches."""
