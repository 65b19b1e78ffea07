"""Targets of a sweep: kept beside what was run, in the words of a search, and refused in sentences."""

from pathlib import Path

import pytest

from sim.experiments.sweep.targets import Target
from sim.experiments.sweep.telling import facts_of
from tests.experiments.sweep.sweeping import SWEEP, faults, sweep_of

pytestmark = pytest.mark.unit


def targets(*lines: str) -> str:
    return SWEEP + "targets:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def test_targets_are_read_and_kept_with_what_identifies_the_sweep(tmp_path: Path) -> None:
    text = targets("measure: wait_mean_h, at_most: 12", "measure: occupancy_pct, at_least: 80 %")
    sweep = sweep_of(tmp_path, text)
    assert sweep.targets == (Target("wait_mean_h", False, 12.0), Target("occupancy_pct", True, 80.0))
    kept = facts_of(sweep, ["detox-sim"]).targets
    assert [(each.measure, each.at_least, each.value) for each in kept] == [
        ("wait_mean_h", False, 12.0), ("occupancy_pct", True, 80.0),
    ]  # fmt: skip
    assert sweep_of(tmp_path).targets == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (targets("measure: wait_mean, at_most: 12"), "did you mean wait_mean_h"),
        (targets("measure: wait_mean_h"), "one of 'at_least' and 'at_most' is accepted in a target"),
        (targets("measure: wait_mean_h, at_most: 1, at_least: 2"), "one of 'at_least' and 'at_most' is accepted"),
        (targets("measure: occupancy_pct, at_least: 120"), "0 to 100 is accepted"),
        (targets("measure: wait_mean_h, at_most: 1", "measure: wait_mean_h, at_most: 2"), "is a second target"),
        (targets("measure: wait_mean_h, at_most: 1, tolerance: 1"), "targets.0.tolerance: is not known here"),
        (SWEEP + "targets: []\n", "is an empty list; at least one target is accepted"),
        (SWEEP + "targets: wait\n", "a list is accepted"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    (fault,) = faults(tmp_path, text)
    assert said in fault
