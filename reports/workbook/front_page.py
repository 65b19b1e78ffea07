"""Writing the first sheet."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reports.words import short
from reports.workbook.front import Front
from reports.workbook.sheet import Sheet
from reports.workbook.writing import LONGEST, Looks, write_cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LAST_COLUMN = 8
"""Where lines of words end, counted from 0."""
LETTERS_IN_A_LINE = 128
LINE_POINTS = 15
WIDTHS = (40, 16, *(11,) * 3)
VERDICT_WIDTH = 18


def write_front(page: "Worksheet", front: Front, others: Sequence[Sheet], looks: Looks) -> None:
    """Write question, answer, the measures that matter, and a list of the other sheets."""
    _columns(page, len(front.headings))
    page.write_string(0, 0, "Detox unit simulation", looks.title)
    row = _part(page, 2, "What was asked", looks)
    for name, question in front.asked:
        page.write_string(row, 0, short(name, LONGEST), looks.wrapped)
        row = _line(page, row, 1, question, looks.wrapped)
    row = _part(page, row + 1, "The answer", looks)
    row = _lines(page, row, front.said, looks)
    row = _table(page, _part(page, row + 1, "The measures that matter", looks), front, looks)
    row = _lines(page, _part(page, row + 1, "What to watch", looks), front.watch, looks)
    row = _lines(page, _part(page, row + 1, "What it costs", looks), [front.costs], looks) + 1
    for sentence in front.small_print:
        row = _line(page, row, 0, sentence, looks.small)
    row = _part(page, row + 1, "In this workbook", looks)
    for place, sheet in enumerate(others):
        page.write_url(row + place, 0, f"internal:'{sheet.name}'!A1", string=sheet.name)
        page.write_string(row + place, 1, sheet.says, looks.quiet)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)


def _columns(page: "Worksheet", count: int) -> None:
    for column in range(max(count, LAST_COLUMN + 1)):
        is_verdict = column > len(WIDTHS) and (column - len(WIDTHS)) % 4 == 3
        width = WIDTHS[column] if column < len(WIDTHS) else VERDICT_WIDTH if is_verdict else WIDTHS[-1]
        page.set_column(column, column, width)


def _part(page: "Worksheet", row: int, title: str, looks: Looks) -> int:
    page.write_string(row, 0, title, looks.part)
    return row + 1


def _lines(page: "Worksheet", row: int, sentences: Sequence[str], looks: Looks) -> int:
    for sentence in sentences:
        row = _line(page, row, 0, sentence, looks.wrapped)
    return row


def _line(page: "Worksheet", row: int, column: int, text: str, look: "Format") -> int:
    """Words over several columns, in a row as high as they need."""
    said = short(text, LONGEST)
    page.merge_range(row, column, row, LAST_COLUMN, "", look)
    page.write_string(row, column, said, look)
    page.set_row(row, LINE_POINTS * max(1, math.ceil(len(said) / LETTERS_IN_A_LINE)))
    return row + 1


def _table(page: "Worksheet", row: int, front: Front, looks: Looks) -> int:
    column = 0
    for name, columns in front.groups:
        if name:
            page.merge_range(row, column, row, column + columns - 1, "", looks.over)
            page.write_string(row, column, short(name, LONGEST), looks.over)
        column += columns
    for column, heading in enumerate(front.headings):
        page.write_string(row + 1, column, heading, looks.head)
    for place, cells in enumerate(front.rows, start=row + 2):
        for column, cell in enumerate(cells):
            write_cell(page, place, column, cell, looks)
    return row + 2 + len(front.rows)
