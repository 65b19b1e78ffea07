"""An experiment: one scenario, or several that meet the same luck, over replications."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sim.experiments.comparable import check_comparable, distinct_ids
from sim.experiments.comparing import Comparing
from sim.experiments.gathering import Gathered, Gatherer
from sim.experiments.manifest import Facts, MeasureEntry
from sim.experiments.precision.beforehand import beforehand
from sim.experiments.precision.sequential import Look, look
from sim.experiments.precision.wanted import Precision
from sim.experiments.precision.warm_up import warm_ups
from sim.experiments.program import model_hash, versions
from sim.experiments.results import Results
from sim.experiments.runner import Progress
from sim.experiments.scenario_entries import cited_evidence, scenario_entries, with_replications
from sim.experiments.study_entries import ComparisonEntry
from sim.experiments.summaries import (
    differences,
    group_differences,
    group_summary,
    pairs,
    summary,
    values_by_group,
    values_by_measure,
)
from sim.experiments.tables import Frames
from sim.measures import Measure, registry_for
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.scenario import Scenario

PLAIN = Comparing()


def run_experiment(
    loaded: Sequence[LoadedScenario],
    workers: int,
    progress: Progress,
    events: bool = False,
    how: Comparing = PLAIN,
    precision: Precision | None = None,
) -> Results:
    """Run every replication of every scenario; the first scenario is the base of comparison.

    The tables depend on the scenarios only, not on `workers`. `events` keeps the event log of every replication. With
    `precision`, replications are added until they are enough, whatever number the scenarios ask for.
    Raises ScenarioError when the scenarios cannot be paired, ModelError when a run does not add up, IncompleteRun when
    a worker process is lost.
    """
    check_comparable(loaded)
    began_s, ids = time.perf_counter(), distinct_ids(loaded)
    study = Study.of(ids, [each.scenario for each in loaded], how)
    gatherer = Gatherer(study.scenarios, workers, progress, events)
    if precision:
        gathered = gatherer.until_precise(precision, study.judge(precision))
    else:
        gathered = gatherer.until(loaded[0].scenario.run.replications)
    cores = min(workers, gathered.replications * len(ids))
    said = _facts(loaded, study, gathered, wall_s=round(time.perf_counter() - began_s, 3), cores=cores)
    return Results(study.tables(gathered.frames), said)


@dataclass(frozen=True)
class Study:
    """Scenarios by their names in the tables, the base first, with their measures and how they are compared."""

    scenarios: Mapping[str, Scenario]
    measures: Sequence[Measure]
    """Those that any of the scenarios has, each once: those of the base, then what others add."""
    how: Comparing

    @classmethod
    def of(cls, ids: Sequence[str], scenarios: Sequence[Scenario], how: Comparing = PLAIN) -> "Study":
        found = {measure.name: measure for scenario in scenarios for measure in registry_for(scenario)}
        return cls(dict(zip(ids, scenarios, strict=True)), list(found.values()), how)

    @property
    def ids(self) -> list[str]:
        return list(self.scenarios)

    def judge(self, precision: Precision) -> "Judged":
        return Judged(self, precision)

    def tables(self, frames: Frames) -> Frames:
        """Those of the replications, and those that answer the question."""
        whole, by_group = values_by_measure(frames["runs"]), values_by_group(frames["groups"])
        better = {measure.name: measure.better for measure in self.measures}
        asked = {"pairs": pairs(whole, self.ids, better, self.how)} if self.how.all_pairs else {}
        return {
            **frames,
            "summary": summary(whole),
            "differences": differences(whole, self.ids, better, self.how),
            "group_summary": group_summary(by_group, frames["groups"]),
            "group_differences": group_differences(by_group, self.ids, better, self.how),
            **asked,
        }

    def comparison(self) -> ComparisonEntry | None:
        """For the manifest."""
        if len(self.scenarios) < 2:
            return None
        return ComparisonEntry(
            correction=self.how.correction,
            all_pairs=self.how.all_pairs,
            matters=dict(self.how.matters),
            family=len(self.how.pairs(self.ids)),
            confidence=self.how.confidence(self.ids),
        )


@dataclass(frozen=True)
class Judged:
    """Looks at the precision of a study."""

    study: Study
    precision: Precision

    def __call__(self, frames: Frames, replications: int) -> Look:
        study, values = self.study, values_by_measure(frames["runs"])
        seen = {(scenario, what[0]): found for (scenario, what), found in values.items()}
        return look(self.precision, study.measures, seen, study.ids, study.how, replications)


def _facts(loaded: Sequence[LoadedScenario], study: Study, gathered: Gathered, wall_s: float, cores: int) -> Facts:
    return Facts(
        kind="compare" if len(loaded) > 1 else "run",
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        versions=versions(),
        model_hash=model_hash(),
        seed=loaded[0].scenario.run.seed,
        replications=gathered.replications,
        wall_s=wall_s,
        cores=cores,
        scenarios=[with_replications(entry, gathered.replications) for entry in scenario_entries(loaded, study.ids)],
        measures=[MeasureEntry.model_validate(measure, from_attributes=True) for measure in study.measures],
        evidence=cited_evidence(loaded),
        comparison=study.comparison(),
        precision=gathered.look.told() if gathered.look else None,
        warm_up=warm_ups(gathered.frames["from_start"], study.scenarios),
        beforehand=beforehand(study.scenarios, gathered.replications),
    )
