"""The page shows the whole document, and an author's text as text."""

import re

import pytest

from reports.describe import render
from reports.describe.prose import inline, prose
from sim.cli.describe_paper import paper
from sim.describe.document import Document, describe
from sim.describe.words import escaped
from tests.describe.everything import everything

pytestmark = pytest.mark.unit

HOSTILE = "<script>alert(1)</script> & \"q\" 'q' `c` *e* [l](javascript:1) &lt; ![i](x) | 🙂"


@pytest.fixture(scope="module")
def document() -> Document:
    return describe(everything(f"name={HOSTILE}", f"transition.destinations.house.label={HOSTILE}"))


@pytest.fixture(scope="module")
def page(document: Document) -> str:
    return render(paper(document, "detox-sim describe <file> --format html"))


def test_every_item_has_its_anchor_its_status_and_its_link(document: Document, page: str) -> None:
    for item in document.items:
        anchor = f"item-{item.number.replace('.', '-')}"
        shown = page.partition(f'<section class="item" id="{anchor}"')[2].partition("</section>")[0]
        assert f"{item.title} <span" in shown
        assert f">{item.status.value}</span></h3>" in shown
        assert f'<a href="#{anchor}">{item.number} {item.title}</a>' in page


def test_counts_stand_on_top(document: Document, page: str) -> None:
    head = page.partition("<main>")[0]
    found = re.findall(r"<strong>(\d+)</strong> ([a-z ]+)</li>", head)
    assert found == [(str(count), status.value) for status, count in document.counts.items()]


def test_each_parameter_is_a_row_with_its_strength(page: str) -> None:
    table = page.partition('aria-label="Input parameters: table"')[2].partition("</table>")[0]
    assert 'data-order="guideline|' in table
    assert "<code>unit.<wbr>beds</code></th><td>12</td>" in table
    assert table.count("<tr>") > 400


def test_an_authors_text_is_shown_as_it_is(page: str) -> None:
    assert "<script>alert" not in page
    assert "javascript:1)" in page
    assert 'href="javascript' not in page
    assert "<img" not in page
    assert page.count("<script") == 1


@pytest.mark.parametrize("text", [HOSTILE, "1. one", "- one", "+ a", "===", "---", "# one", "> one", "12) a", "a\n\nb"])
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    shown = re.sub(r"<[^>]+>", "", prose(escaped(text))).strip()
    plain = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert plain == " ".join(text.split())
    assert prose(escaped(text)).startswith("<p>")


def test_a_number_stays_on_the_line_of_its_unit_and_code_breaks_between_names_alone() -> None:
    assert inline(escaped("55 % go on; 25 % stay 24 h")) == "55\u00a0% go on; 25\u00a0% stay 24\u00a0h"
    assert inline("`a_b.c<d>`") == "<code>a_<wbr>b.<wbr>c&lt;d&gt;</code>"
    assert prose("5 % of `x=5 %`") == "<p>5\u00a0% of <code>x=5 %</code></p>\n"


def test_html_inside_markdown_is_shown() -> None:
    assert inline("a <b>c</b>") == "a &lt;b&gt;c&lt;/b&gt;"


def test_the_same_document_gives_the_same_bytes(document: Document, page: str) -> None:
    assert render(paper(document, "detox-sim describe <file> --format html")) == page
