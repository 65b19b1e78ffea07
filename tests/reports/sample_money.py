"""The sample of results with costs and with what follows the stay."""

import pandas as pd

from sim.experiments.results_reader import SavedResults
from tests.reports import sample_stays
from tests.reports.sample import intervals, paired_differences


def with_money(saved: SavedResults) -> SavedResults:
    """The same results with costs and what follows the stay."""
    replications, ids = saved.manifest["replications"], [each["id"] for each in saved.manifest["scenarios"]]
    runs = sample_stays.further(ids, replications)
    further = {
        "runs": runs,
        "summary": intervals(runs, ["scenario", "measure"], "value"),
        "differences": paired_differences(runs, ids),
    }
    frames = {name: pd.concat([table, further.get(name)]) for name, table in saved.frames.items()}
    measures = [*saved.manifest["measures"], *sample_stays.further_measures()]
    return SavedResults(saved.folder, saved.manifest | {"measures": measures}, frames)
