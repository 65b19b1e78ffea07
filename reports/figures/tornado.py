"""What moves a measure when one thing changes at a time: a bar to each end of each of them, the longest on top."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from reports import theme
from reports.words import MINUS, difference_unit, estimate, signed

Floats = NDArray[np.float64]

ROW_PX = 36
FRAME_PX = 96
LINE_LENGTH, LABEL_LENGTH = 30, 100
LOW, HIGH = theme.style(2), theme.style(1)
APART = {"low": -0.15, "high": 0.15}
"""Of a row, upwards and downwards."""
NAMES = {"low": "At the low end", "high": "At the high end"}


def tornado_chart(table: pd.DataFrame, unit: str) -> go.Figure | None:
    """Bars of the difference from the base at both ends of each row, with 95 % intervals; in the order of the table.

    `table` has the columns name, low and high (the difference at each end, in `unit`), low_half and high_half (half the
    width of its interval), low_at and high_at (the ends in words). An end that is nan is not drawn.

    >>> import pandas as pd
    >>> rows = [("Beds", 9.0, -6.0, "20", "28"), ("Nurses by night", 3.0, -2.0, "1", "3")]
    >>> frame = pd.DataFrame(rows, columns=["name", "low", "high", "low_at", "high_at"])
    >>> fig = figures.tornado_chart(frame.assign(low_half=1.5, high_half=1.0), "h")
    >>> fig.data[0].x
    (9.0, 3.0)
    """
    seen = table[table[["low", "high"]].notna().any(axis=1)]
    if seen.empty:
        return None
    labels = [theme.on_lines(name, LINE_LENGTH, LABEL_LENGTH) for name in seen["name"]]
    fig = theme.figure(
        FRAME_PX + theme.row_px(labels, ROW_PX) * len(seen), barmode="overlay", bargap=0.35, hovermode="closest"
    )
    places = list(range(len(seen)))
    for side, look, pattern in (("low", LOW, "/"), ("high", HIGH, "")):
        fig.add_bar(
            x=tuple(seen[side]), y=places, orientation="h", name=NAMES[side],
            marker={"color": look.colour, "line": {"width": 0}, "pattern": {"shape": pattern, "size": 6}},
            hovertext=_texts(seen, side, unit), hovertemplate="%{hovertext}<extra></extra>",
        )  # fmt: skip
    for side, shift in APART.items():
        _whiskers(fig, seen[side].to_numpy(dtype=np.float64), seen[f"{side}_half"].to_numpy(dtype=np.float64), shift)
    fig.update_yaxes(tickvals=places, ticktext=labels, range=[len(seen) - 0.4, -0.6], showgrid=False,
                     ticklabelstandoff=6)  # fmt: skip
    fig.update_xaxes(title_text=f"Difference, {theme.plain(difference_unit(unit))}" if unit else "Difference",
                     zeroline=True, zerolinewidth=2, nticks=6, tickangle=0)  # fmt: skip
    return fig


def _whiskers(fig: go.Figure, values: Floats, half: Floats, shift: float) -> None:
    """Over both bars, and those of the two ends apart from each other."""
    fig.add_scatter(
        x=values, y=[place + shift for place in range(len(values))], mode="markers", hoverinfo="skip", showlegend=False,
        marker={"size": 1, "color": theme.NEUTRAL},
        error_x={**theme.whiskers(values, values - half, values + half), "color": theme.NEUTRAL},
    )  # fmt: skip


def _texts(seen: pd.DataFrame, side: str, unit: str) -> list[str]:
    return [
        theme.plain(f"{row['name']} at {row[f'{side}_at']}: {_said(row[side], row[f'{side}_half'], unit)}", 200)
        for _, row in seen.iterrows()
    ]


def _said(value: float, half: float, unit: str) -> str:
    text = estimate(value, value - half, value + half, difference_unit(unit))
    return text if text.startswith(MINUS) or not signed(value, 3).startswith("+") else f"+{text}"
