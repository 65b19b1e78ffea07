"""Panels one below the other: one quantity each in its own unit, the scenarios as rows inside it."""

from collections.abc import Mapping, Sequence
from html import unescape
from math import ceil

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme

GAP_PX = 52
"""Between two panels: the ticks of one and the title of the next."""
LINE_PX = 17
"""What a second line of a title adds."""
ROW_PX = 24
ROW_OF_TWO_PX = 36
"""Of scenarios with a name on two lines."""
TOP_PX = 34
LETTER_PX = 5.5
"""Less than the width of a letter: titles start over the labels at the side, so that they fit a telephone."""
LINE_LENGTH = 24
"""Letters of a name that stand beside each other, on two lines at most."""


def panels(titles: Sequence[str], names: Mapping[str, str], columns: int = 1) -> go.Figure:
    """An empty panel for each title (already plain), row by row, with the scenarios of `names` down its side."""
    labels = [theme.on_lines(name, LINE_LENGTH, 2 * LINE_LENGTH - 4) for name in names.values()]
    row = ROW_OF_TWO_PX if any("<br>" in label for label in labels) else ROW_PX
    rows, inside = ceil(len(titles) / columns), row * (len(names) + 0.6)
    second = LINE_PX * any("<br>" in title for title in titles)
    gap, top = GAP_PX + second, TOP_PX + second
    plotted = rows * inside + (rows - 1) * gap
    spacing = gap / plotted if rows > 1 else 0.0
    fig = make_subplots(rows=rows, cols=columns, subplot_titles=titles, vertical_spacing=spacing,
                        horizontal_spacing=0.06)  # fmt: skip
    fig.update_layout(template=theme.LIGHT, height=round(plotted + top + 30), showlegend=False,
                      margin={"t": top, "b": 30}, hovermode="closest")  # fmt: skip
    longest = max(len(unescape(line)) for label in labels for line in label.split("<br>"))
    for place, title in enumerate(fig.layout.annotations):
        left, over = place % columns, -LETTER_PX * longest
        x, shift = (0, over) if left == 0 else (fig.layout[f"xaxis{place + 1}"].domain[0], 0)
        title.update(x=x, xanchor="left", align="left", font_size=13, xshift=shift)
    fig.update_xaxes(tickangle=0, nticks=6, tickfont_size=11)
    ends = [len(names) - 0.2, -0.8]
    fig.update_yaxes(tickvals=list(names), ticktext=labels, type="category", range=ends, showgrid=False,
                     categoryorder="array", categoryarray=list(names))  # fmt: skip
    for column in range(2, columns + 1):
        fig.update_yaxes(showticklabels=False, col=column)
    return fig
