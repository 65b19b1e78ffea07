"""Cells of the workbook: how they look, and that text stays text."""

from typing import TYPE_CHECKING

from reports.words import short
from reports.workbook.sheet import Amount, Cell, shown

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_PLACES = 3
LONGEST = 2_000
"""Letters of a cell."""
RULE, PANEL, QUIET, GOOD, BAD = "#dde2e6", "#f5f7f8", "#56616c", "#1d5fa3", "#9c3d00"


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: "Workbook"):
        plain = {"valign": "top"}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.part = book.add_format({"bold": True, "font_size": 12})
        self.quiet = book.add_format({"font_color": QUIET})
        self.text = book.add_format({**plain})
        self.wrapped = book.add_format({**plain, "text_wrap": True})
        self.small = book.add_format({**plain, "text_wrap": True, "font_color": QUIET})
        self.over = book.add_format(
            {"bold": True, "align": "center", "bg_color": PANEL, "border": 1, "border_color": RULE}
        )
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "bottom", "bg_color": PANEL, "bottom": 1, "border_color": RULE}
        )
        self.verdicts = {
            "better": book.add_format({**plain, "font_color": GOOD, "bold": True}),
            "worse": book.add_format({**plain, "font_color": BAD, "bold": True}),
        }
        self.numbers: list[Format] = [
            book.add_format({**plain, "num_format": "#,##0" + (f".{'0' * places}" if places else "")})
            for places in range(MOST_PLACES + 1)
        ]

    def of(self, text: str) -> "Format":
        """Verdicts that are good or bad are coloured; the word carries it without."""
        return self.verdicts.get(text.partition(",")[0], self.text)


def write_cell(page: "Worksheet", row: int, column: int, cell: Cell, looks: Looks) -> None:
    """Write a number as a number and a text as a text, whatever it begins with."""
    value = shown(cell.value) if isinstance(cell, Amount) else short(cell, LONGEST)
    if isinstance(cell, Amount) and isinstance(value, float):
        page.write_number(row, column, value, looks.numbers[min(cell.places, MOST_PLACES)])
    elif isinstance(value, str):
        page.write_string(row, column, value, looks.of(value))
