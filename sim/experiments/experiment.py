"""An experiment: one scenario, or several that meet the same luck, over replications."""

import time
from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd

from sim.experiments.comparable import check_comparable, distinct_ids
from sim.experiments.manifest import Facts, MeasureEntry
from sim.experiments.program import model_hash, versions
from sim.experiments.replication import Job
from sim.experiments.results import Results
from sim.experiments.runner import Progress, run_plan
from sim.experiments.scenario_entries import cited_evidence, scenario_entries
from sim.experiments.summaries import (
    differences,
    group_differences,
    group_summary,
    summary,
    values_by_group,
    values_by_measure,
)
from sim.experiments.tables import Frames
from sim.measures import registry_for
from sim.scenario.reading.load import LoadedScenario


def run_experiment(loaded: Sequence[LoadedScenario], workers: int, progress: Progress, events: bool = False) -> Results:
    """Run every replication of every scenario; the first scenario is the base of comparison.

    The tables depend on the scenarios only, not on `workers`. `events` keeps the event log of every replication.
    Raises ScenarioError when the scenarios cannot be paired, ModelError when a run does not add up, IncompleteRun when
    a worker process is lost.
    """
    check_comparable(loaded)
    began_s, ids = time.perf_counter(), distinct_ids(loaded)
    plan = [
        Job(name, each.scenario, replication, events)
        for name, each in zip(ids, loaded, strict=True)
        for replication in range(each.scenario.run.replications)
    ]
    frames = _joined(run_plan(plan, workers, progress))
    measures = _measures(loaded)
    frames |= _answers(frames, ids, {measure.name: measure.better for measure in measures})
    wall_s = round(time.perf_counter() - began_s, 3)
    return Results(frames, _facts(loaded, ids, measures, wall_s=wall_s, cores=min(workers, len(plan))))


def _joined(parts: Sequence[Frames]) -> Frames:
    return {name: pd.concat([part[name] for part in parts], ignore_index=True) for name in parts[0]}


def _answers(frames: Frames, ids: Sequence[str], better: Mapping[str, str]) -> Frames:
    whole, by_group = values_by_measure(frames["runs"]), values_by_group(frames["groups"])
    return {
        "summary": summary(whole),
        "differences": differences(whole, ids, better),
        "group_summary": group_summary(by_group, frames["groups"]),
        "group_differences": group_differences(by_group, ids, better),
    }


def _measures(loaded: Sequence[LoadedScenario]) -> list[MeasureEntry]:
    """The measures that any of the scenarios has, each once: those of the base, then what others add."""
    found = {measure.name: measure for each in loaded for measure in registry_for(each.scenario)}
    return [MeasureEntry.model_validate(measure, from_attributes=True) for measure in found.values()]


def _facts(
    loaded: Sequence[LoadedScenario], ids: Sequence[str], measures: list[MeasureEntry], wall_s: float, cores: int
) -> Facts:
    run = loaded[0].scenario.run
    return Facts(
        kind="compare" if len(loaded) > 1 else "run",
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        versions=versions(),
        model_hash=model_hash(),
        seed=run.seed,
        replications=run.replications,
        wall_s=wall_s,
        cores=cores,
        scenarios=scenario_entries(loaded, ids),
        measures=measures,
        evidence=cited_evidence(loaded),
    )
