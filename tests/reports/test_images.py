"""Pictures of figures: words of their own above them, the same bytes each time, a sentence when none can be drawn."""

import re
from dataclasses import replace
from pathlib import Path

import plotly.graph_objects as go
import pytest

from reports.images import KINDS, drawing, files, write_images
from reports.images.picture import EDGE_PX, WIDE_PX, WIDTH_PX, picture
from reports.sections import sections
from reports.study import Study
from sim.errors import ResultsError
from tests.reports.sample import results
from tests.reports.test_page import HOSTILE

pytestmark = pytest.mark.unit

ALONE = ("Baseline unit",)
SECTIONS = {section.slug: section for section in sections(Study(results(names=ALONE, days=7)))}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Slugs of the first figures: only these are drawn."""
    slugs = list(SECTIONS)[:3]
    monkeypatch.setattr(files, "sections", lambda study: [SECTIONS[slug] for slug in slugs])
    return slugs


def lines(text: str) -> list[str]:
    return [re.sub("<[^>]+>", "", line) for line in text.split("<br>")]


def test_a_picture_has_title_sentence_and_note_above_it_on_white() -> None:
    section = SECTIONS["occupancy"]
    fig = picture(section)
    said = " ".join(lines(fig.layout.title.text)).replace("\N{NO-BREAK SPACE}", " ")
    assert said == f"{section.heading} {section.sentence} {section.note}".replace("\N{NO-BREAK SPACE}", " ")
    assert (fig.layout.paper_bgcolor, fig.layout.plot_bgcolor) == ("#ffffff", "#ffffff")
    assert fig.layout.height - fig.layout.margin.t > 300
    assert section.figure.layout.title.text is None, "the report's own figure stays as it is"


@pytest.mark.parametrize(("slug", "width"), [("occupancy", WIDTH_PX), ("staff", WIDE_PX), ("flow-0", WIDE_PX)])
def test_words_fit_their_width(slug: str, width: int) -> None:
    fig = picture(SECTIONS[slug])
    assert fig.layout.width == width
    assert max(map(len, lines(fig.layout.title.text))) <= (width - 2 * EDGE_PX) / 6.6


def test_the_bar_of_colours_is_named_by_hand_and_points_at_no_table() -> None:
    fig = picture(SECTIONS["staff"])
    assert fig.data[0].colorbar.title.text == ""
    assert any(note.text.startswith("Busy, %") for note in fig.layout.annotations)
    assert not [word for word in ("below", "under it") if word in fig.layout.title.text]


def test_many_names_make_room_for_their_legend() -> None:
    section = SECTIONS["occupancy"]
    many = go.Figure(section.figure)
    for number in range(7):
        many.add_scatter(x=[0], y=[0], name=f"A scenario with a long name, number {number}", showlegend=True)
    room = picture(replace(section, figure=many)).layout.margin.t - picture(section).layout.margin.t
    assert room >= 3 * 21


def test_hostile_text_is_shown_as_text() -> None:
    hostile = Study(results(names=[HOSTILE], days=7))
    for section in sections(hostile):
        text = picture(section).layout.title.text
        assert "<script" not in text
        assert not re.search("<(?!/?(?:span|b|br)[ >])", text)


def test_random_marks_and_times_are_taken_out_and_nothing_else() -> None:
    svg = (
        b'<g id="defs-abcdef"/><g id="clipabcdefxy"/><g class="trace scatter trace0a1b2c" style="fill: #abcdef"/>'
        b'<g class="cb0a1b2c colorbar"/>'
    )
    assert drawing.timeless(svg, "svg") == (
        b'<g id="defs-000000"/><g id="clip000000xy"/><g class="trace scatter trace000000" style="fill: #abcdef"/>'
        b'<g class="cb000000 colorbar"/>'
    )
    pdf = b"<</Producer (Skia)\n/CreationDate (D:20261121152147+00'00')\n/ModDate (D:20261121152147+00'00')>>"
    assert drawing.timeless(pdf, "pdf") == b"<</Producer (Skia)\n" + b" " * 39 + b"\n" + b" " * 34 + b">>"
    assert drawing.timeless(svg, "png") == svg


def test_pictures_replace_those_of_their_kind_in_the_order_of_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: list[str]
) -> None:
    monkeypatch.setattr(files, "draw", lambda figures, kind: [kind.encode() for _ in figures])
    saved = results(tmp_path, ALONE, days=7)
    (tmp_path / "images").mkdir()
    for name in ("99-old.svg", "mine.png"):
        (tmp_path / "images" / name).write_text("old")
    paths = write_images(saved, "svg")
    assert [path.name for path in paths] == [f"{n:02d}-{slug}.svg" for n, slug in enumerate(few, start=1)]
    assert sorted((tmp_path / "images").iterdir()) == sorted([*paths, tmp_path / "images" / "mine.png"])


@pytest.mark.usefixtures("few")
def test_without_a_browser_there_is_a_sentence_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    with pytest.raises(ResultsError, match="drawn by Chrome or Chromium, and none was found; install one") as told:
        write_images(results(tmp_path, ALONE, days=7), "png")
    assert "\n" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("few")
def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "draw", lambda figures, kind: [b"" for _ in figures])
    (tmp_path / "images").write_text("a file")
    with pytest.raises(ResultsError, match="images: the pictures cannot be written here"):
        write_images(results(tmp_path, ALONE, days=7), KINDS[0])
