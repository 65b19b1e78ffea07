"""When outcomes go to the store: often enough that little can be lost, seldom enough that it costs little."""

import time

from sim.experiments.driving.outcome import Failed, Outcome
from sim.experiments.driving.store import Store

EVERY_S = 0.2
LONGEST_S = 5.0
SHARE = 20
"""A disk far away takes long to answer; waiting for it takes one part in so many of the time."""


class Keeping:
    """Outcomes on their way to the store."""

    def __init__(self, store: Store):
        self._store = store
        self._coming: dict[str, Outcome] = {}
        self._passing: dict[str, Outcome] = {}
        self._every_s, self._last_s = EVERY_S, time.monotonic()

    def held(self, keys: dict[str, int]) -> dict[str, Outcome]:
        """What is known of these jobs; of failures that may pass, those seen since the driver started."""
        return self._store.held(keys) | {key: self._passing[key] for key in keys if key in self._passing}

    def add(self, key: str, outcome: Outcome) -> None:
        """Take an outcome, which is not safe yet."""
        self._coming[key] = outcome

    def keep_when_due(self) -> dict[str, Outcome]:
        """What has become safe, if it was time for it."""
        return self.keep() if time.monotonic() - self._last_s >= self._every_s else {}

    def keep(self) -> dict[str, Outcome]:
        """What has become safe: all that was added since the last time. Raises what the store raises."""
        began_s, safe = time.monotonic(), self._coming
        passing = {key: outcome for key, outcome in safe.items() if isinstance(outcome, Failed) and not outcome.lasting}
        if len(safe) > len(passing):
            self._store.keep({key: outcome for key, outcome in safe.items() if key not in passing})
        self._passing |= passing
        self._coming, self._last_s = {}, time.monotonic()
        self._every_s = min(max(EVERY_S, SHARE * (self._last_s - began_s)), LONGEST_S)
        return safe
