"""Markdown as HTML. Text of an author comes escaped, and HTML inside Markdown is shown, never obeyed."""

from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable("image")


def prose(text: str) -> Markup:
    """Paragraphs, lists and headings."""
    return Markup(_reader().render(text))  # noqa: S704 - the reader escapes whatever is not Markdown


def inline(text: str) -> Markup:
    """One line, without a paragraph around it."""
    return Markup(_reader().renderInline(text))  # noqa: S704 - the reader escapes whatever is not Markdown
