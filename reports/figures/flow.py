"""Where people go, from referral to what follows the stay."""

import textwrap
from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from reports import theme
from reports.frames import mean_interval

UNDER_WAY = (
    "Not yet screened", "Still waiting or on the way", "Still an outpatient at the end", "Still in the unit at the end",
)  # fmt: skip
"""Ends of people whose way is not over when the run is."""
TOO_RECENT = "Left less than 30 days before the end"
NOT_WELL = ("Admitted here again", "Returned to use")
"""Where people are a month after leaving who are not where one would wish."""
LINE_LENGTH = 30
"""Letters of a node's label that stand beside each other."""
LINK_COLOUR = "rgba(111,123,136,0.38)"
LOST_COLOUR = "rgba(213,94,0,0.42)"


def mean_flows(flows: pd.DataFrame, scenario: str) -> pd.DataFrame:
    """Mean people of one scenario from `source` to `target`, with its 95 % interval; a move unseen in one run is zero.

    Columns source, target, people, low, high, in order of first appearance.
    """
    own, ends = flows[flows["scenario"] == scenario], ["source", "target"]
    steps = own[ends].drop_duplicates().merge(own[["replication"]].drop_duplicates(), how="cross")
    seen = own.groupby([*ends, "replication"], sort=False)["count"].sum().rename("people").reset_index()
    runs = steps.merge(seen, how="left").fillna({"people": 0})
    table = mean_interval(runs, ends, "people").rename(columns={"mean": "people"}).drop(columns="n")
    return table[table["people"] > 0]


def before_admission(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of `mean_flows` whose target is an end other than admission; those still under way are not at an end."""
    inside, grown = {"Admitted"}, True
    while grown:
        further = set(table.loc[table["source"].isin(inside), "target"]) - inside
        inside, grown = inside | further, bool(further)
    ends = ~table["target"].isin({*table["source"], *UNDER_WAY})
    return table[ends & ~table["source"].isin(inside)]


def month_after(flows: pd.DataFrame, scenario: str) -> pd.DataFrame:
    """`mean_flows` of month_after.csv: from each way of leaving to a month later, of those of whom that is known."""
    if flows.empty:
        return pd.DataFrame(columns=["source", "target", "people", "low", "high"])
    return mean_flows(flows[flows["target"] != TOO_RECENT], scenario)


def sankey(table: pd.DataFrame, lost: Collection[str] | None = None) -> go.Figure | None:
    """Where people go, step by step, as a Sankey diagram; orange are the ends in `lost`, or those before admission.

    `table` is that of `mean_flows`: source, target, people, low, high.

    >>> from reports.figures.flow import mean_flows
    >>> study = reports.example()
    >>> frame = mean_flows(study.frame("flows"), "as-it-is")
    >>> fig = figures.sankey(frame)
    >>> fig.data[0].node.label[0].startswith("Referred")
    True
    """
    if table.empty:
        return None
    if lost is None:
        lost = set(before_admission(table)["target"])
    nodes = list(dict.fromkeys([*table["source"], *table["target"]]))
    arriving = table.groupby("target")["people"].sum()
    leaving = table.groupby("source")["people"].sum()
    people = [max(arriving.get(node, 0.0), leaving.get(node, 0.0)) for node in nodes]
    place = {node: number for number, node in enumerate(nodes)}
    fig = theme.figure(460)
    fig.add_sankey(
        arrangement="snap",
        node={
            "label": [f"{_wrapped(node)} {count:,.0f}" for node, count in zip(nodes, people, strict=True)],
            "color": [theme.COLOURS[2] if node in lost else theme.COLOURS[0] for node in nodes],
            "pad": 22, "thickness": 12, "line": {"width": 0}, "hovertemplate": "%{label} people<extra></extra>",
        },
        link={
            "source": table["source"].map(place), "target": table["target"].map(place), "value": table["people"],
            "color": [LOST_COLOUR if target in lost else LINK_COLOUR for target in table["target"]],
            "hovertemplate": "%{source.label} → %{target.label}: %{value:,.0f} people<extra></extra>",
        },
    )  # fmt: skip
    return fig


def _wrapped(node: str) -> str:
    """A label in lines short enough to leave its neighbours readable."""
    return "<br>".join(theme.plain(line) for line in textwrap.wrap(node, LINE_LENGTH)) or theme.plain(node)
