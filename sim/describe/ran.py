"""What only a run knows, read from its saved results: warm-up judged, precision reached, program and time."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

from sim.describe.blocks import Block, grid
from sim.describe.words import counted, escaped, lasting, rounded
from sim.errors import ResultsError
from sim.experiments.manifest import Manifest, MeasureEntry
from sim.experiments.results_reader import SavedResults
from sim.experiments.study_entries import WarmUpEntry
from sim.measures.reach import reach
from sim.rules.calendar import WEEK_H
from sim.scenario.reading.load import LoadedScenario

HEADS = ("Measure", "Unit", "Mean", "95 % interval", "Half its width")


@dataclass(frozen=True)
class Ran:
    """A run of the scenario that is described."""

    name: str
    """Of the scenario in the results."""
    saved: SavedResults
    facts: Manifest

    @property
    def warm_up(self) -> WarmUpEntry | None:
        """What the run says of its warm-up; None for results that say nothing."""
        return next((each for each in self.facts.warm_up if each.scenario == self.name), None)


def ran(saved: SavedResults, loaded: LoadedScenario) -> Ran:
    """The run of this very scenario among the results. Raises ResultsError when there is none."""
    facts = Manifest.model_validate(saved.manifest)
    for entry in facts.scenarios:
        if _to_run(entry.resolved) == _to_run(loaded.resolved):
            return Ran(entry.id, saved, facts)
    raise ResultsError(
        f"{saved.folder}: holds no run of this scenario as it is now; results of the same file are accepted, with the "
        "same --set, and --set run.seed where the run was given another seed"
    )


def _to_run(resolved: Mapping[str, Any]) -> dict[str, Any]:
    """What a replication depends on, apart from its number."""
    return {**resolved, "run": {name: each for name, each in resolved["run"].items() if name != "replications"}}


def warm_up_is_known(run: Ran | None) -> bool:
    """Whether the run has shown how long a warm-up it needs."""
    return bool(run and run.warm_up and run.warm_up.advised_weeks is not None)


def warm_up_judged(run: Ran | None) -> str:
    """A sentence on the warm-up of the run."""
    entry = run.warm_up if run else None
    if entry is None or entry.terminating:
        return ""
    if entry.advised_weeks is None:
        return (
            f"The run of {counted(entry.days, 'day')} cannot tell whether the warm-up is long enough: MSER-5 needs "
            f"{entry.least_days} from the start."
        )
    return (
        "By MSER-5 over the daily means of beds in use, the list and the other series of the run, a warm-up of "
        f"{lasting(entry.advised_weeks * WEEK_H)} is advised, the longest over the series. {_verdict(entry)}"
    )


def _verdict(entry: WarmUpEntry) -> str:
    unsettled = "" if entry.settled else " Not every series had settled."
    if entry.too_short:
        return (
            f"The warm-up is too short: a longer one would change a mean by more than its interval, or 3 %.{unsettled}"
        )
    if entry.longer_advised:
        return (
            "The warm-up is shorter, and long enough: more would change no mean by more than its interval, or than "
            f"3 %.{unsettled}"
        )
    return f"The warm-up is as long, or longer.{unsettled}"


def precision_reached(run: Ran) -> Iterator[Block]:
    """The headline measures with their intervals."""
    yield "The precision that the run has reached:"
    summary = run.saved.frames["summary"]
    found = summary[summary["scenario"] == run.name].set_index("measure").to_dict("index")
    headline = [each for each in run.facts.measures if each.headline and each.name in found]
    rows = ((escaped(each.label), each.unit, *_interval(each, found[each.name])) for each in headline)
    yield grid("Precision reached", HEADS, rows)


def _interval(measure: MeasureEntry, row: Mapping[Hashable, Any]) -> tuple[str, str, str]:
    """The interval ends where its measure does; half its width is the precision, and stays as it is."""
    mean, low, high = (row[name] for name in ("mean", "low", "high"))
    seen = "not seen" if isnan(mean) else _figure(mean)
    if isnan(low):
        return seen, "none", "none"
    least, most = reach(measure)
    return seen, f"{_figure(max(low, least))} to {_figure(min(high, most))}", _figure((high - low) / 2)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else rounded(value)


def time_taken(run: Ran) -> str:
    """How long the study took, and how much it was."""
    facts = run.facts
    return (
        f"The run took {facts.wall_s:,.0f} s on {counted(facts.cores, 'core')}, for "
        f"{counted(facts.replications, 'replication')} of {counted(len(facts.scenarios), 'scenario')}"
    )
