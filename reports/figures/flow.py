"""Where people go, from referral to what follows the stay."""

import pandas as pd
import plotly.graph_objects as go

from reports import theme

LINK_COLOUR = "rgba(111,123,136,0.38)"
LOST_COLOUR = "rgba(213,94,0,0.42)"


def mean_flows(flows: pd.DataFrame, scenario: str) -> pd.DataFrame:
    """Mean people of one scenario from `source` to `target` over replications; a move unseen in one counts zero."""
    own = flows[flows["scenario"] == scenario]
    runs = max(1, own["replication"].nunique())
    totals = own.groupby(["source", "target"], sort=False)["count"].sum() / runs
    return totals[totals > 0].rename("people").reset_index()


def before_admission(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of `mean_flows` whose target is an end that comes before admission."""
    inside, grown = {"Admitted"}, True
    while grown:
        further = set(table.loc[table["source"].isin(inside), "target"]) - inside
        inside, grown = inside | further, bool(further)
    ends = ~table["target"].isin(set(table["source"]))
    return table[ends & ~table["source"].isin(inside)]


def sankey(table: pd.DataFrame) -> go.Figure | None:
    """Sankey diagram of `mean_flows`; people lost before admission are orange."""
    if table.empty:
        return None
    nodes = list(dict.fromkeys([*table["source"], *table["target"]]))
    arriving = table.groupby("target")["people"].sum()
    leaving = table.groupby("source")["people"].sum()
    people = [max(arriving.get(node, 0.0), leaving.get(node, 0.0)) for node in nodes]
    lost = set(before_admission(table)["target"])
    place = {node: number for number, node in enumerate(nodes)}
    fig = theme.figure(460)
    fig.add_sankey(
        arrangement="snap",
        node={
            "label": [f"{theme.plain(node)} {count:,.0f}" for node, count in zip(nodes, people, strict=True)],
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
