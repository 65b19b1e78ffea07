"""detox-sim from Python: load, run, compare and sweep, with tidy frames back.

Nothing is printed and nothing is remembered between calls. `run` and `compare` write nothing; `sweep` keeps what is
finished in a folder, so that it can go on after a stop.

With more than one worker, processes are started afresh and import the calling script: guard its own work with
`if __name__ == "__main__":`, as always with Python's processes. A notebook needs no guard.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sim.scenario.finding import sweep_path
from sim.scenario.named import load
from sim.scenario.reading.load import LoadedScenario
from sim.version import PROGRAM

if TYPE_CHECKING:
    from sim.experiments.comparing import Correction
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


def run(
    scenario: Scenario,
    *,
    workers: int = 1,
    events: bool = False,
    precision: str | Sequence[str] = (),
    most: int | None = None,
) -> "Results":
    """Every replication of one scenario.

    `results.frames` holds the tables by name (`sim.experiments.tables` lists columns and kinds): `runs` has a row for
    each replication and measure, `summary` the mean of each measure with its 95 % interval; `events`, the event log
    of every replication, is there when it is asked for. `results.facts` is what `run.json` would say.

    With `precision`, such as "5%", "wait_mean_h=0.5" or several of them, replications are added, from 5 on, until
    intervals are that narrow or there are `most` (200, unless another number is given), whatever number the scenario
    asks for. `results.facts.precision` says how far that came; its `reached` is None when it was not reached.

    Raises ScenarioError for a scenario that is not valid, ValueError for any other argument that is not accepted,
    ModelError when a run does not add up, IncompleteRun when a worker process is lost.

    >>> short = load_scenario("baseline", ["run.length=1 week", "run.warm_up=1 week"], replications=2)
    >>> results = run(short)
    >>> summary = results.frames["summary"].set_index("measure")
    >>> bool(summary.loc["wait_mean_h", "low"] <= summary.loc["wait_mean_h", "mean"])
    True
    """
    return _results([scenario], workers, events, precision, most)


def compare(
    scenarios: Sequence[Scenario],
    *,
    workers: int = 1,
    events: bool = False,
    precision: str | Sequence[str] = (),
    most: int | None = None,
    correction: "Correction" = "bonferroni",
    all_pairs: bool = False,
    matters: Mapping[str, float] | None = None,
) -> "Results":
    """Two scenarios or more that meet the same luck, each against the first.

    As `run`; `results.frames["differences"]` has a row for each later scenario and measure: the mean paired difference
    with its interval, the correlation that common random numbers earned, and a verdict. With one alternative it is a
    95 % interval. With several each interval is wider, so that all differences of one measure hold together with 95 %
    confidence (Bonferroni); `results.facts.comparison` has the `confidence` of each.

    `correction` "holm" gives the same intervals and judges by Holm's test, which may call a difference clear although
    its interval just holds 0; "none" lets each 95 % interval stand for itself. `all_pairs` compares the alternatives
    with each other too, in `results.frames["pairs"]`, and counts these comparisons among the several. `matters` maps
    a measure to the smallest difference that matters, in its unit; verdicts then say whether a difference is as large.

    A `precision` in the unit of a measure holds for its means and its differences; one in per cent holds for each
    scenario's own means, and differences are not judged by it.

    Raises what `run` raises; ScenarioError also when the scenarios differ in seed, replications, length or warm-up,
    ValueError also for fewer than two scenarios.

    >>> quick = ["run.length=1 day", "run.warm_up=1 day"]
    >>> names = ("baseline", "two-more-beds", "lean-nights")
    >>> three = [load_scenario(name, quick, replications=2) for name in names]
    >>> results = compare(three, all_pairs=True, matters={"occupancy_pct": 2})
    >>> results.frames["differences"]["scenario"].nunique(), results.frames["pairs"]["scenario"].nunique()
    (2, 1)
    >>> round(results.facts.comparison.confidence, 4)
    0.9833
    """
    return _results(_several(scenarios), workers, events, precision, most, correction, all_pairs, matters or {})


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
    used, IncompleteRun when the work could not be finished, ValueError for fewer workers than one.
    """
    from sim.experiments.driving import Hands
    from sim.experiments.indices.saving import save_indices
    from sim.experiments.sweep.place import check_goes_on, folder_of
    from sim.experiments.sweep.reader import read_sweep
    from sim.experiments.sweep.reading import read_sweep_file
    from sim.experiments.sweep.running import run_sweep
    from sim.experiments.sweep.telling import facts_of

    _check_workers(workers)
    path = Path(file)
    found = read_sweep_file(sweep_path(path), replications)
    words = [PROGRAM, "sweep", path.as_posix(), *(["--replications", str(replications)] if replications else [])]
    folder, facts = folder_of(found.name, Path(out)), facts_of(found, words)
    check_goes_on(folder, facts)
    run_sweep(found, facts, Hands(workers, cluster), folder, _unseen)
    saved = read_sweep(folder)
    save_indices(saved)
    return saved


def _several(scenarios: Sequence[Scenario]) -> Sequence[Scenario]:
    given = [scenarios] if isinstance(scenarios, LoadedScenario | str | Path) else list(scenarios)
    if len(given) < 2:
        raise ValueError(
            f"scenarios: {len(given) or 'none'} is given; two or more are compared, and for one there is run"
        )
    return given


def _results(
    scenarios: Sequence[Scenario],
    workers: int,
    events: bool,
    precision: str | Sequence[str],
    most: int | None,
    correction: "Correction | None" = None,
    all_pairs: bool = False,
    matters: Mapping[str, float] = MappingProxyType({}),
) -> "Results":
    from sim.experiments import wishes
    from sim.experiments.comparable import distinct_ids
    from sim.experiments.experiment import Study, run_experiment

    _check_workers(workers)
    loaded = [_loaded(each) for each in scenarios]
    study = Study.of(distinct_ids(loaded), [each.scenario for each in loaded])
    known = [measure.name for measure in study.measures]
    how = wishes.comparing(correction, all_pairs, matters, known)
    words = [precision] if isinstance(precision, str) else precision
    precisely = wishes.precision(words, None, most, known)
    return run_experiment(loaded, workers, _unseen, events, how, precisely)


def _check_workers(workers: int) -> None:
    if workers < 1:
        raise ValueError(f"workers: {workers} is too few; 1 or more is accepted")


def _loaded(scenario: Scenario) -> LoadedScenario:
    return scenario if isinstance(scenario, LoadedScenario) else load_scenario(scenario)


def _unseen(_done: int, _total: int) -> None:
    """Nobody watches."""
