"""The document as Markdown."""

from collections.abc import Iterable, Sequence

from sim.describe.blocks import Block, Grid
from sim.describe.document import SECTIONS, Document
from sim.describe.flow import Flow
from sim.describe.item import Item
from sim.describe.mermaid import mermaid
from sim.describe.words import bullets, escaped, paragraphs


def markdown(document: Document) -> str:
    """Head, checklist, and each item under its heading."""
    listed = Grid("Items", ("Item", "", "Status"), [(i.number, i.title, i.status.value) for i in document.items])
    sections = (_section(number, title, document.items) for number, title in SECTIONS.items())
    head = (f"# {escaped(document.name)}: the model in words", document.written, document.counted, listed)
    return rendered((*head, *sections)) + "\n"


def rendered(blocks: Iterable[Block]) -> str:
    """Blocks below each other."""
    return paragraphs(*map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Grid():
            return table(block.heads, block.rows)
        case Flow():
            steps = bullets(f"{escaped(label)}: {escaped(on)}" for label, on in block.in_words())
            return paragraphs(mermaid(block), "In words, the ways on from each box:", steps)
        case str():
            return block


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _section(number: str, title: str, items: Iterable[Item]) -> str:
    inside = (_item(item) for item in items if item.section == number)
    return paragraphs(f"## {number} {title}", *inside)


def _item(item: Item) -> str:
    head = f"### {item.number} {item.title}", f"*{item.status.value.capitalize()}*"
    return rendered((*head, *item.body))
