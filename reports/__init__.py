"""The report: one self-contained HTML file from a folder of saved results."""

from reports.page import render, write_report

__all__ = ["render", "write_report"]
