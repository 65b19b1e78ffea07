"""How stays end and how long they last. A stay counts in the window in which it ends."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, quantile, share_pct
from sim.vocabulary import Event, Level

measure = partial(declare, group="outcome")

ENDED = "stays that ended in the window"


@measure(
    "Self-discharge (against medical advice)",
    "%",
    f"Share of {ENDED}.",
    kind="per patient",
    better="lower",
    headline=True,
)
def self_discharge_pct(seen: Seen) -> float:
    return share_pct(~np.isnan(seen.time_of(Event.SELF_DISCHARGED)), seen.ended)


@measure(
    "Self-discharge in the first 24 h",
    "%",
    f"Share of {ENDED} by self-discharge less than 24 h after admission.",
    kind="per patient",
    better="lower",
)
def self_discharge_24h_pct(seen: Seen) -> float:
    return share_pct(~np.isnan(seen.time_of(Event.SELF_DISCHARGED)) & (seen.stay_h < 24), seen.ended)


@measure(
    "Completed stays",
    "people a year",
    "Stays that ended in the window by discharge when medically ready, as a yearly rate.",
    kind="count",
    better="higher",
    headline=True,
)
def completed_per_year(seen: Seen) -> float:
    return seen.window.per_year(int(np.count_nonzero(seen.window.holds(seen.time_of(Event.DISCHARGED)))))


@measure("Completed", "%", f"Share of {ENDED} by discharge when medically ready.", kind="per patient", better="higher")
def completed_pct(seen: Seen) -> float:
    return share_pct(~np.isnan(seen.time_of(Event.DISCHARGED)), seen.ended)


@measure("Stay, mean", "h", f"Hours from admission to leaving; all {ENDED}.", kind="per patient")
def stay_mean_h(seen: Seen) -> float:
    return mean(seen.stay_h[seen.ended])


@measure("Stay, median", "h", f"Hours from admission to leaving; all {ENDED}.", kind="per patient", headline=True)
def stay_median_h(seen: Seen) -> float:
    return quantile(seen.stay_h[seen.ended], 0.5)


@measure("Stay, 90th percentile", "h", f"Hours from admission to leaving; all {ENDED}.", kind="per patient")
def stay_p90_h(seen: Seen) -> float:
    return quantile(seen.stay_h[seen.ended], 0.9)


@measure(
    "Stay of those who complete, median",
    "h",
    f"Hours from admission to leaving; {ENDED} by discharge when medically ready.",
    kind="per patient",
)
def stay_completed_median_h(seen: Seen) -> float:
    return quantile(seen.stay_h[seen.window.holds(seen.time_of(Event.DISCHARGED))], 0.5)


@measure(
    "Still in a bed at the end",
    "people",
    "People in a detox bed when the run ends; they are in no stay above.",
    kind="count",
)
def in_bed_at_end(seen: Seen) -> float:
    return float(seen.steps(Level.OCCUPIED).value[-1])
