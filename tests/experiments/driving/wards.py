"""Jobs that take a fiftieth of a second each, and what must come of them."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sim.experiments.driving import Drive, Outcome
from sim.experiments.driving.outcome import outcome_of
from sim.experiments.replication import Job
from sim.scenario import Scenario
from tests.experiments.ward import plain


def ward(folder: Path, beds: int = 8) -> Scenario:
    """A week in a small ward."""
    return plain(folder, "run.length=1 week", f"unit.beds={beds}").scenario


def jobs(folder: Path, points: int, replications: int = 2) -> list[Job]:
    """Replications of wards with ever more beds."""
    wards = [ward(folder, beds) for beds in range(4, 4 + points)]
    return [Job(f"point {point}", each, number) for point, each in enumerate(wards) for number in range(replications)]


def plainly(plan: Sequence[Job]) -> list[Outcome]:
    """What comes of jobs that are simply run one after another."""
    return [outcome_of(job) for job in plan]


def same(found: Sequence[Outcome], expected: Sequence[Outcome]) -> bool:
    """To the last bit, where nan is the same as nan; the order of measures too."""
    return list(map(repr, found)) == list(map(repr, expected))


def kept(store: Path) -> int:
    """How many outcomes are on the disk."""
    with closing(sqlite3.connect(store)) as connection:
        (number,) = connection.execute("SELECT count(*) FROM outcomes").fetchone()
    return int(number)


def ran(drive: Drive, plan: Sequence[Job], expected: Sequence[Outcome]) -> bool:
    """Whether driving gives what is expected."""
    return same(drive(plan), expected)
