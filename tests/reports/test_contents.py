"""The contents are what a page holds: its headings in order, those inside a place under it, and nothing else."""

import pytest

from reports.contents import FEWEST, Entry, contents
from reports.document import templates

pytestmark = pytest.mark.unit

PAGE = """
<div class="part" id="brief"><h2 class="unseen">In brief</h2>
  <section id="answer"><h3>The  answer</h3><p>Words</p><h4>No place of its own</h4></section>
</div>
<div class="part" id="analysis">
  <div class="chapter" id="work"><h3>Staff &amp; care</h3>
    <section id="clock-0"><h4>Short <a class="here" href="#clock-0">#</a></h4>
      <div class="plot" id="figure-clock-0"></div>
      <details class="data"><summary>The numbers behind this figure</summary></details>
      <details id="clock-1"><summary><span class="unseen">Short: </span>Two &lt;b&gt; beds</summary>
        <script type="application/json">{"<h2>": "</details>"}</script>
      </details>
    </section>
  </div>
  <details id="points"><summary>Every point <span class="quiet">(9)</span></summary></details>
</div>
<section id="last"><h2>How <code>it</code> ends<br></h2></section>
"""


def outline(entries: list[Entry]) -> list[object]:
    return [(entry.anchor, entry.title, outline(entry.entries)) for entry in entries]


def test_places_nest_as_they_do_in_the_page_and_have_the_words_of_their_headings() -> None:
    assert outline(contents(PAGE)) == [
        ("brief", "In brief", [("answer", "The answer", [])]),
        ("work", "Staff & care", [("clock-0", "Short", [("clock-1", "Two <b> beds", [])])]),
        ("points", "Every point", []),
        ("last", "How it ends", []),
    ]


def test_a_page_of_few_places_has_no_contents() -> None:
    place = "<section id='a{0}'><h2>{0}</h2></section>"
    assert contents("".join(map(place.format, range(FEWEST - 1)))) == []
    assert len(contents("".join(map(place.format, range(FEWEST))))) == FEWEST


def test_names_are_shown_as_text_and_cut() -> None:
    entries = [Entry("a", "<b>" + 99 * "n", [Entry("b", "inside")])]
    made = templates().from_string("{% from 'contents.html.jinja' import contents_of %}{{ contents_of(x) }}")
    page = made.render(x=entries)
    assert f'<a href="#a">&lt;b&gt;{66 * "n"}…</a>' in page
    assert page.index('href="#a"') < page.index('href="#b"')
    assert page.count("<ul>") == 2
