"""What all pages share: the same style and scripts, and a file that is whole or not there."""

import gc
from pathlib import Path

import pytest

from reports.document import templates, with_figures, write_whole
from sim.errors import ResultsError
from sim.garbage import garbage_rests

pytestmark = pytest.mark.unit


def test_a_page_beside_the_report_has_templates_of_its_own_and_those_of_the_report():
    known = templates("reports.trace").list_templates()
    assert "trace.html.jinja" in known
    assert "parts.html.jinja" in known
    assert "trace.html.jinja" not in templates().list_templates()


def test_the_policy_names_the_scripts_that_the_page_holds():
    parts = with_figures()
    assert parts["policy"].count("'sha256-") == 2
    assert set(parts) == {"policy", "css", "plotly", "boot", "setting"}


def test_what_a_page_prints_is_true_on_paper():
    page = templates().from_string("{% from 'parts.html.jinja' import in_detail %}{{ in_detail() }}").render()
    assert 'every figure says what to see in it<span class="on-screen">, and has its numbers under it</span>.' in page


def test_a_page_appears_whole(tmp_path: Path):
    write_whole(tmp_path / "page.html", "<p>1</p>", "the figure")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("page.html", "<p>1</p>")]


def test_a_page_that_cannot_be_written_is_named(tmp_path: Path):
    path = tmp_path / "nowhere" / "page.html"
    with pytest.raises(ResultsError, match="the figure cannot be written here"):
        write_whole(path, "<p>1</p>", "the figure")
    assert not list(tmp_path.iterdir())


def test_the_search_for_garbage_rests_and_goes_on_again() -> None:
    with garbage_rests():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="half way"), garbage_rests():
        raise ValueError("half way")
    assert gc.isenabled()
