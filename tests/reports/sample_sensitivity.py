"""A made-up study of sensitivity of two estimates and two measures."""

from pathlib import Path
from typing import Any

from sim.experiments.sensitivity.reader import Row, SavedSensitivity

MEASURES = [
    {"name": "wait_mean_h", "label": "Wait to admission, mean", "unit": "h"},
    {"name": "occupancy_pct", "label": "Bed occupancy", "unit": "%"},
]


def row(path: str, measure: str, importance: float, grounds: str = "assumed", **more: Any) -> Row:
    ends = {"at_base": 10.0, "at_low": -2.0, "at_low_half_width": 0.5, "at_high": 4.0, "at_high_half_width": 5.0}
    said = {"low": "3", "base": "4", "high": "5", "measure": measure, "importance_pct": importance}
    return Row(path, f"name of {path}", grounds, "25 %", **(said | ends | more))


ROWS = [
    row("demand", "wait_mean_h", 60.0), row("demand", "occupancy_pct", 5.0),
    row("stay", "wait_mean_h", 3.0, "source"), row("stay", "occupancy_pct", 9.0, "source", at_low=0.1),
    Row("beds", "name of beds", "assumed", "25 %", "", "4", "", remark="too few"),
]  # fmt: skip


def saved(rows: list[Row] | None = None, replications: int = 2, name: str = "Ward") -> SavedSensitivity:
    facts = {
        "format": 1, "kind": "sensitivity", "scenario": {"id": "ward", "name": name, "file": "ward.yaml"}, "seed": 1,
        "replications": replications, "only": "*", "measures": MEASURES, "versions": {"detox-sim": "0"},
        "model_hash": "ab", "created": "2026-01-01", "command": ["detox-sim", "sensitivity", "ward.yaml"],
    }  # fmt: skip
    return SavedSensitivity(Path("results/made-up"), "ward.csv", facts, ROWS if rows is None else rows)
