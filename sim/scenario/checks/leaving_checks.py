"""Whose wish to leave is stronger or weaker?"""

from collections.abc import Iterator

from sim.scenario.checks.names import Cast, word_faults
from sim.scenario.checks.wrong import Wrong
from sim.scenario.withdrawal import Leaving


def leaving_word_faults(cast: Cast, leaving: Leaving | None) -> Iterator[Wrong]:
    """The words of the ratios."""
    for word in leaving.ratios if leaving else ():
        yield from word_faults(cast, ("leaving", "ratios", word), [word])
