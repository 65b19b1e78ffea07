"""How far a run is, on stderr: a bar on a terminal, elsewhere a plain line every few seconds."""

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sim.cli.terminal import complain, messages

EVERY_S = 5.0
WINDOW = 12
"""Lines over which the speed is taken: a minute."""

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
        self._lines: deque[tuple[float, int]] = deque(maxlen=WINDOW)
        """When each of the last lines was written, and what was done by then."""

    def __call__(self, done: int, total: int) -> None:
        now_s = time.monotonic()
        if now_s - self._last_s >= EVERY_S:
            self._last_s = now_s
            complain(f"{done} of {total} replications done{self._left(now_s, done, total)}")
            self._lines.append((now_s, done))

    def _left(self, now_s: float, done: int, total: int) -> str:
        """At the speed since a few lines ago; before the first, what was done at once would count as speed."""
        if not self._lines:
            return ""
        since_s, before = self._lines[0]
        if not before < done < total:
            return ""
        return f"; about {say_time((total - done) * (now_s - since_s) / (done - before))} left"


def say_time(seconds: float) -> str:
    """A length of time as one would say it."""
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    minutes = seconds / 60
    return f"{round(minutes)} min" if minutes < 90 else f"{round(minutes / 60)} h"
