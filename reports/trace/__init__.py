"""One person's stay as a page of its own: how they felt, what was done for them, and the wish to leave."""

from reports.trace.page import render, write_page
from reports.trace.picture import Picture

__all__ = ["Picture", "render", "write_page"]
