"""What `sweep` does: read, run, keep, and sum up."""

from dataclasses import dataclass
from pathlib import Path

from sim.cli.indices_summary import print_indices
from sim.cli.progress import progress
from sim.cli.study import cores, refuse_a_place_that_cannot_hold_results
from sim.cli.sweep_summary import print_sweep
from sim.cli.terminal import complain, say, write
from sim.errors import IncompleteRun
from sim.experiments.driving import Hands, Shard
from sim.experiments.indices.saving import save_indices
from sim.experiments.sweep.facts import SweepFacts
from sim.experiments.sweep.place import check_goes_on, folder_of
from sim.experiments.sweep.reader import read_sweep
from sim.experiments.sweep.reading import read_sweep_file
from sim.experiments.sweep.running import run_shard, run_sweep
from sim.experiments.sweep.sweep import Sweep
from sim.experiments.sweep.telling import facts_of
from sim.scenario.finding import sweep_path
from sim.version import PROGRAM


@dataclass(frozen=True)
class AskedSweep:
    """The words of a command line. None means that the file, or the machine, decides."""

    file: Path
    replications: int | None
    workers: int | None
    cluster: str | None
    shard: Shard | None
    out: Path
    quiet: bool

    @property
    def hands(self) -> Hands:
        """Who does the work."""
        return Hands(self.workers or cores(), self.cluster)

    def line(self) -> list[str]:
        """The words that decide the results; who computes them, and where they go, does not matter."""
        words = [PROGRAM, "sweep", self.file.as_posix()]
        return [*words, "--replications", str(self.replications)] if self.replications else words


def sweep_study(asked: AskedSweep) -> None:
    """Carry out what was asked. Raises the faults of each step; until every point is valid nothing is written."""
    sweep = read_sweep_file(sweep_path(asked.file), asked.replications)
    refuse_a_place_that_cannot_hold_results(asked.out)
    folder, facts = folder_of(sweep.name, asked.out), facts_of(sweep, asked.line())
    changed = check_goes_on(folder, facts)
    if changed and not asked.quiet:
        complain(changed)
    try:
        if asked.shard:
            _shard(asked, asked.shard, sweep, facts, folder)
        else:
            _whole(asked, sweep, facts, folder)
    except KeyboardInterrupt:
        complain(f"{folder}: what is finished is kept here; the same command goes on with the rest.")
        raise


def _shard(asked: AskedSweep, shard: Shard, sweep: Sweep, facts: SweepFacts, folder: Path) -> None:
    with progress(asked.quiet) as tell:
        points = run_shard(sweep, facts, shard, asked.hands, folder, tell)
    if not asked.quiet:
        say(
            f"Part {shard.number} of {shard.of} is done: {points} of {len(sweep.to_run)} points. When all parts are, "
            "put their folders together and give the command without --shard: it takes what they hold, and writes "
            "the tables."
        )
    write(f"Results:  {folder}")


def _whole(asked: AskedSweep, sweep: Sweep, facts: SweepFacts, folder: Path) -> None:
    from reports.sweep import write_report

    with progress(asked.quiet) as tell:
        ran = run_sweep(sweep, facts, asked.hands, folder, tell)
    saved = read_sweep(folder)
    indices = save_indices(saved)
    if not asked.quiet:
        print_sweep(saved, ran.kept)
        print_indices(indices, saved.facts.measures)
    write(f"Report:   {write_report(folder)}")
    write(f"Results:  {folder}")
    if ran.facts.failed:
        raise IncompleteRun(
            f"{folder}: {ran.facts.failed} of {len(sweep.to_run)} points did not finish; failures.csv says why, and "
            "all else is saved. The same command tries again what may go better a second time."
        )
