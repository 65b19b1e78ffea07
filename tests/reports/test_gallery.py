"""The gallery: every figure function, with its own example, from results that ship with the program."""

import json
from pathlib import Path

import pytest

import reports
from reports import figures
from reports.analysts import SHIPPED
from reports.gallery import render, write_page
from reports.gallery.entries import entries
from sim.errors import ResultsError
from tests.reports.gallery_sample import BY_GROUP, SCENARIOS, seal, shorten
from tests.reports.test_page import Reader

pytestmark = pytest.mark.unit

LARGEST_BYTES = 2_000_000


@pytest.fixture(scope="module")
def page() -> str:
    return render()


def test_every_figure_function_is_in_it(page: str) -> None:
    read = Reader(page)
    assert [name for name in read.ids if name in figures.HOMES] == list(figures.HOMES)
    assert [name for name in read.ids if name.startswith("figure-") and not name.endswith("-data")] == [
        f"figure-{name}" for name in figures.HOMES
    ]
    text = " ".join(read.text)
    assert all(f"fig = figures.{name}(" in text for name in figures.HOMES)


def test_every_entry_says_what_it_shows_and_what_it_takes() -> None:
    for entry in entries():
        assert entry.sentence.endswith("."), entry.name
        assert entry.table.rows, entry.name
        columns = [column for column in entry.table.columns if column in entry.explained]
        assert columns, f"{entry.name}: its docstring names no column of {', '.join(entry.table.columns)}"
        assert entry.figure.data, entry.name
        assert "fig = figures." in entry.code
        assert "study = " not in entry.code


def test_the_same_program_gives_the_same_bytes(page: str, tmp_path: Path) -> None:
    write_page(tmp_path / "gallery.html")
    assert (tmp_path / "gallery.html").read_bytes() == page.encode()


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match="the gallery cannot be written here"):
        write_page(tmp_path / "nowhere" / "gallery.html")


def test_the_shipped_results_are_small_whole_and_as_the_program_made_them(tmp_path: Path) -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < LARGEST_BYTES
    study = reports.example()
    assert list(study.names) == list(SCENARIOS)
    assert study.replications == 4
    for name in BY_GROUP:
        copy = tmp_path / f"{name}.csv"
        copy.write_bytes((SHIPPED / copy.name).read_bytes())
        shorten(copy)
        assert copy.read_bytes() == (SHIPPED / copy.name).read_bytes()


def test_sealing_lists_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "daily.csv").write_bytes(b"changed")
    (tmp_path / "run.json").write_text(json.dumps({"files": {"daily.csv": "old", "gone.parquet": "old"}}))
    seal(tmp_path)
    assert list(json.loads((tmp_path / "run.json").read_text())["files"]) == ["daily.csv"]
