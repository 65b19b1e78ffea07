"""`report` tells what is in a folder and writes the page that belongs to it, the same as the command that ran it."""

from pathlib import Path

import pytest

from tests.cli.program import PLAIN, TINY, Terminal
from tests.experiments.sweep.sweeping import sweep_file

pytestmark = pytest.mark.functional
ONE = ("--workers", "1", "--quiet")


def again(terminal: Terminal, page: Path) -> None:
    """The page comes back byte for byte."""
    first = page.read_bytes()
    page.unlink()
    ending = terminal("report", str(page.parent))
    assert (ending.code, ending.out, ending.err) == (0, f"Report:   {page}\n", "")
    assert page.read_bytes() == first


def test_of_a_sweep(terminal: Terminal, tmp_path: Path) -> None:
    terminal("sweep", sweep_file(tmp_path).name, *ONE)
    again(terminal, Path("results", "small-sweep", "report.html"))


def test_of_a_study_of_sensitivity_and_of_uncertainty(terminal: Terminal) -> None:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    words = ("plain.yaml", *TINY, "--replications", "2", "--only", "protocols.*", *ONE)
    terminal("sensitivity", *words)
    terminal("uncertainty", *words, "--draws", "10")
    pages = sorted(Path("results").rglob("*.html"))
    assert sorted(page.name for page in pages) == ["report.html", "uncertainty.html"]
    for page in pages:
        again(terminal, page)


def test_an_unfinished_sweep_and_a_folder_of_something_else_are_refused(terminal: Terminal, tmp_path: Path) -> None:
    terminal("sweep", sweep_file(tmp_path).name, "--shard", "1/2", *ONE)
    unfinished = terminal("report", str(Path("results", "small-sweep")))
    assert (unfinished.code, "the sweep is not finished" in unfinished.err) == (3, True)
    other = terminal("report", ".")
    assert (other.code, other.out) == (3, "")
    assert "holds no results that a report can be made of" in other.err
    assert len(other.err.splitlines()) == 1
