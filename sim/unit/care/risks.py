"""What may happen to a person at a rate: each happens when its cumulative hazard reaches the person's threshold."""

from collections.abc import Callable
from math import inf

Happens = Callable[[], None]


class Risk:
    """Something whose hazard changes. It is constant between two looks."""

    __slots__ = ("_rate_now", "_threshold", "added_up", "happens", "rate_per_h")

    def __init__(self, threshold: float, rate_now: Callable[[float], float], happens: Happens):
        self._threshold, self._rate_now, self.happens = threshold, rate_now, happens
        self.added_up = self.rate_per_h = 0.0

    def look(self, passed_h: float, now_h: float) -> float:
        """Add up what has passed and take the hazard anew. Returns when it happens if nothing changes."""
        self.added_up += self.rate_per_h * passed_h
        rate = self.rate_per_h = self._rate_now(now_h)
        if rate <= 0:
            return inf
        left = self._threshold - self.added_up
        return now_h + left / rate if left > 0 else now_h


class Risks:
    """All that may happen to one person, and what of it is next.

    A hazard that never changes is reached at a time that is known from the
    start, later by the time that the person was away.
    """

    def __init__(self, now_h: float):
        self._last_h = now_h
        self._changing: list[Risk] = []
        self._steady: dict[Happens, float] = {}
        self.next_h = inf
        self._next: Risk | Happens | None = None

    def add(self, risk: Risk) -> None:
        self._changing.append(risk)

    def add_steady(self, threshold: float, rate_per_h: float, happens: Happens) -> None:
        if rate_per_h > 0:
            self._steady[happens] = self._last_h + threshold / rate_per_h

    def take_next(self) -> Happens:
        """What is next; it does not happen again."""
        if isinstance(self._next, Risk):
            self._changing.remove(self._next)
            return self._next.happens
        if self._next is None:
            raise ValueError("nothing may happen")
        del self._steady[self._next]
        return self._next

    def skip_to(self, now_h: float) -> None:
        """The time since the last look does not count: the person was away."""
        away_h = now_h - self._last_h
        self._steady = {happens: time_h + away_h for happens, time_h in self._steady.items()}
        self._last_h = now_h

    def look(self, now_h: float) -> None:
        passed_h = now_h - self._last_h
        self._last_h = now_h
        self._next = min(self._steady, key=self._steady.__getitem__, default=None)
        self.next_h = inf if self._next is None else self._steady[self._next]
        for risk in self._changing:
            time_h = risk.look(passed_h, now_h)
            if time_h < self.next_h:
                self.next_h, self._next = time_h, risk
