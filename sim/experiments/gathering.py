"""Running replications in one go, or in rounds until they are precise enough; the tables are the same either way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sim.experiments.driving.local import LocalPool, local_pool
from sim.experiments.precision.sequential import Look
from sim.experiments.precision.wanted import Precision
from sim.experiments.replication import Job, run_one
from sim.experiments.runner import Progress, run_in
from sim.experiments.statistics.look_ahead import look_ahead
from sim.experiments.tables import OF_A_REPLICATION, Frames
from sim.scenario.scenario import Scenario

Judge = Callable[[Frames, int], Look]
"""Given the tables of so many replications, whether they are enough."""


@dataclass(frozen=True)
class Gathered:
    """Tables of each replication, scenario by scenario, and how many replications they hold of each."""

    frames: Frames
    replications: int
    look: Look | None = None
    """The last look at the precision, when one was asked for."""


@dataclass(frozen=True)
class Gatherer:
    """Adds replications to what there is."""

    scenarios: Mapping[str, Scenario]
    """By their names in the tables, the base first."""
    workers: int
    progress: Progress
    events: bool

    def until(self, replications: int, earlier: Gathered | None = None) -> Gathered:
        """What there is, with replications up to so many in all. Raises what running raises."""
        with local_pool(self.workers) as pool:
            return self._until(pool, replications, earlier)

    def _until(self, pool: LocalPool, replications: int, earlier: Gathered | None) -> Gathered:
        done = earlier.replications if earlier else 0
        plan = [
            Job(name, scenario, replication, self.events)
            for name, scenario in self.scenarios.items()
            for replication in range(done, replications)
        ]
        before, total = done * len(self.scenarios), replications * len(self.scenarios)
        parts = run_in(pool, run_one, plan, lambda now, _all: self.progress(before + now, total))
        return Gathered(joined([*([earlier.frames] if earlier else []), *parts], list(self.scenarios)), replications)

    def until_precise(self, precision: Precision, judge: Judge, earlier: Gathered | None = None) -> Gathered:
        """What there is, with replications until they are enough or the cap is met."""
        with local_pool(self.workers) as pool:
            gathered = earlier or self._until(pool, precision.start + look_ahead(precision.start), None)
            while True:
                look = judge(gathered.frames, gathered.replications)
                if look.reached or gathered.replications >= precision.most:
                    return Gathered(gathered.frames, gathered.replications, look)
                gathered = self._until(pool, look.until(), gathered)


def joined(parts: Sequence[Frames], ids: Sequence[str]) -> Frames:
    """The tables as one run of all these replications would have written them."""
    names = [name for name in parts[0] if name in OF_A_REPLICATION or name == "events"]
    return {name: _in_order(pd.concat([part[name] for part in parts], ignore_index=True), ids) for name in names}


def _in_order(table: pd.DataFrame, ids: Sequence[str]) -> pd.DataFrame:
    """Scenario by scenario and replication by replication; rows of one replication stay as they are."""
    place = table["scenario"].map({name: number for number, name in enumerate(ids)})
    order = np.lexsort((table["replication"].to_numpy(), place.to_numpy()))
    return table.iloc[order].reset_index(drop=True)
