"""`detox-sim run`: one scenario."""

from sim.cli.asked import RESULTS, Asked
from sim.cli.options import Changes, File, KeepEvents, Most, Precisely, Quiet, Replications, ResultsIn, Seed, Workers


def run(
    file: File,
    changes: Changes = None,
    replications: Replications = None,
    seed: Seed = None,
    workers: Workers = None,
    out: ResultsIn = RESULTS,
    precision: Precisely = None,
    most: Most = None,
    events: KeepEvents = False,
    quiet: Quiet = False,
) -> None:
    """Run one scenario: results folder, report and summary.

    With --precision replications are added, five or more at a time, until they are enough; --replications is then
    where that starts.

    Example: `detox-sim run baseline --set unit.beds=26`
    """
    from sim.cli.study import study

    study(Asked("run", [file], changes, replications, seed, workers, out, events, quiet, precision, most))
