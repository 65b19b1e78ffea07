"""Panels one below the other: one quantity each in its own unit, the scenarios as rows inside it."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme

GAP_PX = 52
"""Between two panels: the ticks of one and the title of the next."""
LINE_PX = 17
"""What a second line of a title adds."""
ROW_PX = 24
TOP_PX = 34
LETTER_PX = 5.5
"""Less than the width of a letter: titles start over the labels at the side, so that they fit a telephone."""
LABEL_LENGTH = 24


def panels(titles: Sequence[str], names: Mapping[str, str]) -> go.Figure:
    """An empty panel for each title (already plain), with the scenarios of `names` down its side."""
    inside = ROW_PX * (len(names) + 0.6)
    second = LINE_PX * any("<br>" in title for title in titles)
    gap, top = GAP_PX + second, TOP_PX + second
    plotted = len(titles) * inside + (len(titles) - 1) * gap
    spacing = gap / plotted if len(titles) > 1 else 0.0
    fig = make_subplots(rows=len(titles), cols=1, subplot_titles=titles, vertical_spacing=spacing)
    fig.update_layout(template=theme.LIGHT, height=round(plotted + top + 30), showlegend=False,
                      margin={"t": top, "b": 30}, hovermode="closest")  # fmt: skip
    labels = [theme.plain(name, length=LABEL_LENGTH) for name in names.values()]
    fig.update_annotations(x=0, xanchor="left", align="left", font_size=13, xshift=-LETTER_PX * max(map(len, labels)))
    fig.update_xaxes(tickangle=0, nticks=6)
    ends = [len(names) - 0.2, -0.8]
    fig.update_yaxes(tickvals=list(names), ticktext=labels, type="category", range=ends, showgrid=False,
                     ticklabelstandoff=6, categoryorder="array", categoryarray=list(names))  # fmt: skip
    return fig
