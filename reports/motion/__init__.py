"""The unit in motion: an animated page of one replication."""

from reports.motion.floor import Floor
from reports.motion.page import render, write_page

__all__ = ["Floor", "render", "write_page"]
