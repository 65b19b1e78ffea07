"""`detox-sim warm-up`: how long the warm-up of a scenario should be."""

from sim.cli.asked import RESULTS, Asked
from sim.cli.options import Changes, File, Quiet, Replications, ResultsIn, Seed, Workers


def warm_up(
    file: File,
    changes: Changes = None,
    replications: Replications = None,
    seed: Seed = None,
    workers: Workers = None,
    out: ResultsIn = RESULTS,
    quiet: Quiet = False,
) -> None:
    """Say how long the warm-up should be, by MSER-5 and Welch's figure.

    Runs the scenario as it is and looks at daily series from its first day. Writes a table and a page.

    Example: `detox-sim warm-up baseline`
    """
    from sim.cli.warm_up_study import warm_up_study

    warm_up_study(Asked("warm-up", [file], changes, replications, seed, workers, out, events=False, quiet=quiet))
