"""The pathway in Mermaid's language, which code hosts draw."""

import re

from sim.describe.flow import Flow

MEANT_BY_MERMAID = re.compile(r"[^\w\s,.()/%+-]")


def mermaid(flow: Flow) -> str:
    """A fenced flowchart: its nodes, then its arrows."""
    nodes = [f'    {node.name}["{_plain(node.label)}"]' for node in flow.nodes]
    arrows = [f"    {arrow.start} -->|{arrow.words}| {arrow.end}" for arrow in flow.arrows]
    return "\n".join(["```mermaid", "flowchart TD", *nodes, *arrows, "```"])


def _plain(label: str) -> str:
    """A label without the characters that mean something to Mermaid or HTML."""
    return " ".join(MEANT_BY_MERMAID.sub(" ", label).split()) or "no name"
