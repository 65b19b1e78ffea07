"""Waits as percentiles: for a bed, for each first contact, and the lateness of doses."""

import numpy as np
import pandas as pd

from sim.measures.care import first_dose_h, since_admission_h
from sim.measures.punctuality import lateness_h
from sim.measures.seen import Seen
from sim.vocabulary import Event, Work

PERCENTILES = np.arange(5, 100, 5)


def waits(seen: Seen) -> pd.DataFrame:
    """Columns what, percentile (5, 10 ... 95), hours; waits that nobody had are left out."""
    admitted_h = seen.time_of(Event.ADMITTED)
    hours = {
        "bed": (admitted_h - seen.time_of(Event.LISTED))[seen.window.holds(admitted_h)],
        "nursing assessment": since_admission_h(seen, seen.start_of(Work.NURSING_ASSESSMENT)),
        "prescriber": since_admission_h(seen, seen.start_of(Work.HISTORY_AND_PHYSICAL)),
        "first dose": since_admission_h(seen, first_dose_h(seen)),
        "dose lateness": lateness_h(seen, Work.DOSE),
    }
    tables = [
        pd.DataFrame({"what": what, "percentile": PERCENTILES, "hours": np.quantile(known, PERCENTILES / 100)})
        for what, waited in hours.items()
        if (known := waited[~np.isnan(waited)]).size
    ]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=["what", "percentile", "hours"])
