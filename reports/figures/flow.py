"""Where people go, from referral to a month after the stay."""

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.figures.stations import Ribbon, Station, people_at, ribbons, stations, without_small
from reports.frames import AMOUNT, mean_interval
from reports.words import NAME_LENGTH, short

REFERRED, AGAIN, ADMITTED, COMPLETED = "Referred", "Referred again", "Admitted", "Completed"
UNDER_WAY = (
    "Not yet screened", "Still waiting or on the way", "Still an outpatient at the end", "Still in the unit at the end",
)  # fmt: skip
"""Ends of people whose way is not over when the run is."""
EARLY = ("Self-discharged", "Transferred to hospital", "Discharged by the unit")
"""Ends of stays that were not completed."""
NOWHERE = "Discharged"
"""Completed, where a scenario has no places to go to."""
TOO_RECENT = "Left less than 30 days before the end"
NOT_WELL = ("Admitted here again", "Returned to use")
"""Where people are a month after leaving who are not where one would wish."""
A_MONTH_LATER = (TOO_RECENT, *NOT_WELL, "In further care", "Not in further care")
SMALL = 0.01
"""Share of the people referred below which a station is put together with others."""
LINE_LENGTH = 18
"""Letters of a station's label that stand beside each other."""
LINK_COLOUR = "rgba(111,123,136,0.38)"
LOST_COLOUR = "rgba(213,94,0,0.42)"
OTHERS = "Others"
EDGE_PX = 28
NODE, LABEL = 0.07, 0.8
"""Breadth of a station and of its label, where one column is 1 from the next."""


def mean_flows(flows: pd.DataFrame, scenario: str) -> pd.DataFrame:
    """Mean people of one scenario from `source` to `target`, with its 95 % interval; a move unseen in one run is zero.

    Columns source, target, people, low, high, in order of first appearance.
    """
    own, ends = flows[flows["scenario"] == scenario], ["source", "target"]
    steps = own[ends].drop_duplicates().merge(own[["replication"]].drop_duplicates(), how="cross")
    seen = own.groupby([*ends, "replication"], sort=False)["count"].sum().rename("people").reset_index()
    runs = steps.merge(seen, how="left").fillna({"people": 0})
    table = mean_interval(runs, ends, "people", AMOUNT).rename(columns={"mean": "people"}).drop(columns="n")
    return table[table["people"] > 0]


def whole_way(flows: pd.DataFrame, month_after: pd.DataFrame) -> pd.DataFrame:
    """flows.csv and month_after.csv as one: from referral, through the stay and how it ended, to a month after it.

    Both follow the people referred in the window to the end of the run, so that whoever comes to a station goes on from
    it or is still there. Between admission and the places that take people stands "Completed".
    """
    out = (flows["source"] == ADMITTED) & ~flows["target"].isin([*EARLY, NOWHERE, *UNDER_WAY])
    sums = flows[out].groupby(["scenario", "replication"], sort=False)["count"].sum().reset_index()
    done = sums.assign(source=ADMITTED, target=COMPLETED)
    return pd.concat([flows[~out], done, flows[out].assign(source=COMPLETED), month_after], ignore_index=True)


def before_admission(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of `mean_flows` whose target is an end other than admission; those still under way are not at an end."""
    inside, grown = {ADMITTED}, True
    while grown:
        further = set(table.loc[table["source"].isin(inside), "target"]) - inside
        inside, grown = inside | further, bool(further)
    ends = ~table["target"].isin({*table["source"], *UNDER_WAY})
    return table[ends & ~table["source"].isin(inside)]


def drawn(table: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """Rows of `mean_flows` as the diagram has them, and the small stations that it puts together, largest first.

    It begins with everybody referred, whether for the first time or not.
    """
    steps = table[table["target"] != REFERRED]
    referred = steps.loc[~steps["source"].isin(set(steps["target"])), "people"].sum()
    return without_small(steps, unwished(table), SMALL * referred)


def unwished(table: pd.DataFrame) -> set[str]:
    """Stations at which one would rather not have people."""
    return {*before_admission(table)["target"], *EARLY, *NOT_WELL}


def sankey(table: pd.DataFrame) -> go.Figure | None:
    """Where people go, step by step, as a Sankey diagram; orange is not admitted, not completed, or not well after it.

    `table` is that of `mean_flows`, of the whole way or of a part of it: source, target, people, low, high. Stations of
    hardly anybody are put together as "Others".

    >>> from reports.figures.flow import mean_flows, whole_way
    >>> study = reports.example()
    >>> frame = mean_flows(whole_way(study.frame("flows"), study.frame("month_after")), "as-it-is")
    >>> fig = figures.sankey(frame)
    >>> fig.layout.annotations[0].text.startswith("Referred")
    True
    """
    steps, together = drawn(table)
    if steps.empty:
        return None
    lost = unwished(table)
    labels = {node: _label(OTHERS if node in together else node, count) for node, count in people_at(steps).items()}
    at = stations(steps, lost, {node: label.count("<br>") + 1 for node, label in labels.items()})
    height = max(station.bottom_px for station in at.values())
    last = max(station.column for station in at.values())
    fig = theme.figure(round(height) + 2 * EDGE_PX, hovermode="closest", showlegend=False)
    fig.update_layout(margin={"t": EDGE_PX, "b": EDGE_PX, "l": 0, "r": 0})
    fig.update_xaxes(visible=False, range=[-NODE, last + LABEL], fixedrange=True)
    fig.update_yaxes(visible=False, range=[height, 0], fixedrange=True)
    _draw_ribbons(fig, ribbons(steps, at), at, lost, labels)
    _draw_stations(fig, at, lost, labels)
    return fig


def _draw_ribbons(
    fig: go.Figure, each: Sequence[Ribbon], at: Mapping[str, Station], lost: Collection[str], labels: Mapping[str, str]
) -> None:
    """Curves that leave and arrive level; what they are is told at their middle."""
    starts = [at[ribbon.source].column + NODE / 2 for ribbon in each]
    ends = [at[ribbon.target].column - NODE / 2 for ribbon in each]
    # All at once: Plotly copies every shape that it has for each one that is added.
    fig.layout.shapes = [
        {
            "type": "path", "path": _path(ribbon, x0, x1), "line": {"width": 0}, "layer": "below",
            "fillcolor": LOST_COLOUR if ribbon.target in lost else LINK_COLOUR,
        }
        for ribbon, x0, x1 in zip(each, starts, ends, strict=True)
    ]  # fmt: skip
    fig.add_scatter(
        x=[(x0 + x1) / 2 for x0, x1 in zip(starts, ends, strict=True)],
        y=[(ribbon.from_px + ribbon.to_px + ribbon.width_px) / 2 for ribbon in each],
        mode="markers", marker={"opacity": 0, "size": 12}, hovertemplate="%{hovertext} people<extra></extra>",
        hovertext=[f"{labels[each.source]} → {labels[each.target]}: {each.people:,.0f}" for each in each],
    )  # fmt: skip


def _path(ribbon: Ribbon, x0: float, x1: float) -> str:
    middle, y0, y1, width = (x0 + x1) / 2, ribbon.from_px, ribbon.to_px, ribbon.width_px
    return (
        f"M{x0},{y0:.2f}C{middle},{y0:.2f} {middle},{y1:.2f} {x1},{y1:.2f}L{x1},{y1 + width:.2f}"
        f"C{middle},{y1 + width:.2f} {middle},{y0 + width:.2f} {x0},{y0 + width:.2f}Z"
    )


def _draw_stations(fig: go.Figure, at: Mapping[str, Station], lost: Collection[str], labels: Mapping[str, str]) -> None:
    fig.add_bar(
        x=[station.column for station in at.values()], base=[station.top_px for station in at.values()],
        y=[station.bottom_px - station.top_px for station in at.values()], width=NODE,
        marker={"color": [theme.COLOURS[2 if node in lost else 0] for node in at], "line": {"width": 0}},
        hovertext=[labels[node] for node in at], hovertemplate="%{hovertext} people<extra></extra>",
    )  # fmt: skip
    fig.layout.annotations = [
        {
            "text": labels[node], "x": station.column + NODE / 2, "y": station.middle_px, "xshift": 2,
            "xanchor": "left", "yanchor": "middle", "align": "left", "showarrow": False,
            "font": {"size": 12, "shadow": "auto"},
        }
        for node, station in at.items()
    ]  # fmt: skip


def _label(station: str, people: float) -> str:
    """In lines short enough to leave its neighbours readable."""
    return theme.on_lines(f"{short(station, NAME_LENGTH)} {people:,.0f}", LINE_LENGTH, 2 * NAME_LENGTH)
