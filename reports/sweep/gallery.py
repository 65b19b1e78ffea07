"""Small figures of the same kind beside each other, one for each measure, with one table under all of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from reports.tables import Table

MOST_SHOWN = 6
"""Figures that are seen at once; the others wait folded."""


@dataclass(frozen=True)
class Panel:
    """One figure under its title."""

    title: str
    figure: go.Figure


@dataclass(frozen=True)
class Gallery:
    """What a section of the page shows; `slug` is fixed in the code and never comes from a file."""

    slug: str
    title: str
    sentence: str
    note: str
    panels: Sequence[Panel]
    """The one that matters most first."""
    table: Table
    folded: bool = False
    wide: bool = False
    """Whether a figure needs the whole width."""

    broad: bool = False
    """Whether two of them fill the width, and not three."""

    @property
    def shown(self) -> list[tuple[str, Panel]]:
        """Each panel that is seen at once, with the name of its place in the page."""
        return list(self._placed())[:MOST_SHOWN]

    @property
    def rest(self) -> list[tuple[str, Panel]]:
        """The panels that wait folded."""
        return list(self._placed())[MOST_SHOWN:]

    def _placed(self) -> Iterator[tuple[str, Panel]]:
        return ((f"{self.slug}-{place}", panel) for place, panel in enumerate(self.panels))
