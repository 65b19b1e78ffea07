"""The two tables that answer a question: each scenario's means, and each scenario's differences from the base."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiments.intervals import paired_interval, t_interval, verdict
from sim.experiments.tables import COLUMNS, typed

Values = Mapping[tuple[str, str], NDArray[np.float64]]
"""(scenario, measure) to one value per replication, in their order."""


def values_by_measure(runs: pd.DataFrame) -> Values:
    """The table `runs` with a row of replications for each measure of each scenario."""
    groups = runs.groupby(["scenario", "measure"], sort=False)["value"]
    return {(str(scenario), str(measure)): group.to_numpy() for (scenario, measure), group in groups}


def summary(values: Values) -> pd.DataFrame:
    """The table `summary`: mean and interval of each measure of each scenario."""
    rows = [
        {"scenario": scenario, "measure": measure, **vars(t_interval(values[scenario, measure]))}
        for scenario, measure in values
    ]
    return typed("summary", pd.DataFrame(rows))


def differences(values: Values, ids: Sequence[str], better: Mapping[str, str]) -> pd.DataFrame:
    """The table `differences` for the scenarios after the first of `ids`, which is the base.

    `better` maps each measure to "higher", "lower" or "". A measure that only
    one of the two scenarios has is left out.
    """
    base, others = ids[0], set(ids[1:])
    rows = [
        {"scenario": scenario, "base": base, "measure": measure}
        | _difference(values[base, measure], values[scenario, measure], better[measure])
        for scenario, measure in values
        if scenario in others and (base, measure) in values
    ]
    return typed("differences", pd.DataFrame(rows, columns=list(COLUMNS["differences"])))


def _difference(base: NDArray[np.float64], other: NDArray[np.float64], better: str) -> dict[str, object]:
    paired = paired_interval(base, other)
    change = paired.difference
    return {
        "difference": change.mean,
        "low": change.low,
        "high": change.high,
        "n": change.n,
        "correlation": paired.correlation,
        "verdict": verdict(paired, better),
    }
