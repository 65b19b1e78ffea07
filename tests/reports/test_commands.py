"""A page that names a command says once, beside it, what stands for `detox-sim` before that is installed."""

import pytest

from reports.document import templates
from reports.page import render
from tests.architecture.code import ROOT, project_files
from tests.reports.sample import results

pytestmark = pytest.mark.unit

STANDS_FOR = "<code>python3 start.py</code> stands for <code>detox-sim</code>"


def test_a_report_says_it_once_beside_the_first_of_its_commands() -> None:
    page = render(results(days=28))
    before, _, after = page.partition(STANDS_FOR)
    assert STANDS_FOR not in after
    assert before.rpartition("</pre>")[2].count("<p") == 1
    assert before.count("<code>detox-sim ") == 1
    assert "detox-sim describe" in after


def test_no_page_has_a_way_of_its_own_to_name_commands() -> None:
    texts = {path.as_posix(): (ROOT / path).read_text(encoding="utf-8") for path in project_files(".jinja")}
    home = "reports/templates/commands.html.jinja"
    assert [path for path, text in texts.items() if "detox-sim" in text] == [home]
    assert not [path for path, text in texts.items() if "command }}</code>" in text]


def test_what_is_typed_stays_text() -> None:
    said = templates().get_template("commands.html.jinja").module.typed("detox-sim run '<b>.yaml'")
    assert "detox-sim run &#39;&lt;b&gt;.yaml&#39;</code></pre>" in said
    assert STANDS_FOR in said
