"""`detox-sim run`: one scenario."""

from sim.cli.asked import RESULTS, Asked
from sim.cli.options import Changes, File, KeepEvents, Quiet, Replications, ResultsIn, Seed, Workers


def run(
    file: File,
    changes: Changes = None,
    replications: Replications = None,
    seed: Seed = None,
    workers: Workers = None,
    out: ResultsIn = RESULTS,
    events: KeepEvents = False,
    quiet: Quiet = False,
) -> None:
    """Run one scenario: results folder, report and summary.

    Example: `detox-sim run baseline --set unit.beds=26`
    """
    from sim.cli.study import study

    study(Asked("run", [file], changes, replications, seed, workers, out, events, quiet))
