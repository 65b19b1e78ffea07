"""A study of sensitivity as a page of its own: which estimates matter most, and to what."""

from reports.sensitivity.page import FILE_NAME, render, write_report

__all__ = ["FILE_NAME", "render", "write_report"]
