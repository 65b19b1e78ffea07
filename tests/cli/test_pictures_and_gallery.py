"""`gallery`, and what `report` writes beside the report: a workbook, and pictures on request."""

import shutil
from pathlib import Path

import pytest

from reports import images
from tests.cli.program import Terminal

pytestmark = pytest.mark.functional


@pytest.fixture
def folder(plain_results: Path, tmp_path: Path) -> Path:
    """Results without what `report` writes."""
    left_out = shutil.ignore_patterns("report.html", "tables.xlsx")
    return Path(shutil.copytree(plain_results, tmp_path / "saved", ignore=left_out))


def test_the_report_comes_with_its_workbook(terminal: Terminal, folder: Path) -> None:
    ending = terminal("report", str(folder))
    assert (ending.code, ending.err) == (0, "")
    assert ending.out == f"Report:   {folder / 'report.html'}\nWorkbook: {folder / 'tables.xlsx'}\n"
    assert (folder / "tables.xlsx").read_bytes().startswith(b"PK")


def test_pictures_are_drawn_when_asked_for(terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "write_images", lambda saved, kind: [saved.folder / "images" / f"a.{kind}"] * 7)
    ending = terminal("report", str(folder), "--images", "SVG")
    assert ending.out.endswith(f"Images:   {folder / 'images'} (7 figures)\n")


def test_an_unknown_kind_of_picture_is_refused_before_anything_is_written(terminal: Terminal, folder: Path) -> None:
    ending = terminal("report", str(folder), "--images", "gif")
    assert ending.code == 2
    assert "png, svg and pdf" in ending.err
    assert not (folder / "report.html").exists()


def test_without_a_browser_the_report_stays_and_a_sentence_says_why(
    terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(folder / "no-browser"))
    ending = terminal("report", str(folder), "--images", "png")
    assert ending.code == 3
    assert ending.err.startswith("pictures are drawn by Chrome or Chromium, and none was found")
    assert len(ending.err.splitlines()) == 1
    assert (folder / "report.html").is_file()


def test_pictures_are_of_runs_and_comparisons(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "sweep").mkdir()
    (tmp_path / "sweep" / "sweep.json").write_text("{}")
    ending = terminal("report", "sweep", "--images", "png")
    assert ending.code == 3
    assert ending.err == "sweep: pictures are made of what run and compare have written, and this is neither\n"


def test_the_gallery_is_one_page(terminal: Terminal, tmp_path: Path) -> None:
    ending = terminal("gallery", "--out", str(tmp_path / "g.html"))
    assert (ending.code, ending.out, ending.err) == (0, f"Gallery: {tmp_path / 'g.html'}\n", "")
    assert "Gallery of figures" in (tmp_path / "g.html").read_text(encoding="utf-8")


def test_the_gallery_is_a_web_page_by_name(terminal: Terminal) -> None:
    ending = terminal("gallery", "--out", "gallery.txt")
    assert ending.code == 2
    assert ".html is accepted" in ending.err
