"""What the manifest says of the scenarios and of the program."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from shutil import copytree

import pytest

import sim
from sim.experiments.program import CODE, PACKAGES, model_hash, versions
from sim.experiments.scenario_entries import changes, cited_evidence, scenario_entries
from sim.scenario import load_scenario
from sim.scenario.evidence import rows
from tests.experiments.ward import plain

pytestmark = pytest.mark.unit


def test_an_entry_holds_the_scenario_whole(scenarios: Path) -> None:
    loaded = load_scenario(scenarios / "baseline.yaml")
    entry = scenario_entries([loaded], ["baseline"])[0]
    assert entry.resolved == loaded.resolved
    assert entry.roles == ["nurse", "technician", "prescriber", "counsellor", "intake"]
    assert entry.sources[0].model_dump() == {"id": "self", "label": "Self or family"}
    assert {place.kind for place in entry.destinations} <= {"own step-down", "outside place", "outpatient", "none"}
    assert entry.provenance.keys() == loaded.provenance.keys()
    assert entry.differences_from_base == []


def test_a_name_stands_in_for_a_label(tmp_path: Path) -> None:
    entry = scenario_entries([plain(tmp_path)], ["plain"])[0]
    assert entry.sources[0].model_dump() == {"id": "all", "label": "all"}
    assert (entry.roles, entry.destinations) == ([], [])


def test_differences_from_the_base(tmp_path: Path) -> None:
    loaded = [plain(tmp_path), plain(tmp_path, "unit.beds=10")]
    entry = scenario_entries(loaded, ["plain", "plain-2"])[1]
    assert [change.model_dump() for change in entry.differences_from_base] == [
        {"path": "unit.beds", "base": 8, "here": 10}
    ]


@pytest.mark.parametrize(
    ("base", "here", "expected"),
    [
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, [("a.c", 2, 3)]),
        ({"a": [1, 2]}, {"a": [1, 3]}, [("a", [1, 2], [1, 3])]),
        ({"a": "2 h"}, {"a": {"constant": "2 h"}}, [("a", "2 h", {"constant": "2 h"})]),
        ({"a": 1}, {"b": 2}, [("a", 1, None), ("b", None, 2)]),
        ({"name": "x", "question": "y", "rationale": "z"}, {"name": "u"}, []),
        ({"place": {"name": "x"}}, {"place": {"name": "u"}}, [("place.name", "x", "u")]),
    ],
)
def test_leaves_that_differ(base: dict[str, object], here: dict[str, object], expected: list[object]) -> None:
    assert [(change.path, change.base, change.here) for change in changes(base, here)] == expected


def test_versions_are_those_in_use() -> None:
    found = versions()
    assert found["detox-sim"] == sim.__version__
    assert {name: found[name] for name in PACKAGES} == {name: version(name) for name in PACKAGES}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the model's code."""
    return Path(copytree(CODE, tmp_path / "sim"))


def test_the_model_hash_is_of_the_code_wherever_it_lies(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "notes.txt").touch()
    here = model_hash()
    monkeypatch.setattr("sim.experiments.program.CODE", copy)
    assert model_hash() == here


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda code: (code / "errors.py").write_bytes(b""), id="content"),
        pytest.param(lambda code: (code / "errors.py").rename(code / "faults.py"), id="name"),
        pytest.param(lambda code: (code / "scenario" / "evidence.csv").write_bytes(b""), id="evidence"),
    ],
)
def test_the_model_hash_tells_any_change(
    change: Callable[[Path], object], copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(copy)
    here = model_hash()
    monkeypatch.setattr("sim.experiments.program.CODE", copy)
    assert model_hash() != here


def test_every_figure_that_a_scenario_cites_is_told_whole_and_once(scenarios: Path) -> None:
    baseline = load_scenario(scenarios / "baseline.yaml")
    told = [entry.parameter for entry in cited_evidence([baseline, baseline])]
    cited = {name for said in baseline.provenance.values() for name in said.sources}
    assert set(told) == cited
    assert len(told) == sum(len(rows(name)) for name in cited)
