"""Saved results for people who work in Python: their tables as data frames, and the names that figures need."""

from functools import cache
from pathlib import Path

from reports.study import Study
from sim.experiments.results_reader import read_results

SHIPPED = Path(__file__).with_name("gallery") / "sample"


def load(folder: str | Path) -> Study:
    """The results in a folder that `run` or `compare` wrote.

    `.frame(name)` is one table, with the columns of its CSV file; `.names` maps the id of each scenario to its name,
    the base first; `.measures` and `.headline` say what is measured, in what unit; `.days` is the length of the
    measured time. Raises ResultsError, with one sentence, when the folder is unfinished, damaged or changed.

    >>> study = load(SHIPPED)
    >>> study.frame("daily").columns[:4].to_list()
    ['scenario', 'replication', 'day', 'occupied']
    >>> study.headline[0].label, study.headline[0].unit
    ('Wait to admission, mean', 'h')
    """
    return Study(read_results(Path(folder)))


@cache
def example() -> Study:
    """Small results to try figures on: a unit as it is, with one more night nurse, and forty beds on a tight roster.

    They were made by `detox-sim compare`. Four weeks and four replications are far too few to decide anything by.
    Everybody who asks gets the same tables: copy what you want to change.

    >>> list(example().names.values())
    ['Unit as it is', 'One more night nurse', 'Forty beds on a tight roster']
    """
    return load(SHIPPED)
