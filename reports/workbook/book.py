"""Writing the workbook: the same results give the same bytes, and no text is ever a formula."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reports.study import Study
from reports.workbook.front import front
from reports.workbook.front_page import write_front
from reports.workbook.sheet import MOST_ROWS, Sheet
from reports.workbook.sheets import sheets
from reports.workbook.writing import Looks, write_cell
from sim.errors import ResultsError
from sim.experiments.results_reader import SavedResults
from sim.garbage import garbage_rests

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FILE_NAME = "tables.xlsx"
HEAD_ROW = 3
"""Below what the sheet says, counted from 0."""
NARROWEST, WIDEST = 9, 60
"""Widths of columns, in letters."""
LOOKED_AT = 200
"""Rows by which the width of a column is judged."""
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def write_workbook(saved: SavedResults) -> Path:
    """Write `tables.xlsx` into the results folder and return its path.

    The file appears whole or not at all. Raises ResultsError when the folder cannot be written to.
    """
    path = saved.folder / FILE_NAME
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content(Study(saved)))
        part.replace(path)
    except OSError as fault:
        raise ResultsError(f"{path}: the workbook cannot be written here ({fault.strerror})") from fault
    return path


@garbage_rests()
def content(study: Study) -> bytes:
    """The workbook as the bytes of an XLSX file."""
    from xlsxwriter import Workbook

    made, file = sheets(study), io.BytesIO()
    with Workbook(file, PLAIN) as book:
        book.set_properties({"title": "Detox unit simulation", "created": _made(study)})
        looks = Looks(book)
        write_front(book.add_worksheet("Answer"), front(study), made, looks)
        for sheet in made:
            _write(book, sheet, looks)
    return file.getvalue()


def _made(study: Study) -> datetime:
    """When the results were saved: writing the workbook again changes nothing."""
    return datetime.fromisoformat(study.manifest["created"]).replace(tzinfo=None)


def _write(book: "Workbook", sheet: Sheet, looks: Looks) -> None:
    page = book.add_worksheet(sheet.name)
    rows = sheet.rows[:MOST_ROWS]
    left_out = "" if len(rows) == len(sheet.rows) else f" The first {MOST_ROWS:,} rows; all are in the CSV files."
    page.write_string(0, 0, sheet.name, looks.title)
    page.write_string(1, 0, sheet.says + left_out, looks.quiet)
    for column, heading in enumerate(sheet.headings):
        page.write_string(HEAD_ROW, column, heading, looks.head)
        page.set_column(column, column, _width(heading, [row[column] for row in rows[:LOOKED_AT]]))
    for place, row in enumerate(rows, start=HEAD_ROW + 1):
        for column, cell in enumerate(row):
            write_cell(page, place, column, cell, looks)
    page.freeze_panes(HEAD_ROW + 1, 1)
    page.autofilter(HEAD_ROW, 0, HEAD_ROW + len(rows), len(sheet.headings) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD_ROW)


def _width(heading: str, cells: Sequence[object]) -> float:
    texts = [cell for cell in cells if isinstance(cell, str)]
    return min(WIDEST, max(NARROWEST, *map(len, heading.split(" ")), *(len(text) + 1 for text in texts)))
