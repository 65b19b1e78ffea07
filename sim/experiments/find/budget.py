"""How much a search may spend: replications, and time on the clock.

Only where the clock stops a search depends on time. How far it came is counted in replications, so that the same count
without a clock gives the same result.
"""

import re
import time
from dataclasses import dataclass, field
from math import ceil

from sim.scenario.values.hours import duration as hours_of

TIME = re.compile(r"([0-9]+(?:\.[0-9]+)?) *s(?:econds?)?")
COUNT = re.compile(r"([0-9]{1,9}) *replications?")


@dataclass(frozen=True)
class Budget:
    """What one call of the command may spend, beside what earlier ones have; None where nothing was said."""

    seconds: float | None = None
    replications: int | None = None


def read_budget(text: str) -> Budget:
    """`10 min`, `10min`, `30 s`, `2 h` or `700 replications`. Raises ValueError with what would be accepted."""
    said = text.strip()
    count, seconds = COUNT.fullmatch(said), TIME.fullmatch(said)
    if count:
        budget = Budget(replications=int(count[1]))
    elif seconds:
        budget = Budget(seconds=float(seconds[1]))
    else:
        try:
            budget = Budget(seconds=hours_of(said) * 3600)
        except ValueError:
            raise ValueError(
                "a time such as 10min or 2 h, or a number such as '700 replications', is accepted"
            ) from None
    if not (budget.seconds or budget.replications):
        raise ValueError("more than nothing is accepted, such as 10min")
    return budget


def duration(seconds: float) -> str:
    """A time in the unit a reader would choose."""
    sizes = ((3600.0, "h", 1.5), (60.0, "min", 1.5), (1.0, "s", 1.0), (0.001, "ms", 0.0))
    size, unit = next((size, unit) for size, unit, least in sizes if seconds >= least * size)
    count = seconds / size
    return f"{count:.2g} {unit}" if count < 10 else f"{count:.0f} {unit}"


def budget_of(seconds: float) -> str:
    """A time, as --budget takes it, that is no shorter."""
    minutes = ceil(seconds / 60)
    return f"{minutes}min" if minutes <= 120 else f"{ceil(minutes / 60)}h"


@dataclass
class Clock:
    """Time since the search began, and how long a replication takes with all workers at work."""

    seconds: float | None
    """Allowed; None without a limit."""
    replication_s: float | None = None
    """As an earlier part of the same search found it, until this one knows better."""
    _began_s: float = field(default_factory=time.monotonic)
    _run_s: float = 0.0
    _ran: int = 0
    _call_s: float = 0.0
    _stored: int | None = None

    @property
    def elapsed_s(self) -> float:
        """Since the search began."""
        return time.monotonic() - self._began_s

    def begin(self) -> None:
        """A batch of replications begins."""
        self._call_s, self._stored = time.monotonic(), None

    def tell(self, done: int, _total: int) -> None:
        """What the driver tells while a batch runs; the first thing is how many of it were stored already."""
        if self._stored is None:
            self._stored = done

    def end(self, total: int) -> None:
        """The batch, of so many replications, is done."""
        ran = total - (self._stored or 0)
        if ran > 0:
            self._run_s += time.monotonic() - self._call_s
            self._ran += ran
            self.replication_s = self._run_s / self._ran

    def holds(self, replications: int) -> bool:
        """Whether so many more replications fit into what is left."""
        if self.seconds is None:
            return True
        return self.elapsed_s + replications * (self.replication_s or 0.0) <= self.seconds

    def affordable(self) -> int:
        """Replications that fit into what is left; only with a limit, and when a replication has been timed."""
        if self.seconds is None or not self.replication_s:
            raise ValueError("a clock without a limit, or one that has timed nothing, does not know")
        return max(int((self.seconds - self.elapsed_s) / self.replication_s), 0)
