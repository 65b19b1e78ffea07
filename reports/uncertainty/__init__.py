"""What not knowing the parameters leaves of an answer, as a page of its own."""

from reports.uncertainty.page import render, write_page
from reports.uncertainty.picture import Panel, Picture

__all__ = ["Panel", "Picture", "render", "write_page"]
