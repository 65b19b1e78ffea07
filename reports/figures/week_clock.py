"""Where the roster is short: each role's week as a clock, hour of the day across and day of the week down."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.staff_load import COLOUR_BAR, WEEKDAYS

SHORT_PCT = 85.0
"""From here on an hour is called short: little is left for whoever comes next."""
FEWEST_TOLD = 10
ROW_PX = 19
GAP_PX = 40
FRAME_PX = 128
MARK = "●"
X_TITLE = "Hour of the day"
# Written out whole: a figure for each scenario is set up faster so than with Plotly's own helpers.
HOURS = {
    "tickvals": list(range(0, 24, 3)), "ticktext": [f"{hour}:00" for hour in range(0, 24, 3)],
    "showgrid": False, "ticks": "", "range": [-0.5, 23.5],
}  # fmt: skip
DAYS = {"autorange": "reversed", "showgrid": False, "ticks": ""}
TITLE = {
    "x": 0, "xref": "paper", "xanchor": "left", "yref": "paper", "yanchor": "bottom", "showarrow": False,
    "font": {"size": 13},
}  # fmt: skip


def roles_of(load: pd.DataFrame) -> list[str]:
    """Roles with a load, in order, of rows of `staff_load.load` of one scenario."""
    return [str(role) for role, rows in load.groupby("role", sort=False) if rows["load_pct"].notna().any()]


def short_hours(load: pd.DataFrame) -> pd.DataFrame:
    """Rows of `staff_load.load` of one scenario in which the role is short, the busiest first."""
    rows = load[load["load_pct"] >= SHORT_PCT]
    return rows.sort_values("load_pct", ascending=False, kind="stable").reset_index(drop=True)


def busiest_hours(load: pd.DataFrame) -> pd.DataFrame:
    """Every short hour, or the ten busiest hours where fewer are short; of rows as in `short_hours`."""
    ranked = load.dropna(subset="load_pct").sort_values("load_pct", ascending=False, kind="stable")
    return ranked.head(max(FEWEST_TOLD, len(short_hours(load)))).reset_index(drop=True)


def roster_clock(load: pd.DataFrame) -> go.Figure | None:
    """Share of the staff on shift who are busy, a panel for each role; a dot marks hours in which the role is short.

    `load` holds the rows of `staff_load.load` of one scenario: role, hour_of_week (0 is Monday 0:00), on_shift, busy
    (mean people), load_pct.

    >>> from reports.figures.staff_load import load
    >>> study = reports.example()
    >>> frame = load(study.frame("hourly").query("scenario == 'as-it-is'"))
    >>> fig = figures.roster_clock(frame)
    >>> fig.layout.annotations[0].text
    '<b>Nurse</b>'
    """
    roles = roles_of(load)
    if not roles:
        return None
    plotted = len(roles) * 7 * ROW_PX + (len(roles) - 1) * GAP_PX
    traces, axes, titles = [], dict[str, Any](), []
    for place, role in enumerate(roles):
        number = "" if place == 0 else str(place + 1)
        top = 1 - place * (7 * ROW_PX + GAP_PX) / plotted
        traces.append(_heat(load[load["role"] == role], number))
        axes[f"xaxis{number}"] = HOURS | {
            "anchor": f"y{number}",
            "title": {"text": X_TITLE if role == roles[-1] else ""},
        }
        domain = [max(0.0, top - 7 * ROW_PX / plotted), top]
        axes[f"yaxis{number}"] = DAYS | {"anchor": f"x{number}", "domain": domain}
        titles.append(TITLE | {"text": f"<b>{theme.plain(role[:1].upper() + role[1:])}</b>", "y": top})
    bar = COLOUR_BAR | {"y": 1 + 28 / plotted}
    scale = {"colorscale": theme.LOAD_SCALE, "cmin": 0, "cmax": 100, "colorbar": bar}
    return go.Figure(
        data=traces,
        layout={
            "template": theme.LIGHT, "height": plotted + FRAME_PX, "margin": {"t": FRAME_PX - 54},
            "annotations": titles, "coloraxis": scale, **axes,
        },
    )  # fmt: skip


def _heat(own: pd.DataFrame, number: str) -> go.Heatmap:
    """One role's week; `number` is that of its axes."""
    z, heads = _week(own, ["load_pct"])[..., 0], _week(own, ["busy", "on_shift"])
    return go.Heatmap(
        z=z, x=list(range(24)), y=[day[:3] for day in WEEKDAYS], customdata=heads, coloraxis="coloraxis",
        text=np.where(np.nan_to_num(z) >= SHORT_PCT, MARK, ""), texttemplate="%{text}", xgap=1, ygap=1,
        textfont={"size": 9, "color": "#ffffff"}, xaxis=f"x{number}", yaxis=f"y{number}",
        hovertemplate="%{y} %{x}:00: %{z:.0f} % busy<br>%{customdata[0]:.1f} of %{customdata[1]:.1f} on shift"
        "<extra></extra>",
    )  # fmt: skip


def _week(own: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """Shape (days, hours of the day, columns); nan where the window never showed that hour."""
    return own.set_index("hour_of_week")[columns].reindex(range(168)).to_numpy(dtype=float).reshape(7, 24, len(columns))
