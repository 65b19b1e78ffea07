"""What not knowing the parameters leaves of an answer, as a page of its own."""

from reports.uncertainty.page import render, write_page
from reports.uncertainty.picture import Panel, Picture
from reports.uncertainty.tables import EXPLAINED, percent, summed_up

__all__ = ["EXPLAINED", "Panel", "Picture", "percent", "render", "summed_up", "write_page"]
