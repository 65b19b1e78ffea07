"""The month after the stay: from each way of leaving to what has become of people 30 days later."""

import numpy as np
import pandas as pd

from sim.measures.flows import A_MONTH_LATER, BACK, IN_CARE, TOO_RECENT, USING, followed, ways_out
from sim.measures.seen import Seen
from sim.vocabulary import Event

DAYS = 30
COLUMNS = ["source", "target", "count"]


def month_after(seen: Seen) -> pd.DataFrame:
    """Columns source, target, count, of the people of `flows` who have left a bed; moves nobody made are left out.

    The first that holds of each, within 30 days of leaving: admitted here again; returned to use; linked to further
    care; nothing of these. It is all unknown of those who left less than 30 days before the end of the run, and
    there is no table without `transition` or `afterwards`, where nothing is known of anybody.
    """
    scenario, within_h = seen.scenario, seen.left_h + 24.0 * DAYS
    if scenario.transition is None and scenario.afterwards is None:
        return pd.DataFrame(columns=COLUMNS)
    holds = {
        TOO_RECENT: within_h > seen.window.end_h,
        BACK: seen.next_admitted_h <= within_h,
        USING: seen.time_of(Event.RETURNED_TO_USE) <= within_h,
        IN_CARE: seen.time_of(Event.LINKED) <= within_h,
    }
    group = followed(seen)
    became = np.select(list(holds.values()), range(len(holds)), len(holds))
    rows = [
        (way, state, int(np.count_nonzero(group & went & (became == number))))
        for way, went in ways_out(seen)
        for number, state in enumerate(A_MONTH_LATER)
    ]
    return pd.DataFrame([row for row in rows if row[-1]], columns=COLUMNS)
