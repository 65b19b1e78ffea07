"""Panels one below the other: one quantity each in its own unit, the scenarios as rows inside it."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme

GAP_PX = 52
"""Between two panels: the ticks of one and the title of the next."""
ROW_PX = 24
TOP_PX = 34
LETTER_PX = 5.5
"""Less than the width of a letter: titles start over the labels at the side, so that they fit a telephone."""
LABEL_LENGTH = 24


def panels(titles: Sequence[str], names: Mapping[str, str]) -> go.Figure:
    """An empty panel for each title (already plain), with the scenarios of `names` down its side."""
    inside = ROW_PX * (len(names) + 0.6)
    plotted = len(titles) * inside + (len(titles) - 1) * GAP_PX
    fig = make_subplots(rows=len(titles), cols=1, subplot_titles=titles, vertical_spacing=GAP_PX / plotted)
    fig.update_layout(template=theme.LIGHT, height=round(plotted + TOP_PX + 30), showlegend=False,
                      margin={"t": TOP_PX, "b": 30}, hovermode="closest")  # fmt: skip
    labels = [theme.plain(name, length=LABEL_LENGTH) for name in names.values()]
    fig.update_annotations(x=0, xanchor="left", font_size=13, xshift=-LETTER_PX * max(map(len, labels)))
    ends = [len(names) - 0.2, -0.8]
    fig.update_yaxes(tickvals=list(names), ticktext=labels, type="category", range=ends, showgrid=False,
                     categoryorder="array", categoryarray=list(names))  # fmt: skip
    return fig
