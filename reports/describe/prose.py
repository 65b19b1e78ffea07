"""Markdown as HTML. Text of an author comes escaped, and HTML inside Markdown is shown, never obeyed."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup

from reports.words import glued


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).disable("image")
    reader.add_render_rule("text", _words)
    reader.add_render_rule("code_inline", _code)
    return reader


def _words(_: object, tokens: Sequence[Token], place: int, *__: Any) -> str:
    """Words, and not code, which is copied: each number is kept on the line of its unit."""
    return escapeHtml(glued(tokens[place].content))


def _code(_: object, tokens: Sequence[Token], place: int, *__: Any) -> str:
    """A long name breaks between its parts, where it must."""
    name = escapeHtml(tokens[place].content)
    return f"<code>{name.replace('.', '.<wbr>').replace('_', '_<wbr>')}</code>"


def prose(text: str) -> Markup:
    """Paragraphs, lists and headings."""
    return Markup(_reader().render(text))  # noqa: S704 - the reader escapes whatever is not Markdown


def inline(text: str) -> Markup:
    """One line, without a paragraph around it."""
    return Markup(_reader().renderInline(text))  # noqa: S704 - the reader escapes whatever is not Markdown
