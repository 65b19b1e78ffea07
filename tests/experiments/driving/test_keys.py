"""A key stands for everything that decides a result, and for nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sim.experiments.driving import key_of
from sim.experiments.driving import keys as of_keys
from sim.experiments.replication import Job
from sim.scenario import Scenario, load_scenario
from tests.experiments.driving.loopback import ROOT
from tests.experiments.driving.wards import ward
from tests.experiments.ward import PLAIN, plain

pytestmark = pytest.mark.unit

ELSEWHERE = """
import sys
from sim.experiments.driving import key_of
from sim.experiments.replication import Job
from sim.scenario import load_scenario
print(key_of(Job("other", load_scenario(sys.argv[1]).scenario, 3)))
"""


def key(scenario: Scenario, replication: int = 0) -> str:
    return key_of(Job("any", scenario, replication))


def test_words_and_the_number_of_replications_do_not_matter(tmp_path: Path) -> None:
    one = ward(tmp_path)
    run = one.run.model_copy(update={"replications": 50})
    other = one.model_copy(update={"name": "Other", "question": "Why?", "rationale": "Because.", "run": run})
    assert key(one) == key(other)
    assert key_of(Job("a", one, 1, events=True)) == key_of(Job("b", other, 1))
    assert len(key(one)) == 64


@pytest.mark.parametrize(
    "change",
    ["unit.beds=9", "run.seed=2", "run.length=3 weeks", "demand.per_day=2.0000000000000004", "unit.turnover=0 h"],
)
def test_whatever_decides_a_result_matters(change: str, tmp_path: Path) -> None:
    assert key(plain(tmp_path).scenario) != key(plain(tmp_path, change).scenario)


def test_the_replication_matters(tmp_path: Path) -> None:
    one = ward(tmp_path)
    assert len({key(one, number) for number in range(5)}) == 5


def test_the_kind_of_a_distribution_matters(tmp_path: Path) -> None:
    stays = ("lognormal: {mean: 3 days, sd: 2 days}", "gamma: {mean: 3 days, sd: 2 days}")
    kinds = [plain(tmp_path, text=PLAIN.replace("exponential: {mean: 3 days}", stay)).scenario for stay in stays]
    assert key(kinds[0]) != key(kinds[1])


def test_the_code_of_the_model_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key(ward(tmp_path))
    monkeypatch.setattr(of_keys, "this_program", lambda: {"model": "another"})
    assert key(ward(tmp_path)) != before


def test_a_key_is_the_same_in_any_process(scenarios: Path) -> None:
    path = scenarios / "baseline.yaml"
    line = [sys.executable, "-c", ELSEWHERE, path]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    there = subprocess.run(line, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    assert there == key(load_scenario(path).scenario, 3)
