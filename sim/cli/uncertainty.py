"""`detox-sim uncertainty`: what not knowing the parameters leaves of an answer."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.asked import RESULTS
from sim.cli.options import FLAG, Changes, Cluster, File, Quiet, ResultsIn, Seed, Workers

DRAWS, REPLICATIONS = 60, 3
LEAST_DRAWS = 10

Alternative = Annotated[
    Path | None,
    typer.Argument(metavar="ALTERNATIVE", help="Scenario to decide about; every draw is applied to both.",
                   show_default=False),
]  # fmt: skip


def _number(given: str | int, least: int, most: int, why: str) -> int:
    """A whole number between both; the default is one already. Raises BadParameter with one sentence."""
    word = str(given)
    number = int(word) if word.isascii() and word.isdecimal() and len(word) <= len(str(most)) else 0
    if not least <= number <= most:
        raise typer.BadParameter(f"'{word}': a whole number from {least} to {most:,} is accepted; {why}.")
    return number


def _draws(given: str | int) -> int:
    return _number(given, LEAST_DRAWS, 10_000, "with fewer draws nothing can be told from chance")


def _replications(given: str | int) -> int:
    return _number(given, 2, 1_000, "one alone does not show what chance does")


Draws = Annotated[int, typer.Option(metavar="N", parser=_draws, help="Draws of the parameters.")]
Replications = Annotated[int, typer.Option(metavar="N", parser=_replications, help="Of each draw.")]
Only = Annotated[
    str, typer.Option(metavar="PATTERN", help="Draw these alone, such as 'leaving.*'.", show_default=False)
]
Published = Annotated[bool, typer.Option("--published", metavar=FLAG, help="Only those with a published interval.")]
Measures = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="NAME", help="Look at this instead. Repeatable.", show_default=False),
]


def uncertainty(
    file: File,
    alternative: Alternative = None,
    draws: Draws = DRAWS,
    replications: Replications = REPLICATIONS,
    only: Only = "*",
    published: Published = False,
    measures: Measures = None,
    changes: Changes = None,
    seed: Seed = None,
    workers: Workers = None,
    cluster: Cluster = None,
    out: ResultsIn = RESULTS,
    quiet: Quiet = False,
) -> None:
    """Draw the parameters from what is published about them, and say what is left of the answer.

    Tells what we do not know from what is chance, how likely the alternative is better, and which unknown matters most.
    Without a published interval a parameter goes from a quarter less to a quarter more. The same command again goes on
    from where it stopped.

    Example: `detox-sim uncertainty baseline two-more-beds --published`
    """
    from sim.cli.uncertainty_study import UncertaintyAsked, uncertainty_study
    from sim.experiments.driving import Hands
    from sim.experiments.uncertainty.study import Asked

    files = [file] if alternative is None else [file, alternative]
    hands = Hands(workers or 0, cluster)
    asked = Asked(draws, only, published, measures or [])
    uncertainty_study(UncertaintyAsked(files, asked, changes, replications, seed, hands, out, quiet))
