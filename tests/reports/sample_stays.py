"""Made-up stays, tasks, groups and money for the sample of results, the same at every call."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

PROTOCOLS = {"taper": "Buprenorphine taper", "symptomatic": "Comfort medication only"}
HOURS = np.arange(0.0, 246.0, 6)
STATES = ("still in the unit", "completed", "self-discharged", "transferred to hospital", "discharged by the unit")
GROUPS = (
    ("opioid", "fentanyl", "Fentanyl", 600.0), ("opioid", "heroin", "Heroin without fentanyl", 300.0),
    ("women", "with", "Women", 250.0), ("women", "without", "not: Women", 650.0),
    ("pregnant", "with", "Pregnant", 8.0), ("pregnant", "without", "not: Pregnant", 892.0),
)  # fmt: skip
OF_GROUPS = {"wait_mean_h": 31.0, "self_discharge_pct": 19.0}

FURTHER: tuple[tuple[str, str, str, str, str, float], ...] = (
    ("linked_30_days_pct", "Linked to further care within 30 days", "%", "higher", "transition", 48.0),
    ("returned_to_use_30_days_pct", "Returned to use within 30 days", "%", "lower", "after", 62.0),
    ("deaths_28_days_per_1000_stays", "Expected deaths in 28 days after leaving", "per 1,000 stays", "lower", "after",
     0.5),
    ("staff_cost_per_year", "Cost of staff", "USD a year", "lower", "money", 2_100_000.0),
    ("bed_cost_per_year", "Cost of beds", "USD a year", "lower", "money", 800_000.0),
    ("cost_per_year", "Cost in total", "USD a year", "lower", "money", 2_900_000.0),
    ("income_per_year", "Income", "USD a year", "higher", "money", 2_700_000.0),
    ("balance_per_year", "Balance", "USD a year", "higher", "money", -200_000.0),
    ("cost_per_admission", "Cost of an admission", "USD", "lower", "money", 3_100.0),
)  # fmt: skip
"""Name, label, unit, better, group and mean under the base of measures that are no headline."""


def grid(ids: Sequence[str], replications: int, **axes: Sequence[Any]) -> pd.DataFrame:
    levels = [ids, range(replications), *axes.values()]
    return pd.MultiIndex.from_product(levels, names=["scenario", "replication", *axes]).to_frame(index=False)


def noise(size: int, key: int) -> np.ndarray:
    return 1 + 0.04 * np.random.default_rng(key).standard_normal(size)


def tables(ids: Sequence[str], replications: int) -> dict[str, pd.DataFrame]:
    """Tables of the stay, of tasks, of the month after, and of groups of people."""
    return {
        "scores": _scores(ids, replications),
        "presence": _presence(ids, replications),
        "tasks_due": _tasks(ids, replications),
        "month_after": _month(ids, replications),
        "group_summary": _groups(ids),
        "group_differences": _group_differences(ids),
    }


def _scores(ids: Sequence[str], replications: int) -> pd.DataFrame:
    table = grid(ids, replications, protocol=list(PROTOCOLS), hour=HOURS[1:])
    peak = table["protocol"].map({"taper": 9.0, "symptomatic": 19.0})
    p50 = peak * np.exp(-(((table["hour"] - 40) / 70) ** 2)) * noise(len(table), 41)
    return table.assign(p10=0.5 * p50, p50=p50, p90=1.6 * p50, n=40)


def _presence(ids: Sequence[str], replications: int) -> pd.DataFrame:
    hours = np.arange(0.0, 678.0, 6)
    table = grid(ids, replications, state=list(STATES), hour=hours)
    gone = 1 - 1 / (1 + np.exp((table["hour"] - 130) / 18))
    gone = (gone - gone.min()) * noise(len(ids) * replications, 42).repeat(len(STATES) * len(hours)).clip(max=1.0)
    parts = dict(zip(STATES, (0.0, 0.75, 0.2, 0.03, 0.02), strict=True))
    ended = 100 * gone * table["state"].map(parts)
    return table.assign(share_pct=ended.where(table["state"] != STATES[0], 100 * (1 - gone)))


def _tasks(ids: Sequence[str], replications: int) -> pd.DataFrame:
    means = {"check": (30100, 4200, 1900), "dose": (9000, 300, 0), "daily review": (4000, 150, 900)}
    table = grid(ids, replications, task=list(means), fate=["on time", "late", "missed"])
    exact = np.tile(np.concatenate(list(means.values())), len(ids) * replications)
    return table.assign(count=(exact * noise(len(table), 43)).round().astype(int))


def _month(ids: Sequence[str], replications: int) -> pd.DataFrame:
    moves = {
        ("Self-discharged", "Returned to use"): 150, ("Self-discharged", "In further care"): 10,
        ("Residential programme", "In further care"): 190, ("Residential programme", "Returned to use"): 30,
        ("Residential programme", "Left less than 30 days before the end"): 20,
        ("No aftercare", "Not in further care"): 40, ("No aftercare", "Admitted here again"): 6,
    }  # fmt: skip
    table = grid(ids, replications, place=range(len(moves)))
    ends = pd.DataFrame(list(moves), columns=["source", "target"])
    means = np.tile(list(moves.values()), len(ids) * replications)
    counts = (means * noise(len(table), 44)).round().astype(int)
    return table[["scenario", "replication"]].join(ends.loc[table["place"]].reset_index(drop=True)).assign(count=counts)


def _groups(ids: Sequence[str]) -> pd.DataFrame:
    rows = [
        (scenario, split, group, label, measure, level * (0.8 + place / 10), people)
        for scenario in ids
        for place, (split, group, label, people) in enumerate(GROUPS)
        for measure, level in OF_GROUPS.items()
    ]
    table = pd.DataFrame(rows, columns=["scenario", "split", "group", "label", "measure", "mean", "people"])
    return table.assign(low=table["mean"] - 2, high=table["mean"] + 2, n=5)


def _group_differences(ids: Sequence[str]) -> pd.DataFrame:
    base = ids[0]
    table = _groups(ids)
    table = table[table["scenario"] != base].assign(base=base)
    change = np.resize([-3.0, 0.5, 2.5], len(table))
    verdict = np.resize(["better", "too close to call", "worse"], len(table))
    return table.assign(difference=change, low=change - 1, high=change + 1, verdict=verdict)


def further(ids: Sequence[str], replications: int) -> pd.DataFrame:
    """The table `runs` for FURTHER; each alternative is a little higher than the one before it."""
    table = grid(ids, replications, measure=[row[0] for row in FURTHER])
    levels = np.tile([row[-1] for row in FURTHER], len(ids) * replications)
    place = table["scenario"].map({name: number for number, name in enumerate(ids)})
    return table.assign(value=levels * (1 + 0.02 * place) * noise(len(table), 45))


def further_measures() -> list[dict[str, Any]]:
    """Their entries in the manifest."""
    return [
        {"name": name, "label": label, "unit": unit, "definition": f"{label}, over the measured window.",
         "kind": "money", "group": group, "better": better, "headline": False}
        for name, label, unit, better, group, _ in FURTHER
    ]  # fmt: skip
