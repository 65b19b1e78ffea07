"""Every kind of task for one person: how many came on time, late and never."""

import numpy as np
import pandas as pd

from sim.measures.punctuality import fates
from sim.measures.seen import Seen
from sim.vocabulary import Work

COLUMNS = ["task", "fate", "count"]


def tasks_due(seen: Seen) -> pd.DataFrame:
    """Columns task, fate ("on time", "late", "missed"), count, of tasks that fell due in the window.

    On time, late and missed are as for checks, with each task's own grace. Only tasks of the scenario that are
    done for one person and fell due at least once.
    """
    rows = [
        (work.name.lower().replace("_", " "), fate, int(np.count_nonzero(tasks)))
        for work in Work
        if seen.scenario.tasks.of(work) is not None
        for fate, tasks in fates(seen, work).items()
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table[table.groupby("task")["count"].transform("sum") > 0].reset_index(drop=True)
