"""Categories down the side, one marker with its interval for each scenario, set apart so that none hides another."""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.words import estimate

CATEGORY_PX = 30
MARKER_PX = 15
FRAME_PX = 120
LINE_LENGTH = 26


def dots(table: pd.DataFrame, names: Mapping[str, str], title: str, suffix: str) -> go.Figure | None:
    """A figure of columns scenario, category, mean, low and high; None when every mean is zero or unseen."""
    if table.empty or not table["mean"].fillna(0).any():
        return None
    categories = list(table["category"].unique())
    height = FRAME_PX + len(categories) * (CATEGORY_PX + MARKER_PX * len(names))
    fig = theme.figure(height, scattermode="group", scattergap=0.3, hovermode="closest")
    for place, (scenario, name) in enumerate(names.items()):
        rows, look = table[table["scenario"] == scenario], theme.style(place)
        fig.add_scatter(
            x=rows["mean"], y=labels(rows["category"]), name=theme.plain(name), mode="markers", orientation="h",
            cliponaxis=False, hovertext=_said(rows, suffix.strip()), hovertemplate="%{hovertext}",
            marker={"color": look.colour, "symbol": look.symbol, "size": 10}, showlegend=True,
            error_x=theme.whiskers(rows["mean"], rows["low"], rows["high"]),
        )  # fmt: skip
    ends = theme.from_zero(table["mean"], table["high"])
    fig.update_xaxes(title_text=title, ticksuffix=suffix, range=ends, tickangle=0, nticks=5)
    fig.update_yaxes(
        categoryorder="array",
        categoryarray=labels(categories),
        autorange="reversed",
        type="category",
    )
    return fig


def _said(rows: pd.DataFrame, unit: str) -> list[str]:
    return [estimate(row["mean"], row["low"], row["high"], unit) for _, row in rows.iterrows()]


def labels(categories: Iterable[object]) -> list[str]:
    """Categories as they stand on an axis, with a capital, in lines that leave room on a telephone."""
    named = (str(category)[:1].upper() + str(category)[1:] for category in categories)
    return [theme.on_lines(name, LINE_LENGTH, 3 * LINE_LENGTH) for name in named]
