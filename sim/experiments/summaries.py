"""The tables that answer a question: each scenario's means, and each scenario's differences from the base.

For the whole unit, and for each group of people alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import nan
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.experiments.comparing import Comparing
from sim.experiments.intervals import CONFIDENCE, Paired, paired_interval, t_interval, verdict
from sim.experiments.statistics.multiple import holm
from sim.experiments.tables import COLUMNS, GROUP, typed

What = tuple[str, ...]
"""A measure, or a split, group, label and measure; the measure comes last."""
Values = Mapping[tuple[str, What], NDArray[np.float64]]
"""(scenario, what) to one value per replication, in their order."""
Key = tuple[str, str, What]
"""Base, scenario and what is compared."""
Row = dict[str, Any]
ONE = Comparing()


def values_by_measure(runs: pd.DataFrame) -> Values:
    """The table `runs` with a row of replications for each measure of each scenario."""
    return _values_by(runs, ["measure"])


def values_by_group(groups: pd.DataFrame) -> Values:
    """The table `groups` with a row of replications for each measure of each group of each scenario."""
    return _values_by(groups, [*GROUP, "measure"])


def summary(values: Values) -> pd.DataFrame:
    """The table `summary`: mean and interval of each measure of each scenario."""
    return typed("summary", _means(values, ["measure"]))


def group_summary(values: Values, groups: pd.DataFrame) -> pd.DataFrame:
    """The table `group_summary`: as `summary`, for each group, with its mean number of people admitted."""
    keys = ["scenario", *GROUP, "measure"]
    people = groups.groupby(keys, sort=False)["people"].mean().reset_index()
    return typed("group_summary", _means(values, keys[1:]).merge(people, on=keys, how="left"))


def differences(values: Values, ids: Sequence[str], better: Mapping[str, str], how: Comparing = ONE) -> pd.DataFrame:
    """The table `differences` for the scenarios after the first of `ids`, which is the base.

    `better` maps each measure to "higher", "lower" or "". A measure that only
    one of the two scenarios has is left out.
    """
    return _table("differences", (row for row in _compared(values, ids, better, how) if row["base"] == ids[0]))


def pairs(values: Values, ids: Sequence[str], better: Mapping[str, str], how: Comparing) -> pd.DataFrame:
    """The table `pairs`: as `differences`, of the alternatives from each other."""
    return _table("pairs", (row for row in _compared(values, ids, better, how) if row["base"] != ids[0]))


def group_differences(
    values: Values, ids: Sequence[str], better: Mapping[str, str], how: Comparing = ONE
) -> pd.DataFrame:
    """The table `group_differences`: as `differences`, for each group that both scenarios have."""
    return _table("group_differences", (row for row in _compared(values, ids, better, how) if row["base"] == ids[0]))


def _values_by(table: pd.DataFrame, what: list[str]) -> Values:
    groups = table.groupby(["scenario", *what], sort=False)["value"]
    return {(str(scenario), tuple(map(str, rest))): group.to_numpy() for (scenario, *rest), group in groups}


def _means(values: Values, names: list[str]) -> pd.DataFrame:
    rows = [
        {"scenario": scenario} | dict(zip(names, what, strict=True)) | vars(t_interval(values[scenario, what]))
        for scenario, what in values
    ]
    return pd.DataFrame(rows, columns=["scenario", *names, "mean", "low", "high", "n"])


def _compared(values: Values, ids: Sequence[str], better: Mapping[str, str], how: Comparing) -> Iterator[Row]:
    """A row for each comparison of what both scenarios have, in the order of the comparisons."""
    confidence, compared = how.confidence(ids), how.pairs(ids)
    found = {
        (base, scenario, what): paired_interval(values[base, what], values[scenario, what], confidence)
        for base, scenario in compared
        for of, what in values
        if of == scenario and (base, what) in values
    }
    clear = _clear_by_holm(found, compared) if how.correction == "holm" else {}
    for (base, scenario, what), paired in found.items():
        measure = what[-1]
        said = verdict(paired, better[measure], how.matters.get(measure, 0.0), clear.get((base, scenario, what)))
        yield {"scenario": scenario, "base": base, "what": what, **_numbers(paired), "verdict": said}


def _clear_by_holm(found: Mapping[Key, Paired], compared: Sequence[tuple[str, str]]) -> dict[Key, bool]:
    """The comparisons of each measure are one family; those that cannot be made count in it."""
    clear: dict[Key, bool] = {}
    for what in dict.fromkeys(key[2] for key in found):
        keys = [(*pair, what) for pair in compared]
        chances = [found[key].chance if key in found and not found[key].identical else nan for key in keys]
        clear |= dict(zip(keys, holm(chances, CONFIDENCE), strict=True))
    return clear


def _numbers(paired: Paired) -> Row:
    change = paired.difference
    return {
        "difference": change.mean, "low": change.low, "high": change.high, "n": change.n,
        "correlation": paired.correlation, "independent_n": paired.independent_n,
    }  # fmt: skip


def _table(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    names = [column for column in COLUMNS[name] if column in (*GROUP, "measure")]
    named = [row | dict(zip(names, row["what"], strict=True)) for row in rows]
    return typed(name, pd.DataFrame(named, columns=list(COLUMNS[name])))
