"""How far a run is, on stderr: a bar on a terminal, elsewhere a plain line every few seconds."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sim.cli.terminal import complain, messages

EVERY_S = 5.0

Tell = Callable[[int, int], None]
"""Told how many replications are done, and of how many."""


@contextmanager
def progress(quiet: bool) -> Iterator[Tell]:
    """What to call after each replication while the work goes on."""
    if quiet:
        yield _nothing
    elif sys.stderr.isatty():
        with _bar() as tell:
            yield tell
    else:
        yield _Lines()


def _nothing(_done: int, _total: int) -> None:
    """Progress that nobody wants to see."""


@contextmanager
def _bar() -> Iterator[Tell]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Replications"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=messages(), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


class _Lines:
    """A line now and then, for a file or another program."""

    def __init__(self) -> None:
        self._last_s = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        now_s = time.monotonic()
        if now_s - self._last_s >= EVERY_S:
            self._last_s = now_s
            complain(f"{done} of {total} replications done")
