"""`describe` writes the model in words, as Markdown or as a page."""

from pathlib import Path

import pytest

from tests.cli.program import PLAIN, Terminal

pytestmark = pytest.mark.functional


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "plain.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    path.with_name("more.yaml").write_text("extends: plain\nname: More\nunit: {beds: 9}\n", encoding="utf-8")
    path.with_name("most.yaml").write_text("extends: more\nname: Most\nunit: {beds: 10}\n", encoding="utf-8")
    return path


def test_without_a_file_markdown_is_printed(terminal: Terminal, plain: Path) -> None:
    ending = terminal("describe", "plain.yaml")
    assert ending.code == 0
    assert ending.out.startswith("# Plain ")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("--out", "a.html"), "<!doctype html>"),
        (("--out", "a.HTM"), "<!doctype html>"),
        (("--out", "a.md"), "# Plain"),
        (("--out", "a.html", "--format", "md"), "# Plain"),
        (("--out", "a.txt", "--format", "html"), "<!doctype html>"),
    ],
)
def test_the_ending_says_what_is_written_unless_the_format_is_given(
    terminal: Terminal, plain: Path, words: tuple[str, ...], begins: str
) -> None:
    ending = terminal("describe", "plain.yaml", *words)
    assert (ending.code, ending.out) == (0, f"Written: {words[1]}\n")
    assert plain.with_name(words[1]).read_text(encoding="utf-8").startswith(begins)


def test_a_page_can_be_printed_and_says_how_to_make_it_again(terminal: Terminal, plain: Path) -> None:
    line = ("describe", "plain.yaml", "--set", "unit.beds=7", "--against", "more.yaml", "--format", "html")
    out = terminal(*line).out
    assert out.startswith("<!doctype html>")
    assert f"detox-sim {' '.join(line)}</code>" in out


def test_the_difference_is_told_from_what_it_extends_and_from_the_root(terminal: Terminal, plain: Path) -> None:
    out = terminal("describe", "most.yaml").out
    assert "most.yaml extends more.yaml, which extends plain.yaml." in out
    assert out.index("| `unit.beds` | 9 | 10 |") < out.index("| `unit.beds` | 8 | 10 |")


def test_the_difference_from_another_scenario_can_be_asked_for(terminal: Terminal, plain: Path) -> None:
    out = terminal("describe", "plain.yaml", "--against", "most.yaml").out
    assert "Compared with “Most” (most.yaml)" in out
    assert "| `unit.beds` | 10 | 8 |" in out


def test_a_file_that_is_not_valid_is_a_sentence_and_nothing_is_written(terminal: Terminal, plain: Path) -> None:
    ending = terminal("describe", "plain.yaml", "--set", "unit.beds=many", "--out", "a.html")
    assert ending.code == 3
    assert "unit.beds" in ending.err
    assert not plain.with_name("a.html").exists()


def test_a_place_that_cannot_be_written_to_is_a_sentence(terminal: Terminal, plain: Path) -> None:
    ending = terminal("describe", "plain.yaml", "--out", "nowhere/a.md")
    assert ending.code == 3
    assert "nowhere/a.md: the document cannot be written here" in ending.err


def test_results_that_are_not_there_are_a_sentence(terminal: Terminal, plain: Path) -> None:
    ending = terminal("describe", "plain.yaml", "--results", "nowhere")
    assert (ending.code, ending.out) == (3, "")
    assert ending.err == "nowhere: there is no such folder; the folder of a finished run is accepted\n"


def test_another_format_is_refused(terminal: Terminal, plain: Path) -> None:
    ending = terminal("describe", "plain.yaml", "--format", "pdf")
    assert ending.code == 2
    assert "html" in ending.err
