"""How long the warm-up should be, as a page of its own: Welch's figure with what MSER-5 says of each series."""

from reports.warm_up.curves import Curve, Curves
from reports.warm_up.page import render, write_page

__all__ = ["Curve", "Curves", "render", "write_page"]
