"""A sweep as a page of its own: which axis moves what, which points keep the targets, and how sure that is."""

from reports.sweep.page import FILE_NAME, render, write_report

__all__ = ["FILE_NAME", "render", "write_report"]
