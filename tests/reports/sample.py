"""Made-up results of a plausible unit, the same at every call: what the report's tests read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import t

from sim.experiments.results_reader import SavedResults
from tests.reports import sample_stays

ROLES = ("nurse", "technician", "prescriber", "counsellor", "intake")
DESTINATIONS = (
    "Residential programme",
    "Step-down house",
    "Methadone programme",
    "Office buprenorphine",
    "No aftercare",
)
NAMES = ("Baseline unit", "Two more beds", "One more night nurse")

HEADLINE: tuple[tuple[str, str, str, str, float, float], ...] = (
    ("wait_mean_h", "Wait to admission, mean", "h", "lower", 31.0, 6.0),
    ("admitted_24h_pct", "Admitted within 24 h", "%", "higher", 58.0, 4.0),
    ("occupancy_pct", "Bed occupancy", "%", "", 89.0, 2.0),
    ("turned_away_pct", "Turned away", "%", "lower", 21.0, 2.5),
    ("checks_on_time_pct", "Checks on time", "%", "higher", 83.0, 1.5),
    ("first_dose_wait_mean_h", "Admission to first dose, mean", "h", "lower", 9.4, 0.4),
    ("self_discharge_pct", "Self-discharge", "%", "lower", 19.0, 1.2),
    ("stay_median_h", "Stay, median", "h", "", 128.0, 2.0),
    ("blocked_bed_days", "Blocked bed-days", "bed-days a year", "lower", 402.0, 60.0),
    ("completed_per_year", "Completed stays", "people a year", "higher", 842.0, 30.0),
)
"""Name, label, unit, better, mean and spread between replications under the base."""

CHANGES = (
    (0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    (-19, 17, -5.2, -6.1, -2.4, 0.05, 0.1, 0.4, 24, 66),
    (-1.5, 1, 0.3, -0.4, 6.2, -1.9, -2.2, 3.1, 5, 21),
)
"""What each scenario adds to each headline measure."""


def results(
    folder: Path = Path("results/made-up"), names: Sequence[str] = NAMES, replications: int = 5, days: int = 364
) -> SavedResults:
    """Saved results of up to three scenarios; `names` are shown as they are."""
    ids = [f"scenario-{place}" for place in range(len(names))]
    runs = _runs(ids, replications)
    frames = {
        "runs": runs,
        "summary": intervals(runs, ["scenario", "measure"], "value"),
        "differences": paired_differences(runs, ids),
        "daily": _daily(ids, replications, days),
        "from_start": _from_start(ids, replications, days),
        "hourly": _hourly(ids, replications),
        "counts": _counts(ids, replications),
        "flows": _flows(ids, replications),
        "waits": _waits(ids, replications),
        **sample_stays.tables(ids, replications),
    }
    return SavedResults(folder, _manifest(ids, names, replications), frames)


def _grid(ids: Sequence[str], replications: int, **axes: Sequence[Any]) -> pd.DataFrame:
    levels = [ids, range(replications), *axes.values()]
    return pd.MultiIndex.from_product(levels, names=["scenario", "replication", *axes]).to_frame(index=False)


def _luck(*shape: int, key: int) -> np.ndarray:
    return np.random.default_rng(key).standard_normal(shape)


def _place(frame: pd.DataFrame) -> pd.Series:
    return frame["scenario"].str.rpartition("-")[2].astype(int)


def _runs(ids: Sequence[str], replications: int) -> pd.DataFrame:
    table = _grid(ids, replications, measure=[row[0] for row in HEADLINE])
    shared = np.tile(_luck(replications, len(HEADLINE), key=1).ravel(), len(ids))
    own = _luck(len(table), key=2) * 0.25
    rows = np.tile(np.arange(len(HEADLINE)), len(ids) * replications)
    mean, spread = (np.array([row[column] for row in HEADLINE])[rows] for column in (4, 5))
    change = np.array(CHANGES)[_place(table), rows]
    return table.assign(value=mean + change + spread * (shared + own))


def intervals(frame: pd.DataFrame, by: list[str], column: str) -> pd.DataFrame:
    table = frame.groupby(by, sort=False)[column].agg(mean="mean", sd="std", n="count").reset_index()
    half = t.ppf(0.975, np.maximum(table["n"] - 1, 1)) * table["sd"] / np.sqrt(table["n"])
    return table.assign(low=table["mean"] - half, high=table["mean"] + half).drop(columns="sd")


def paired_differences(runs: pd.DataFrame, ids: Sequence[str]) -> pd.DataFrame:
    wide = runs.pivot(index=["replication", "measure"], columns="scenario", values="value")
    paired = (
        wide[list(ids[1:])]
        .sub(wide[ids[0]], axis=0)
        .reset_index()
        .melt(["replication", "measure"], value_name="difference")
    )
    table = intervals(paired, ["scenario", "measure"], "difference").rename(columns={"mean": "difference"})
    return table.assign(base=ids[0], correlation=0.9, verdict=[_verdict(row) for _, row in table.iterrows()])


def _verdict(row: "pd.Series[Any]") -> str:
    directions = {name: direction for name, _, _, direction, _, _ in (*HEADLINE, *sample_stays.FURTHER)}
    better = directions[row["measure"]]
    if np.isnan(row["low"]):
        return ""
    if row["low"] <= 0 <= row["high"]:
        return "too close to call"
    if not better:
        return "changed"
    return "better" if (row["difference"] > 0) == (better == "higher") else "worse"


def _daily(ids: Sequence[str], replications: int, days: int) -> pd.DataFrame:
    table = _grid(ids, replications, day=range(days))
    place, shape = _place(table), (len(ids), replications, days)
    drift = np.cumsum(_luck(*shape, key=3), axis=-1) * 0.06
    noise, week = _luck(*shape, key=4), np.cos(2 * np.pi * table["day"] / 7)
    beds = np.where(place == 1, 26.0, 24.0)
    occupied = np.clip(np.where(place == 1, 21.9, 21.2) + 0.9 * week + (drift + noise).ravel(), 0, beds)
    waiting = np.clip(np.where(place == 1, 3.0, 8.0) - 1.2 * week + (2 * drift + 1.5 * noise).ravel(), 0, None)
    boarding = np.clip(1.1 + 0.1 * place + 0.5 * noise.ravel(), 0, None)
    return table.assign(occupied=occupied, reserved=0.4, cleaning=0.6, waiting=waiting, boarding=boarding, beds=beds)


def _from_start(ids: Sequence[str], replications: int, days: int) -> pd.DataFrame:
    """Eight weeks in which the unit fills up come before the measured window."""
    table = _daily(ids, replications, days + 56)
    full = np.clip((table["day"] + 1) / 20, 0, 1)
    levels = {column: table[column] * full for column in ("occupied", "waiting", "boarding")}
    return table[["scenario", "replication", "day"]].assign(**levels, step_down=0.0, referred=4.0)


def _hourly(ids: Sequence[str], replications: int) -> pd.DataFrame:
    table = _grid(ids, replications, hour_of_week=range(168), role=ROLES)
    hour, weekday, place = table["hour_of_week"] % 24, table["hour_of_week"] // 24, _place(table)
    day = (hour >= 8) & (hour < 20)
    by_role = [
        np.where(day, 4, 3 + (place == 2)), np.where(day, 2, 1), np.where((weekday < 5) & day, 1, 0),
        np.where((weekday < 6) & (hour >= 9) & (hour < 18), 2, 0), np.where(day, 1, 0),
    ]  # fmt: skip
    on_shift = np.select([table["role"] == role for role in ROLES], by_role).astype(float)
    use = 0.55 + 0.25 * np.exp(-((hour - 10) ** 2) / 18) + 0.02 * _luck(len(table), key=5) - 0.06 * (weekday > 4)
    return table.assign(on_shift=on_shift, busy=on_shift * np.clip(use, 0, 1), overtime=0.02 * on_shift)


def _shared_out(ids: Sequence[str], replications: int, topic: str, means: dict[str, float], key: int) -> pd.DataFrame:
    table = _grid(ids, replications, category=list(means))
    noise = 1 + 0.06 * _luck(len(table), key=key) + 0.04 * _place(table)
    return table.assign(topic=topic, count=(table["category"].map(means) * noise).round())


def _counts(ids: Sequence[str], replications: int) -> pd.DataFrame:
    by_day = {str(day): round(70 * np.exp(-((day - 2.2) ** 2) / 6)) for day in range(1, 15)} | {"15+": 2.0}
    topics: dict[str, dict[str, float]] = {
        "outcome": {"completed": 842, "self-discharged": 205, "still here": 21},
        "self_discharge_day": by_day,
        "self_discharge_hour_of_week": {str(hour): 1.0 for hour in range(168)},
        "wait_days": {"0-1": 610, "1-2": 190, "2-3": 110, "3-5": 90, "5-7": 40, "7-14": 25, "14+": 3},
        "blocked_hours": {"beds": 2900, "ratio": 800, "hours": 1500},
        "blocked_admissions": {"beds": 420, "ratio": 130, "hours": 260, "none": 258},
        "checks": {"on time": 30100, "late": 4200, "missed": 1900},
    }
    parts = [_shared_out(ids, replications, topic, means, key) for key, (topic, means) in enumerate(topics.items(), 6)]
    return pd.concat(parts, ignore_index=True)


def _flows(ids: Sequence[str], replications: int) -> pd.DataFrame:
    links: dict[tuple[str, str], float] = {
        ("Referred", "Lost at screening"): 90, ("Referred", "Diverted"): 140, ("Referred", "Waiting list"): 1352,
        ("Waiting list", "Gave up"): 190, ("Waiting list", "Did not turn up"): 94, ("Waiting list", "Admitted"): 1068,
        ("Admitted", "Self-discharged"): 205, ("Admitted", DESTINATIONS[0]): 240, ("Admitted", DESTINATIONS[1]): 130,
        ("Admitted", DESTINATIONS[2]): 160, ("Admitted", DESTINATIONS[3]): 210, ("Admitted", DESTINATIONS[4]): 102,
        ("Admitted", "Still in the unit at the end"): 21,
    }  # fmt: skip
    names = [f"{source}|{target}" for source, target in links]
    means = dict(zip(names, links.values(), strict=True))
    table = _shared_out(ids, replications, "", means, key=20)
    ends = table["category"].str.split("|", expand=True)
    return table.assign(source=ends[0], target=ends[1]).drop(columns=["topic", "category"])


def _waits(ids: Sequence[str], replications: int) -> pd.DataFrame:
    scale = {"bed": 28.0, "nursing assessment": 0.8, "prescriber": 9.0, "first dose": 8.0, "dose lateness": 0.5}
    table = _grid(ids, replications, what=list(scale), percentile=range(5, 100, 5))
    faster = np.array([1.0, 0.45, 0.95])[_place(table)]
    luck = np.repeat(1 + 0.12 * _luck(len(ids) * replications, key=30), len(scale) * 19)
    hours = table["what"].map(scale) * -np.log1p(-table["percentile"] / 100) * faster * luck
    return table.assign(hours=hours)


def _manifest(ids: Sequence[str], names: Sequence[str], replications: int) -> dict[str, Any]:
    return {
        "format": 1, "kind": "compare" if len(ids) > 1 else "run", "created": "2026-11-21T09:30:00+00:00",
        "command": ["detox-sim", "compare", *(f"scenarios/{name}.yaml" for name in ids)],
        "versions": {"detox-sim": "0.1.0", "python": "3.11.2", "numpy": "2.4.6", "simpy": "4.1.2"},
        "model_hash": "3f9a41c07be2d8", "seed": 20261121, "replications": replications, "wall_s": 41.7, "cores": 2,
        "scenarios": [_scenario(place, *pair) for place, pair in enumerate(zip(ids, names, strict=True))],
        "measures": [
            {"name": name, "label": label, "unit": unit, "definition": f"{label}, over the measured window.",
             "kind": "per patient", "group": "access" if place < 4 else "care", "better": better, "headline": True}
            for place, (name, label, unit, better, _, _) in enumerate(HEADLINE)
        ],
        "evidence": [_evidence(*row) for row in EVIDENCE], "files": {}, "complete": True,
    }  # fmt: skip


EVIDENCE = (
    ("ama_or_early_moud", 0.73, "Patient-Directed Discharge (abstract)", "2023", "cohort"),
    ("recalled_nurse_check_all_in", 10.0, "Professional judgement", "2025", "recalled"),
)


def _evidence(name: str, value: float, title: str, year: str, strength: str) -> dict[str, Any]:
    return {
        "parameter": name, "value": value, "low": value, "high": 2 * value, "unit": "units",
        "population_or_condition": "people", "source_title": title, "source_year": year,
        "source_url_or_doi": "https://example.org/", "strength": strength, "note": "",
    }  # fmt: skip


def _scenario(place: int, identity: str, name: str) -> dict[str, Any]:
    beds = 26 if place == 1 else 24
    changes = [[], [("unit.beds", 24, 26)], [("staff.roster.night.nurse", 3, 4)]][place]
    return {
        "id": identity, "name": name, "file": f"scenarios/{identity}.yaml",
        "question": ("How does the unit run as it is?", "Would two more beds shorten the wait?",
                     "Would care at night be on time, and would fewer people leave?")[place],
        "rationale": ("24 beds, rosters of last year.", "The house next door has room for two.",
                      "Most late checks fall between 20:00 and 08:00.")[place],
        "resolved": {
            "run": {"length": "52 weeks", "warm_up": "8 weeks", "replications": 5, "seed": 20261121},
            "unit": {"beds": beds, "turnover": {"lognormal": {"mean": "90 min", "sd": "30 min"}}},
            "staff": {"roster": {"night": {"days": "mon-sun", "from": "20:00", "to": "08:00", "nurse": 3}}},
        },
        "provenance": {
            "unit.beds": {"kind": "assumed", "text": "size of the unit in question"},
            "unit.turnover": {"kind": "assumed", "text": "local practice"},
            "staff.roster.night": {"kind": "source", "text": "staff_ratio_night"},
        },
        "roles": list(ROLES), "destinations": [], "sources": [],
        "differences_from_base": [{"path": path, "base": base, "here": here} for path, base, here in changes],
    }  # fmt: skip
