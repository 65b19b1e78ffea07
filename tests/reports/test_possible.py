"""Intervals of means are shown no farther than their measure goes, and saved as they are."""

from dataclasses import dataclass
from math import isnan, nan

import pandas as pd
import pytest

from reports.possible import possible
from reports.study import Study
from reports.sweep.levels import by_level, by_slice
from reports.sweep.space import Space
from sim.cli.summary import print_summary
from tests.reports.sample import results
from tests.reports.sample_sweep import drawn, sweep

pytestmark = pytest.mark.unit


@dataclass(frozen=True)
class Named:
    name: str
    unit: str = "h"


@pytest.mark.parametrize(
    ("measure", "shown"),
    [
        (Named("wait_mean_h"), (0.0, 130.0)),
        (Named("completed_pct", "%"), (0.0, 100.0)),
        (Named("staff_use_pct[nurse]", "%"), (0.0, 130.0)),
        (Named("cost_per_year", "USD a year"), (0.0, 130.0)),
        (Named("balance_per_year", "USD a year"), (-20.0, 130.0)),
    ],
)
def test_no_end_lies_beyond_what_the_measure_can_be(measure: Named, shown: tuple[float, float]) -> None:
    table = pd.DataFrame([(measure.name, 40.0, -20.0, 130.0)], columns=["measure", "mean", "low", "high"])
    found = possible(table, [measure]).iloc[0]
    assert (found["low"], found["high"]) == shown
    assert table["low"].tolist() == [-20.0]


def test_what_lies_within_and_what_is_not_known_stays() -> None:
    table = pd.DataFrame([("wait_mean_h", 4.0, 3.0, 5.0), ("wait_mean_h", 4.0, nan, nan)],
                         columns=["measure", "mean", "low", "high"])  # fmt: skip
    found = possible(table, [Named("wait_mean_h")])
    assert found.iloc[0].tolist() == table.iloc[0].tolist()
    assert isnan(found["low"].iloc[1])


def test_a_report_shows_it_and_the_results_keep_what_they_have() -> None:
    saved = results(days=28)
    wide = saved.frames["summary"].assign(low=-50.0, high=500.0)
    saved.frames["summary"] = wide
    saved.frames["group_summary"] = saved.frames["group_summary"].assign(low=-50.0, high=500.0)
    shown = Study(saved).frame("summary").set_index("measure")
    assert set(shown.loc[["wait_mean_h"], "low"]) == {0.0}
    assert set(shown.loc[["occupancy_pct"], "high"]) == {100.0}
    assert set(saved.frames["summary"]["low"]) == {-50.0}
    of_groups = Study(saved).frame("group_summary").set_index("measure").loc["self_discharge_pct"]
    assert (set(of_groups["low"]), set(of_groups["high"])) == ({0.0}, {100.0})
    assert set(Study(saved).frame("differences")["low"]) == set(saved.frames["differences"]["low"])


def test_a_sweep_shows_it_at_its_points_and_along_its_axes() -> None:
    def near_the_ends(values: object) -> dict[str, float]:
        return {"wait_mean_h": 0.2, "admitted_24h_pct": 99.9, "occupancy_pct": 50.0, "cost_per_year": 1.0,
                "stay_mean_h": 140.0}  # fmt: skip

    space = Space(sweep(at=near_the_ends))
    for name, column, end in (("wait_mean_h", "low", 0.0), ("admitted_24h_pct", "high", 100.0)):
        assert set(space.estimates(name)[column]) == {end}
        assert set(by_level(space, name, [space.axes[0]])[column]) == {end}


def test_a_slice_shows_it_and_keeps_the_width_of_its_interval() -> None:
    saved = drawn()
    saved.summary.loc[saved.summary["measure"] == "wait_mean_h", "mean"] *= 0.01
    saved.summary.loc[saved.summary.index[saved.summary["measure"] == "wait_mean_h"][::4], "mean"] *= 30
    space = Space(saved)
    table = by_slice(space, "wait_mean_h", space.axes[0])
    cut = table[table["mean"] < table["half"]]
    assert len(cut)
    assert set(cut["low"]) == {0.0}
    assert (table["high"] - table["mean"]).tolist() == pytest.approx(table["half"].tolist())


def test_the_terminal_shows_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    saved = results(days=28, names=("Now",))
    saved.frames["summary"] = saved.frames["summary"].assign(low=-50.0, high=500.0)
    print_summary(saved)
    out = capsys.readouterr().out
    assert "0 to 100" in out
    assert "-50" not in out
