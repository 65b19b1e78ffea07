"""`detox-sim compare`: several scenarios against the first."""

import typer

from sim.cli.asked import RESULTS, Asked
from sim.cli.options import (
    AllPairs,
    Changes,
    Correction,
    Files,
    KeepEvents,
    Matters,
    Most,
    Precisely,
    Quiet,
    Replications,
    ResultsIn,
    Seed,
    Workers,
)


def compare(
    files: Files,
    changes: Changes = None,
    replications: Replications = None,
    seed: Seed = None,
    workers: Workers = None,
    out: ResultsIn = RESULTS,
    precision: Precisely = None,
    most: Most = None,
    correction: Correction = None,
    all_pairs: AllPairs = False,
    matters: Matters = None,
    events: KeepEvents = False,
    quiet: Quiet = False,
) -> None:
    """Compare scenarios with the first one, by paired differences.

    Writes results and a report, and sums up. --set changes all of them. With several alternatives, intervals are
    widened so that all differences of a measure hold at once, unless --correction is none. With --precision,
    --replications is where it starts.

    Example: `detox-sim compare baseline two-more-beds one-more-night-nurse`
    """
    from sim.cli.study import study

    if len(files) < 2:
        raise typer.BadParameter("two scenarios or more are compared; for one, use run.", param_hint="FILE...")
    study(
        Asked(
            "compare", files, changes, replications, seed, workers, out, events, quiet,
            precision, most, correction, all_pairs, matters,
        )
    )  # fmt: skip
