"""The workbook: the answer first, numbers as numbers, text never a formula, the same bytes each time."""

import math
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from reports.costs import costs
from reports.study import Study
from reports.watch import watch
from reports.workbook import book, write_workbook
from reports.workbook.book import HEAD_ROW, content
from reports.workbook.sheet import MOST_ROWS, Amount, Sheet
from sim.errors import ResultsError
from sim.experiments.results_reader import SavedResults
from tests.reports.sample import results
from tests.reports.sample_money import with_money
from tests.reports.test_page import HOSTILE
from tests.reports.test_settled import entry

pytestmark = pytest.mark.unit

FORMULA = "=cmd|' /C calc'!A0"


def opened(saved: SavedResults) -> Workbook:
    return load_workbook(write_workbook(saved))


def table(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet by its headings."""
    heads, *rows = page.iter_rows(min_row=HEAD_ROW + 1, values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return opened(results(tmp_path_factory.mktemp("three"), days=28))


def test_the_first_sheet_asks_answers_and_lists_the_other_sheets(three: Workbook) -> None:
    cells = [cell for row in three.worksheets[0].iter_rows(values_only=True) for cell in row if cell is not None]
    assert three.sheetnames[0] == "Answer"
    words = [cell for cell in cells if isinstance(cell, str)]
    assert any(cell.startswith("Two more beds would ") for cell in words)
    assert {"Baseline unit", "One more night nurse", "Wait to admission, mean", "better"} <= set(words)
    assert {"What to watch", "What it costs"} <= set(words)
    assert words.index("What was asked") < words.index("The answer") < words.index("The measures that matter")
    assert set(three.sheetnames[1:]) <= set(words)


def test_numbers_are_numbers_with_their_intervals(three: Workbook) -> None:
    study = Study(results(days=28))
    rows = [row for row in table(three["Differences"]) if row["Scenario"] == "Two more beds"]
    told = next(row for row in rows if row["Measure"] == "Wait to admission, mean")
    saved = study.difference("scenario-1", "wait_mean_h")
    assert saved is not None
    found = [told[head] for head in ("Difference", "Low (95 %)", "High (95 %)")]
    assert found == pytest.approx([saved["difference"], saved["low"], saved["high"]])
    assert (told["Unit"], told["Verdict"]) == ("h", saved["verdict"])
    assert any(row["Unit"] == "points" for row in rows)


def test_days_are_means_of_the_replications(three: Workbook) -> None:
    daily = results(days=28).frames["daily"]
    own = daily[(daily["scenario"] == "scenario-0") & (daily["day"] == 3)]
    told = next(row for row in table(three["By day"]) if (row["Scenario"], row["Day"]) == ("Baseline unit", 4))
    assert told["Beds occupied"] == pytest.approx(own["occupied"].mean())


def test_headings_stay_in_sight_and_can_be_filtered(three: Workbook) -> None:
    for page in three.worksheets[1:]:
        assert page.freeze_panes == f"B{HEAD_ROW + 2}"
        assert page.auto_filter.ref.startswith(f"A{HEAD_ROW + 1}:")
        assert all(isinstance(cell.value, str) or not cell.value for cell in page[HEAD_ROW + 1])


def test_no_text_is_a_formula_or_a_link(tmp_path: Path) -> None:
    names = (FORMULA, "+1+1", "https://example.org")
    cells = [cell for page in opened(results(tmp_path, names, days=28)) for row in page.iter_rows() for cell in row]
    assert sum(cell.value == FORMULA for cell in cells) > 10
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    outside = [cell.value for cell in cells if cell.hyperlink and not cell.hyperlink.location]
    assert outside == []


def test_any_name_can_stand_in_a_cell(tmp_path: Path) -> None:
    page = opened(results(tmp_path, (HOSTILE, "\x00\x07 control", "n" * 40_000), days=28))["By day"]
    told = {row["Scenario"] for row in table(page)}
    assert HOSTILE in told
    assert max(map(len, told)) == 2_000


def test_one_scenario_once_has_no_intervals_and_no_differences(tmp_path: Path) -> None:
    alone = opened(results(tmp_path, ("Baseline unit",), replications=1, days=7))
    assert not {"Differences", "Who gains, who loses", "What differs"} & set(alone.sheetnames)
    assert all(row["Low (95 %)"] is None for row in table(alone["Every measure"]))


def test_the_same_results_give_the_same_bytes() -> None:
    study = Study(results(days=7))
    assert content(study) == content(study)


def test_a_table_without_end_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = [[f"row {number}", Amount(number, 0)] for number in range(MOST_ROWS + 5)]
    monkeypatch.setattr(book, "sheets", lambda study: [Sheet("Long", "Many rows.", ["Row", "Number"], rows)])
    page = opened(results(tmp_path, days=7))["Long"]
    assert page.max_row == HEAD_ROW + 1 + MOST_ROWS
    assert page["A2"].value == f"Many rows. The first {MOST_ROWS:,} rows; all are in the CSV files."


def test_numbers_without_end_and_without_value(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = [["a", Amount(math.inf, 0)], ["b", Amount(math.nan, 0)], ["c", Amount(1234.5, 9)]]
    monkeypatch.setattr(book, "sheets", lambda study: [Sheet("Odd", "Odd.", ["Row", "Number"], rows)])
    page = opened(results(tmp_path, days=7))["Odd"]
    assert [row["Number"] for row in table(page)] == ["unlimited", None, 1234.5]
    assert page.cell(HEAD_ROW + 4, 2).number_format == "#,##0.000"


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"tables\.xlsx: the workbook cannot be written here"):
        write_workbook(results(tmp_path / "nowhere", days=7))


def test_the_first_sheet_warns_and_tells_the_money(tmp_path: Path) -> None:
    saved = with_money(results(tmp_path, days=28))
    book = opened(saved)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    words = [cell for row in rows for cell in row if isinstance(cell, str)]
    for part, said in {"What to watch": watch(Study(saved))[0], "What it costs": costs(Study(saved)).said}.items():
        assert words[words.index(part) + 1] == said.replace("\u00a0", " ")
    (balance,) = [row for row in rows if row[0] == "Balance"]
    value = Study(saved).value("scenario-0", "balance_per_year")
    assert value is not None
    assert balance[2] == pytest.approx(value["mean"])


def test_warnings_of_page_one_come_before_what_else_there_is_to_watch(tmp_path: Path) -> None:
    saved = results(tmp_path, days=28)
    warm_up = entry(scenario="scenario-0")
    warned = SavedResults(saved.folder, saved.manifest | {"warm_up": [warm_up]}, saved.frames)
    words = [cell for row in opened(warned).worksheets[0].iter_rows(values_only=True) for cell in row if cell]
    assert str(words[words.index("What to watch") + 1]).startswith("Warning: the warm-up of 2 weeks")
