"""The page as a document: whole, the same at every writing, and deaf to what scenarios say."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reports import render, write_report
from sim.errors import ResultsError
from tests.reports.sample import results

pytestmark = pytest.mark.unit

HOSTILE = "<script>alert('x')</script> \"quoted\" & 🙂 {{ 7 * 7 }} </script>"
LONG = "beds " * 40


class Reader(HTMLParser):
    """Collects ids, scripts and the text a reader sees."""

    def __init__(self, page: str):
        super().__init__()
        self.ids: list[str] = []
        self.scripts = 0
        self.text: list[str] = []
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.scripts += tag == "script"
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in ("script", "style"):
            self.text.append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return render(results(days=28))


def test_the_same_results_give_the_same_bytes(page: str, tmp_path: Path) -> None:
    folder = tmp_path / "made-up"
    folder.mkdir()
    written = write_report(results(folder, days=28))
    assert written.read_bytes() == page.encode()
    assert [path.name for path in folder.iterdir()] == ["report.html"]


def test_it_weighs_less_than_eight_megabytes_and_holds_plotly_once(page: str) -> None:
    assert len(page.encode()) < 8_000_000
    assert page.count("plotly.js v") == 1


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    assert not re.findall(r"<(?:link|iframe|object|embed)\b|<script[^>]+src=|<img\b", page)
    assert "default-src &#39;none&#39;" in page


def test_ids_are_fixed_and_each_is_used_once(page: str) -> None:
    ids = Reader(page).ids
    assert len(ids) == len(set(ids))
    assert {"answer", "figure-occupancy", "figure-flow-0", "measures", "parameters"} <= set(ids)


def test_page_one_says_what_it_is_and_what_it_rests_on(page: str) -> None:
    text = " ".join(" ".join(Reader(page).text).split())
    assert "gives no clinical advice about one person" in text
    assert "5 replications of 52 weeks each, measured after a warm-up of 8 weeks" in text
    assert "published figures for 1 and assumptions of the scenario's author, not evidence, for 2" in text
    assert text.index("What was asked") < text.index("The answer") < text.index("The measures that matter")


def test_it_has_three_parts_for_three_readers(page: str) -> None:
    text = " ".join(" ".join(Reader(page).text).split())
    assert (
        text.index("What to watch") < text.index("For whoever works on the question") < text.index("For whoever checks")
    )
    assert {"brief", "analysis", "researchers", "watch", "costs", "warm-up", "described"} <= set(Reader(page).ids)
    assert {"measure-wait_mean_h", "measure-occupancy_pct"} <= set(Reader(page).ids)


def test_a_long_name_does_not_fill_the_contents() -> None:
    named = render(results(days=28, names=("Now", LONG)))
    contents = named[named.index('<nav class="toc"') : named.index("</nav>")]
    assert max(len(text) for text in Reader(contents).text) <= 70


def test_verdicts_are_words(page: str) -> None:
    text = " ".join(Reader(page).text)
    for word in ("better", "worse", "too close to call", "changed"):
        assert f" {word}" in text


def test_scenario_text_stays_text(page: str) -> None:
    harmless = Reader(page)
    hostile = Reader(render(results(days=28, names=(HOSTILE, LONG, "<b onload=x>"))))
    assert hostile.scripts == harmless.scripts
    assert hostile.ids == harmless.ids
    assert HOSTILE in "".join(hostile.text)


def test_a_single_scenario_has_nothing_to_compare() -> None:
    reader = Reader(render(results(days=28, names=("Now",))))
    assert not {"figure-differences", "changes", "pairs"} & set(reader.ids)
    assert "too close to call" not in " ".join(reader.text)


def test_a_report_of_what_hardly_ran_is_still_a_report() -> None:
    saved = results(days=28, names=("Now",), replications=1)
    for name in saved.frames.keys() - {"runs", "summary", "counts"}:
        saved.frames[name] = saved.frames[name].iloc[:0]
    saved.frames["counts"] = saved.frames["counts"].assign(count=0)
    assert not [found for found in Reader(render(saved)).ids if found.startswith("figure-")]


def test_origins_reach_the_leaves_of_their_branch(page: str) -> None:
    row = re.search(r"unit\.turnover\.lognormal\.mean</code>.*?</tr>", page, re.S)
    assert row is not None
    assert "assumed" in row[0]
    assert "local practice" in row[0]


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"gone.*report\.html: the report cannot be written here"):
        write_report(results(tmp_path / "gone", days=28, names=("Now",)))
