"""One stay in three panels over one axis of time: felt score, what was done, and the wish to leave."""

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from reports import theme
from reports.trace.lanes import add_lanes
from reports.trace.picture import Picture

FELT_PX, LANE_PX, WISH_PX, GAP_PX = 300, 34, 200, 40
NAMES_PX = 76
"""Names of the bands, at the right."""
MOST_DAYS = 10
"""Labels of midnights that fit side by side."""
SHADE = "rgba(230,134,42,{:.2f})"
"""Background of a band: an orange that is stronger the worse it is, on white as on near-black."""
ROOM = 1.08
WHOLE_PCT = 100.0
FELT, DONE, WISH = 1, 2, 3


def stay(picture: Picture) -> go.Figure:
    """Felt COWS total over bands, due and done work in lanes, and the wish to leave in % of the person's limit."""
    lanes_px = LANE_PX * max(2, picture.done["lane"].nunique() + 1)
    plotted = FELT_PX + lanes_px + WISH_PX + 2 * GAP_PX
    fig = make_subplots(
        rows=3, cols=1, shared_xaxes=True, vertical_spacing=GAP_PX / plotted, row_heights=[FELT_PX, lanes_px, WISH_PX],
        subplot_titles=["<b>Felt withdrawal</b> (COWS)", "<b>What was done, and what happened</b>",
                        "<b>Wish to leave</b>, % of this person's limit"],
    )  # fmt: skip
    fig.update_annotations(x=0, xanchor="left", font_size=13)
    fig.update_layout(
        template=theme.LIGHT, height=plotted + 144, hovermode="closest", margin={"t": 40, "r": NAMES_PX, "b": 104},
        legend={"y": -50 / plotted, "yanchor": "top"},
    )  # fmt: skip
    _add_felt(fig, picture)
    add_lanes(fig, picture.done, DONE)
    _add_wish(fig, picture)
    _label_days(fig, picture)
    return fig


def _add_felt(fig: go.Figure, picture: Picture) -> None:
    looks, course = picture.looks, picture.course
    fig.add_scatter(
        x=course["time_h"], y=course["natural"], mode="lines", name="without medication", row=FELT, col=1,
        line={"color": theme.NEUTRAL, "dash": "dot", "width": 1.6}, hovertemplate="%{y:.0f} without medication",
    )  # fmt: skip
    fig.add_scatter(
        x=looks["time_h"], y=looks["felt"], text=looks["when"], mode="lines", name="felt score", row=FELT, col=1,
        line={"color": theme.COLOURS[1], "width": 2.4, "shape": "hv"}, hovertemplate="%{text}: felt %{y:.0f}",
    )  # fmt: skip
    top = max(looks["felt"].max(), course["natural"].max(), 13.0) * ROOM
    shown = picture.bands[picture.bands["from_score"] < top]
    for place, (_, band) in enumerate(shown.iterrows()):
        _add_band(fig, place, band, min(float(band["to_score"]), top))
    fig.update_yaxes(range=[0, top], showgrid=False, row=FELT, col=1)


def _add_band(fig: go.Figure, place: int, band: pd.Series, to_score: float) -> None:
    """A band's background over the whole width, with its name beside it."""
    fig.add_hrect(
        y0=band["from_score"], y1=to_score, fillcolor=SHADE.format(0.06 * place), line_width=0, layer="below",
        row=FELT, col=1,
    )  # fmt: skip
    fig.add_annotation(
        x=1, xref="x domain", xanchor="left", xshift=4, y=(band["from_score"] + to_score) / 2, showarrow=False,
        text=theme.plain(band["name"]).replace(" ", "<br>"), align="left", font={"size": 11}, row=FELT, col=1,
    )  # fmt: skip


def _add_wish(fig: go.Figure, picture: Picture) -> None:
    looks, line = picture.of_the_limit, {"color": theme.COLOURS[2], "dash": "dash", "width": 1.8}
    fig.add_scatter(
        x=looks["time_h"], y=looks["reached_pct"], text=looks["when"], customdata=looks["grows_pct"], mode="lines",
        name="wish to leave", line={"color": theme.COLOURS[3], "width": 2.4}, row=WISH, col=1, fill="tozeroy",
        fillcolor=theme.style(3).fill(),
        hovertemplate="%{text}: %{y:.0f} % of the limit<br>grows by %{customdata:.0f} % a day from here",
    )  # fmt: skip
    ends = [looks["time_h"].min(), looks["time_h"].max()]
    fig.add_scatter(
        x=ends, y=[WHOLE_PCT] * 2, mode="lines", name="where this person leaves", line=line, row=WISH, col=1,
        hovertemplate="leaves here",
    )  # fmt: skip
    if picture.left:
        _mark_leaving(fig, looks.iloc[-1])
    fig.update_yaxes(range=[0, ROOM * max(WHOLE_PCT, looks["reached_pct"].max())], row=WISH, col=1)


def _mark_leaving(fig: go.Figure, end: pd.Series) -> None:
    fig.add_scatter(
        x=[end["time_h"]], y=[end["reached_pct"]], mode="markers", name="left against advice", row=WISH, col=1,
        marker={"symbol": "star", "size": 14, "color": theme.COLOURS[2]}, cliponaxis=False,
        hovertemplate=f"{theme.plain(end['when'])}: left<extra></extra>",
    )  # fmt: skip


def _label_days(fig: go.Figure, picture: Picture) -> None:
    """A line at each midnight, or at as many of them as can be labelled, and what day begins there."""
    days = picture.days.iloc[:: 1 + (len(picture.days) - 1) // MOST_DAYS]
    first, last = picture.looks["time_h"].min(), picture.looks["time_h"].max()
    margin = 0.01 * (last - first)
    fig.update_xaxes(
        tickvals=days["time_h"], tickangle=0,
        ticktext=[theme.plain(label).replace(" ", "<br>", 1) for label in days["label"]],
        range=[first - margin, last + margin],
    )  # fmt: skip
    fig.update_xaxes(showticklabels=True, row=WISH, col=1)
