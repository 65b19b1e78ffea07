"""Reports from folders of saved results: one self-contained HTML file, pictures, a workbook, figures in Python.

`load(folder)` reads results, and `example()` those that ship with the program; `figures` draws from their tables.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reports.analysts import example, load
    from reports.page import render, write_report

HOMES = {
    "example": "reports.analysts", "load": "reports.analysts",
    "render": "reports.page", "write_report": "reports.page",
}  # fmt: skip
__all__ = ["example", "load", "render", "write_report"]


def __getattr__(name: str) -> Any:
    """The functions above, which load when they are first used, and the package `reports.figures`."""
    from importlib import import_module

    if name == "figures":
        return import_module("reports.figures")
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module 'reports' has no attribute '{name}'")
