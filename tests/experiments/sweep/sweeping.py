"""Sweeps of a small ward, as files."""

from pathlib import Path

from sim.errors import ScenarioError
from sim.experiments.sweep.reading import read_sweep_file
from sim.experiments.sweep.sweep import Sweep
from tests.experiments.ward import PLAIN

SWEEP = """\
schema_version: 1
name: Small
question: How many beds?
scenario: ward
axes:
  beds: {path: unit.beds, values: [4, 6]}
  demand: {path: demand.per_day, from: 1, to: 3, steps: 3}
design: grid
"""
BEDS = "  beds: {path: unit.beds, values: [4, 6]}\n"
DEMAND = "  demand: {path: demand.per_day, from: 1, to: 3, steps: 3}\n"

RICH = """\
schema_version: 1
name: Ward with staff
run: {length: 1 week, warm_up: 0 h, replications: 2, seed: 1}
demand:
  per_day: 2
  patience: {lognormal: {mean: 36 h, sd: 1 day}}
  sources: {all: {share_pct: 100}}
unit: {beds: 8, turnover: 10 min}
staff:
  shift_end: finish
  roles: {nurse: {}}
  roster:
    days: {days: mon-sun, from: 07:00, to: 19:00, nurse: 2}
    nights: {days: mon-sun, from: 19:00, to: 07:00, nurse: 2}
protocols: {stay: {kind: fixed stay, stay: {exponential: {mean: 3 days}}}}
"""
"""A ward with something of every kind to vary."""


def sweep_file(folder: Path, text: str = SWEEP, ward: str = PLAIN, **others: str) -> Path:
    """Write a sweep, its ward and other scenarios by name; returns the path of the sweep."""
    for name, each in {"ward": ward, "sweep": text, **others}.items():
        (folder / f"{name}.yaml").write_text(each, encoding="utf-8")
    return folder / "sweep.yaml"


def sweep_of(folder: Path, text: str = SWEEP, ward: str = PLAIN, **others: str) -> Sweep:
    """The sweep as it is read."""
    return read_sweep_file(sweep_file(folder, text, ward, **others))


def rows(sweep: Sweep) -> list[tuple[object, ...]]:
    """The values of each point in the order of the axes."""
    return [tuple(point.values.values()) for point in sweep.points]


def faults(folder: Path, text: str, ward: str = PLAIN, **others: str) -> list[str]:
    """What is wrong with a sweep, without the folder."""
    try:
        sweep_of(folder, text, ward, **others)
    except ScenarioError as refused:
        return [fault.replace(f"{folder}/", "") for fault in refused.faults]
    return []
