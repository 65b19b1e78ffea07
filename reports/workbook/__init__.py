"""One workbook of a study for people who plan with a spreadsheet: the answer first, then a sheet for each table."""

from reports.workbook.book import FILE_NAME, write_workbook

__all__ = ["FILE_NAME", "write_workbook"]
