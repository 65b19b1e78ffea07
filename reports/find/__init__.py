"""The report of a search for the cheapest unit that meets its targets: one self-contained HTML file."""

from reports.find.page import FILE_NAME, render, write_report
from sim.experiments.find.reader import is_find

__all__ = ["FILE_NAME", "is_find", "render", "write_report"]
