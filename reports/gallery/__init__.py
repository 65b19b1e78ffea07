"""The gallery: every figure function on one page, drawn from results that ship with the program."""

from reports.gallery.page import render, write_page

__all__ = ["render", "write_page"]
