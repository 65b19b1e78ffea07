"""The baseline holds the values that its calibration found, and the fit that is shipped says how good they are."""

import csv
from functools import reduce
from pathlib import Path

import pytest

from sim.scenario import load_scenario
from sim.scenario.evidence import names

pytestmark = pytest.mark.functional

UNIT = (
    "self_discharge_pct",
    "occupancy_pct",
    "transferred_or_completed_pct",
    "stay_median_h",
    "checks_on_time_pct",
)
CALIBRATION = Path(__file__).parents[2] / "scenarios" / "calibration"


def rows(name: str) -> list[dict[str, str]]:
    with (CALIBRATION / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_baseline_has_the_fitted_values() -> None:
    loaded = load_scenario(CALIBRATION.parent / "baseline.yaml")
    parameters = rows("baseline-parameters.csv")
    assert parameters
    for row in parameters:
        value = reduce(lambda part, step: part[step], row["path"].split("."), loaded.resolved)
        assert float(value) == pytest.approx(float(row["written"])), row["path"]
        place = row["path"].removesuffix(".odds_ratio")
        assert loaded.provenance[place].text.startswith("Calibrated"), row["path"]


def test_every_target_has_a_source_and_an_interval() -> None:
    fit = rows("baseline-fit.csv")
    assert {row["measure"] for row in fit} >= set(UNIT)
    sources = [name for row in fit if row["grounds"] == "source" for name in row["source_or_reason"].split(", ")]
    assert sources
    assert set(sources) <= set(names())
    assert all(row["grounds"] == "source" for row in fit if row["role"] == "target")
    assert all(float(row["low"]) < float(row["mean"]) < float(row["high"]) for row in fit)


def test_the_unit_itself_is_inside_its_tolerances() -> None:
    fit = {row["measure"]: row for row in rows("baseline-fit.csv") if row["measure"] in UNIT}
    assert len(fit) == len(UNIT)
    assert all(row["inside"] == "yes" for row in fit.values())
