"""What a section is, and the small print that explains lines, bands and whiskers."""

from dataclasses import dataclass

import plotly.graph_objects as go

from reports.certainty import together
from reports.figures.over_time import MOST_TOGETHER
from reports.study import Study
from reports.tables import Table


@dataclass(frozen=True)
class Section:
    """One figure with its words; `slug` is fixed in the code and never comes from a scenario."""

    slug: str
    title: str
    sentence: str
    note: str
    figure: go.Figure
    table: Table
    of: str = ""
    """The scenario that it shows, where each has a figure of its own under this title."""
    wide: bool = False
    """Keeps its width on a telephone, where it is moved sideways."""

    @property
    def heading(self) -> str:
        """The title, and what it is of."""
        return f"{self.title}: {self.of}" if self.of else self.title


def band_note(study: Study) -> str:
    """How to read a line with a band."""
    if study.replications < 2:
        return "One replication: no band can be drawn."
    weekly = "weekly " if study.long_window else ""
    base = " Grey: the base." if len(study.names) > MOST_TOGETHER else ""
    return f"Line: {weekly}mean of {study.replications} replications. Band: where 8 in 10 replications lie.{base}"


def interval_note(study: Study) -> str:
    """How to read a marker with whiskers."""
    if study.replications < 2:
        return "One replication: no interval can be drawn."
    return f"Markers: means of {study.replications} replications. Whiskers: 95 % intervals."


def lines_note(study: Study) -> str:
    """How to read a line with its interval."""
    if study.replications < 2:
        return "One replication: no interval can be drawn."
    return f"Lines: means of {study.replications} replications. Bands: 95 % intervals."


def what_interval(study: Study) -> str:
    """Which intervals those of differences are."""
    return (
        "95 % intervals, widened so that all of a measure hold at once,"
        if together(study.manifest)
        else "95 % intervals"
    )


def runs_note(study: Study) -> str:
    """What the numbers of a figure without intervals are, and where their intervals stand."""
    if study.replications < 2:
        return "One replication: there are no intervals."
    return f"Means of {study.replications} replications; their 95 % intervals are in the report's table of this figure."
