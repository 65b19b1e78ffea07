"""How people feel through the stay: the score last found, by protocol and hours since admission."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.curves import Panel, curves
from reports.frames import AMOUNT, mean_interval

BANDS = {"mild": 5, "moderate": 13, "moderately severe": 25, "severe": 37}
"""Where the bands of the scale begin (Wesson and Ling, Journal of Psychoactive Drugs 35, 2003)."""
FEWEST = 5
"""People there on average; where fewer are, a median is one person's story."""
MOST_BANDS = 3
"""Scenarios whose bands of people can lie over one another; of more, only the base has one."""


def felt(scores: pd.DataFrame) -> pd.DataFrame:
    """Median score with its 95 % interval, and the scores of the middle 80 % of people, by scenario, protocol, hour.

    Columns scenario, protocol, hour, mean, low, high (the median, in COWS points), p10, p90, people.
    """
    keys = ["scenario", "protocol", "hour"]
    if scores.empty:
        return pd.DataFrame(columns=[*keys, "mean", "low", "high", "p10", "p90", "people"])
    others = scores.groupby(keys, sort=False)[["p10", "p90", "n"]].mean().reset_index().rename(columns={"n": "people"})
    table = mean_interval(scores, keys, "p50", AMOUNT).drop(columns="n").merge(others, on=keys)
    return table[table["people"] >= FEWEST].reset_index(drop=True)


def felt_scores(table: pd.DataFrame, names: Mapping[str, str], protocols: Mapping[str, str]) -> go.Figure | None:
    """Median felt score by hours since admission, a panel for each protocol; the band holds 8 in 10 people.

    All panels have one scale; thin lines are where the scale begins to call withdrawal mild, moderate and worse.

    `table` is that of `felt`: scenario, protocol, hour (since admission), mean, low, high, p10, p90 (COWS points),
    people; `protocols` gives each protocol's name for people.

    >>> from reports.figures.scores import felt
    >>> study = reports.example()
    >>> frame = felt(study.frame("scores"))
    >>> fig = figures.felt_scores(frame, study.names, {"buprenorphine_taper": "Buprenorphine taper"})
    >>> fig.layout.annotations[0].text
    '<b>Buprenorphine taper</b>'
    """
    banded = list(names) if len(names) <= MOST_BANDS else list(names)[:1]
    bands = table.assign(
        x=table["hour"],
        low=table["p10"].where(table["scenario"].isin(banded)),
        high=table["p90"].where(table["scenario"].isin(banded)),
    )
    panels = [
        Panel(protocols.get(each, each), bands[bands["protocol"] == each], "COWS (points)", "%{y:.1f} after %{x:.0f} h")
        for each in table["protocol"].unique()
    ]
    fig = curves(panels, names, "Hours since admission", one_scale=True)
    if fig is not None:
        top = 1.05 * float(table[["mean", "p90"]].max().max())
        reached = {band: points for band, points in BANDS.items() if points < max(top, 2 * BANDS["mild"])}
        fig.update_yaxes(range=[0, max(top, 1.15 * max(reached.values()))])
        for band, points in reached.items():
            _limit(fig, band, points)
    return fig


def _limit(fig: go.Figure, band: str, points: int) -> None:
    """A line in every panel, named above its right end."""
    font = {"size": 11, "shadow": "auto"}
    name = {"text": f"{band} from {points}", "xanchor": "right", "yanchor": "bottom", "font": font}
    line = {"color": theme.NEUTRAL, "width": 1, "dash": "dot"}
    fig.add_hline(y=points, line=line, annotation=name, annotation_position="top right", row="all", col=1)
