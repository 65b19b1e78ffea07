"""The model in words as a page. It knows nothing of the model: what it shows is handed to it."""

from reports.describe.page import render, write_page
from reports.describe.paper import Arrow, Flow, Grid, Item, Node, Paper, Part, Text

__all__ = ["Arrow", "Flow", "Grid", "Item", "Node", "Paper", "Part", "Text", "render", "write_page"]
