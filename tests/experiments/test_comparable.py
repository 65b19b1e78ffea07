"""Scenarios are compared when they meet the same luck over the same time, and each has a name of its own."""

from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.experiments.comparable import check_comparable, distinct_ids
from tests.experiments.ward import plain

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("path", "there", "here"),
    [
        ("run.seed", "2", "1"),
        ("run.replications", "3", "2"),
        ("run.length", "3 weeks", "2 weeks"),
        ("run.warm_up", "1 week", "0 h"),
        ("run.start_date", "2027-01-05", "not given"),
    ],
)
def test_what_must_be_shared(path: str, there: str, here: str, tmp_path: Path) -> None:
    base, other = plain(tmp_path, name="base"), plain(tmp_path, f"{path}={there}", name="other")
    with pytest.raises(ScenarioError) as caught:
        check_comparable([base, base, other])
    assert caught.value.faults == [
        f"{other.path}: {path} is {there}, but {here} in {base.path}; "
        "scenarios can be compared when it is the same in all"
    ]


def test_the_same_time_may_be_written_in_two_ways(tmp_path: Path) -> None:
    check_comparable([plain(tmp_path), plain(tmp_path, "run.length=14 days", "unit.beds=9")])


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        check_comparable([plain(tmp_path), plain(tmp_path, "run.seed=2", "run.length=3 weeks")])
    assert len(caught.value.faults) == 2


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    loaded = [plain(tmp_path, name=name) for name in ("a", "a", "a-2", "a", "b")]
    assert distinct_ids(loaded) == ["a", "a-2", "a-2-2", "a-3", "b"]
