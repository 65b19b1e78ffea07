"""Writing to the terminal: results to stdout, everything else to stderr."""

import sys
import textwrap
from shutil import get_terminal_size

import typer
from rich.console import Console

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal."""


def results() -> Console:
    """A console on stdout as it is now, so that a test can put another stream there."""
    return Console(file=sys.stdout, width=_width(), highlight=False, markup=False, emoji=False)


def messages() -> Console:
    """A console on stderr."""
    return Console(file=sys.stderr, width=_width(), highlight=False, markup=False, emoji=False)


def say(sentence: str) -> None:
    """A sentence of the answer, wrapped."""
    write(wrapped(sentence))


def write(line: str) -> None:
    """A line of the answer as it is, such as one with a path in it."""
    typer.echo(line)


def complain(sentence: str) -> None:
    """A sentence about something that is wrong; left whole for a file or another program, which look for lines."""
    typer.echo(wrapped(sentence) if sys.stderr.isatty() else sentence, err=True)


def wrapped(sentence: str, indent: int = 0) -> str:
    """As lines that fit the terminal, each with so many spaces before it."""
    space = " " * indent
    return textwrap.fill(
        sentence, _width(), initial_indent=space, subsequent_indent=space,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _width() -> int:
    return min(WIDEST, get_terminal_size().columns)
