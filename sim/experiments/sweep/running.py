"""Running a sweep: point after point, with what is finished kept as it comes; the same call again goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.experiments.driving import Drive, Hands, Outcome, Shard, driver, shard_store, take_shards
from sim.experiments.replication import Job
from sim.experiments.sweep.facts import SweepFacts
from sim.experiments.sweep.place import make, write, write_complete
from sim.experiments.sweep.point import Point
from sim.experiments.sweep.sweep import Sweep
from sim.experiments.sweep.tables import tables

STORE = "store.sqlite"
JOBS_AT_ONCE = 2_000
"""Jobs handed to the driver in one go: enough to keep a cluster busy, and no more than memory holds with ease."""

Tell = Callable[[int, int], None]
"""Told how many replications are done, and of how many."""


@dataclass(frozen=True)
class Ran:
    """A sweep of which every point has been tried."""

    facts: SweepFacts
    kept: int
    """Replications that were there already."""


def run_sweep(sweep: Sweep, facts: SweepFacts, hands: Hands, folder: Path, tell: Tell) -> Ran:
    """Run what neither the folder nor the stores of shards in it hold yet, and write the tables.

    The tables depend on the sweep only, not on `hands` or on how often it was stopped. Raises ResultsError when the
    folder cannot be written, and what the driver raises; what is finished is kept then.
    """
    make(folder)
    take_shards(folder / STORE)
    counted = _Counted(len(sweep.to_run) * sweep.replications, tell)
    with driver(hands, folder / STORE, counted) as drive, tables(folder, sweep.axes) as written:
        write(folder, facts)
        for points in _handfuls(sweep.points, sweep.replications):
            done = iter(_outcomes(sweep, points, drive))
            for point in points:
                if point.left_out:
                    written.left_out(point)
                else:
                    written.add(point, [next(done) for _ in range(sweep.replications)])
            counted.go_on()
    return Ran(write_complete(folder, facts, written.failed), counted.kept)


def run_shard(sweep: Sweep, facts: SweepFacts, shard: Shard, hands: Hands, folder: Path, tell: Tell) -> int:
    """Run every so many-th point, and keep what came of it for a run of the whole; returns how many points these are.

    Raises what the driver raises.
    """
    make(folder)
    part = shard.part(sweep.to_run)
    counted = _Counted(len(part) * sweep.replications, tell)
    with driver(hands, shard_store(folder / STORE, shard), counted) as drive:
        write(folder, facts)
        for points in _handfuls(part, sweep.replications):
            _outcomes(sweep, points, drive)
            counted.go_on()
    return len(part)


def _outcomes(sweep: Sweep, points: Sequence[Point], drive: Drive) -> list[Outcome]:
    """Of every replication of each of the points that are not left out, in their order."""
    jobs = [
        Job(f"point {point.number}", scenario, replication)
        for point in points
        if not point.left_out
        for scenario in [sweep.scenario(point)]
        for replication in range(sweep.replications)
    ]
    return drive(jobs) if jobs else []


def _handfuls(points: Sequence[Point], replications: int) -> Iterator[Sequence[Point]]:
    size = JOBS_AT_ONCE // replications + 1
    return (points[start : start + size] for start in range(0, len(points), size))


class _Counted:
    """Adds up what the driver tells of each handful."""

    def __init__(self, total: int, tell: Tell):
        self._total, self._tell = total, tell
        self._before = 0
        self._here: int | None = None
        self.kept = 0
        """What the driver said it had before it ran anything."""

    def __call__(self, done: int, _of: int) -> None:
        if self._here is None:
            self.kept += done
        self._here = done
        self._tell(self._before + done, self._total)

    def go_on(self) -> None:
        """The next handful begins."""
        self._before, self._here = self._before + (self._here or 0), None
