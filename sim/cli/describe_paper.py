"""From the document to the page that shows it."""

from reports import describe as page
from sim.describe.blocks import Block, Grid
from sim.describe.document import SECTIONS, Document
from sim.describe.flow import Flow
from sim.describe.item import Item


def paper(document: Document, command: str) -> page.Paper:
    """Everything in the document, in the page's terms."""
    return page.Paper(
        name=document.name,
        written=document.written,
        counts={status.value: count for status, count in document.counts.items()},
        sections={
            f"{number} {title}": [_item(item) for item in document.items if item.section == number]
            for number, title in SECTIONS.items()
        },
        command=command,
    )


def _item(item: Item) -> page.Item:
    return page.Item(item.number, item.title, item.status.value, [_part(block) for block in item.body])


def _part(block: Block) -> page.Part:
    match block:
        case Grid():
            return page.Grid(block.name, block.heads, block.rows, block.orders)
        case Flow():
            return page.Flow(
                nodes=[page.Node(node.name, node.label, node.lane.value) for node in block.nodes],
                arrows=[page.Arrow(arrow.start, arrow.words, arrow.end) for arrow in block.arrows],
                in_words=block.in_words(),
            )
        case str():
            return page.Text(block)
