"""A figure as it stands alone: on white, with its title, its sentence and its note above it."""

import html
import math
import textwrap
from typing import Any

import plotly.graph_objects as go

from reports import theme
from reports.sections.section import Section
from reports.words import glued

WIDTH_PX, WIDE_PX = 760, 960
"""At 96 px to the inch 20 and 25 cm; letters of 13 px are then 10 points high."""
WIDE = ("flow", "groups", "staff", "clock")
"""How the slugs of figures begin that need more room."""
EDGE_PX, LINE_PX, TITLE_PX, GAP_PX = 24, 17, 24, 14
LETTER_PX, LEGEND_LINE_PX, SAMPLE_PX = 6.6, 21, 60
"""Width of a letter, height of a line of the legend, and what its sample of a line takes."""
BAR_PX, NAME_OF_BAR_PX = 46, 40
"""Height of the bar that explains colours, and of what is below its name."""
QUIET = "#56616c"


def picture(section: Section) -> go.Figure:
    """A copy of the section's figure with words, size and background of its own."""
    fig = go.Figure(section.figure)
    width = WIDE_PX if section.slug.startswith(WIDE) else WIDTH_PX
    words, words_px = _words(section, width - 2 * EDGE_PX)
    top = fig.layout.margin.t or theme.LIGHT.layout.margin.t
    bars = _bars(fig)
    above = words_px + (BAR_PX if bars else max(0.0, _legend_px(fig, width - 2 * EDGE_PX) - top))
    for bar in bars:
        _name(fig, bar)
    fig.update_layout(
        template=theme.LIGHT,
        width=width,
        height=fig.layout.height + above + EDGE_PX,
        paper_bgcolor="#ffffff",
        plot_bgcolor="#ffffff",
        margin={"t": top + above, "l": EDGE_PX, "r": EDGE_PX, "b": (fig.layout.margin.b or 8) + EDGE_PX},
        title={
            "text": words, "x": 0, "xref": "container", "xanchor": "left", "y": 1, "yref": "container",
            "yanchor": "top", "pad": {"l": EDGE_PX, "t": EDGE_PX}, "font": {"size": 13},
        },
    )  # fmt: skip
    return fig


def _words(section: Section, room_px: float) -> tuple[str, float]:
    """Title, sentence and note in lines, and how far down they reach."""
    fits = int(room_px / LETTER_PX)
    title = textwrap.wrap(section.heading, int(fits * 0.75))
    said, note = (textwrap.wrap(glued(text), fits) for text in (section.sentence, section.note))
    lines = [
        *(f'<span style="font-size:17px"><b>{html.escape(line, quote=False)}</b></span>' for line in title),
        *(html.escape(line, quote=False) for line in said),
        *(f'<span style="color:{QUIET}">{html.escape(line, quote=False)}</span>' for line in note),
    ]
    return "<br>".join(lines), EDGE_PX + TITLE_PX * len(title) + LINE_PX * len(said + note) + GAP_PX


def _bars(fig: go.Figure) -> list[Any]:
    """Every bar that explains colours."""
    of_traces = [trace.colorbar for trace in fig.select_traces({"type": "heatmap"}) if trace.coloraxis is None]
    return [*of_traces, *(axis.colorbar for axis in fig.select_coloraxes() if axis.colorscale)]


def _name(fig: go.Figure, bar: Any) -> None:
    """Write a bar's name over it by hand: with a name of its own Plotly moves the title off the picture."""
    fig.add_annotation(
        text=bar.title.text, x=0, xref="paper", xanchor="left", y=bar.y, yref="paper", yanchor="bottom",
        yshift=NAME_OF_BAR_PX, showarrow=False,
    )  # fmt: skip
    bar.title.text = ""


def _legend_px(fig: go.Figure, room_px: float) -> float:
    """Height of the legend above the plot, by the lengths of its names."""
    names = {trace.name for trace in fig.data if trace.name and trace.showlegend}
    if fig.layout.showlegend is False or not names:
        return 0.0
    in_a_line = max(1, int(room_px / (SAMPLE_PX + LETTER_PX * max(map(len, names)))))
    return LEGEND_LINE_PX * math.ceil(len(names) / in_a_line) + GAP_PX
