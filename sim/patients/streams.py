"""Named streams of random ranks: one word per value, so that nothing drifts.

A stream depends on its key only. Two scenarios with the same seed therefore meet
the same people (common random numbers), and a new purpose disturbs no other.
"""

from copy import copy
from enum import IntEnum
from zlib import crc32

import numpy as np
from numpy.random import Generator, Philox, SeedSequence
from numpy.typing import NDArray

Ranks = NDArray[np.float64]


class Purpose(IntEnum):
    """What a stream is for. The numbers are part of every published seed: add, never renumber."""

    GAP = 1
    HEIGHT = 2
    PRIORITY = 3
    PROTOCOL = 4
    OPIOID = 5
    SCREENING = 6
    PATIENCE = 7
    NO_SHOW = 8
    TRAVEL = 9
    HOURS_SINCE_USE = 10
    ONSET = 11
    RISE = 12
    DECLINE = 13
    PEAK_SCORE = 14
    LEAVING = 15
    STAY = 16
    TURNOVER = 17
    WISH = 18
    PLACE_WAIT = 19
    STEP_DOWN_STAY = 20
    AGE = 21
    TRAIT = 22
    COMPLICATION = 23
    COMPLICATION_ENDS = 24
    FIRST_DOSE_BRINGS = 25
    HOSPITAL = 26
    FACILITY = 27
    PRONE = 28
    PRESSURE = 29
    OUTPATIENT = 30
    OUTPATIENT_LASTS = 31
    OUTPATIENT_COMPLETES = 32
    FUNDER_DELAY = 33
    SHOW = 34
    RETAINED = 35
    USES = 36
    COMES_BACK = 37
    COMES_BACK_AFTER = 38
    CENSUS_SOURCE = 39
    UNFILLED = 40
    SESSION = 41
    TASK = 1000  # plus the code of the kind of work


class Streams:
    """The streams of one group of people: one source, one band of its demand, one of their episodes."""

    def __init__(self, seed: int, replication: int, source: str, band: int):
        self._seed, self._episode = seed, 1
        self._key = (replication, crc32(source.encode()), band)

    def of_episode(self, episode: int) -> "Streams":
        """The same people's streams for another of their episodes."""
        other = copy(self)
        other._episode = episode
        return other

    def generator(self, purpose: int, *names: str) -> Generator:
        """Depends on seed, replication, source, band, purpose, names and episode, and on nothing else."""
        later = () if self._episode == 1 else (0, self._episode)
        words = tuple(crc32(name.encode()) for name in names)
        return Generator(Philox(SeedSequence(self._seed, spawn_key=(*self._key, purpose, *words, *later))))

    def ranks(self, purpose: int, people: int, *names: str) -> Ranks:
        """Uniform ranks in [0, 1), shape (people,); more people leave the first ones as they are."""
        return self.generator(purpose, *names).random(people)

    def repeated_ranks(self, purpose: int, people: int, repeats: int) -> Ranks:
        """Uniform ranks, shape (people, repeats): one row per person."""
        return self.generator(purpose).random((people, repeats))
