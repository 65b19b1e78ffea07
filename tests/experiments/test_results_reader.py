"""A results folder that is unfinished, damaged or changed is refused with one sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sim.errors import ResultsError
from sim.experiments.digest import sha256_of
from sim.experiments.results import save
from sim.experiments.results_reader import read_results
from tests.experiments.ward import made_up, plain

pytestmark = pytest.mark.unit

Said = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save(made_up(plain(tmp_path)), tmp_path / "results", ["detox-sim", "run", "plain.yaml"])


def refusal(folder: Path) -> str:
    """The sentence with which a folder is refused."""
    with pytest.raises(ResultsError) as caught:
        read_results(folder)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 3
    return str(caught.value)


def rewrite(folder: Path, change: Callable[[Said], object]) -> None:
    """Change what run.json says."""
    path = folder / "run.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    change(said)
    path.write_text(json.dumps(said), encoding="utf-8")


def test_no_folder(folder: Path) -> None:
    assert "there is no such folder" in refusal(folder / "elsewhere")


def test_a_file_instead_of_a_folder(folder: Path) -> None:
    assert "there is no such folder" in refusal(folder / "runs.csv")


def test_unfinished(folder: Path) -> None:
    (folder / "run.json").unlink()
    assert refusal(folder) == f"{folder}: has no run.json, so it is not the folder of a finished run"


@pytest.mark.parametrize(
    "text", ["", '{"format": 1,', "\xff\x00", "[" * 100_000], ids=["empty", "cut", "binary", "deep"]
)
def test_no_json(folder: Path, text: str) -> None:
    (folder / "run.json").write_text(text, encoding="latin-1")
    assert "run.json: is damaged, it is not JSON" in refusal(folder)


@pytest.mark.parametrize("said", ["[1]", "7", "null", "{}"])
def test_json_of_something_else(folder: Path, said: str) -> None:
    (folder / "run.json").write_text(said, encoding="utf-8")
    assert "run.json: is damaged" in refusal(folder)


def test_another_format(folder: Path) -> None:
    rewrite(folder, lambda said: said.update(format=2))
    assert refusal(folder).endswith("the results have format 2; this program reads format 1")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda said: said.pop("seed"), "seed"),
        (lambda said: said.update(complete=False), "complete"),
        (lambda said: said.update(scenarios=[]), "scenarios"),
        (lambda said: said["scenarios"][0].pop("name"), "scenarios.0.name"),
        (lambda said: said["measures"][0].update(headline="yes"), "measures.0.headline"),
    ],
    ids=["missing", "incomplete", "empty", "missing below", "wrong kind"],
)
def test_something_is_missing_or_not_what_it_should_be(
    folder: Path, change: Callable[[Said], object], where: str
) -> None:
    rewrite(folder, change)
    assert f"run.json: is damaged ({where} is missing or not what it should be)" in refusal(folder)


def test_a_later_program_may_say_more(folder: Path) -> None:
    rewrite(folder, lambda said: said.update(weather="fine"))
    assert "weather" not in read_results(folder).manifest


def test_a_changed_table(folder: Path) -> None:
    path = folder / "runs.csv"
    path.write_bytes(path.read_bytes().replace(b"0.3", b"0.4", 1))
    assert refusal(folder) == f"{path}: has been changed or damaged since it was saved; run the scenario again"


def test_a_missing_table(folder: Path) -> None:
    (folder / "waits.csv").unlink()
    assert "waits.csv: cannot be read (No such file or directory)" in refusal(folder)


def test_a_table_that_is_not_listed(folder: Path) -> None:
    rewrite(folder, lambda said: said["files"].pop("daily.csv"))
    assert "does not list daily.csv" in refusal(folder)


def test_a_file_outside_the_folder(folder: Path) -> None:
    rewrite(folder, lambda said: said["files"].update({"../secret": "0"}))
    assert "lists a file outside its folder" in refusal(folder)


@pytest.mark.parametrize(
    "content", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe", b'scenario,"'], ids=["empty", "other", "binary", "cut"]
)
def test_no_table_at_all(folder: Path, content: bytes) -> None:
    path = folder / "runs.csv"
    path.write_bytes(content)
    rewrite(folder, lambda said: said["files"].update({"runs.csv": sha256_of(path)}))
    assert "runs.csv: is not a table of results" in refusal(folder)


def test_a_table_is_read_when_it_is_asked_for_and_once(folder: Path) -> None:
    frames = read_results(folder).frames
    (folder / "groups.csv").unlink()
    assert frames["runs"] is frames["runs"]
    with pytest.raises(ResultsError, match=r"groups.csv: is not a table of results"):
        frames["groups"]
