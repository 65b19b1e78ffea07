"""How stays end. A stay counts in the window in which it ends."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import share_pct
from sim.measures.window import Bools
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
    return share_pct(ended_by(seen, Event.SELF_DISCHARGED), seen.ended)


@measure(
    "Self-discharge in the first 24 h",
    "%",
    f"Share of {ENDED} by self-discharge less than 24 h after admission.",
    kind="per patient",
    better="lower",
)
def self_discharge_24h_pct(seen: Seen) -> float:
    return share_pct(ended_by(seen, Event.SELF_DISCHARGED) & (seen.stay_h < 24), seen.ended)


@measure(
    "Completed stays",
    "people a year",
    "Stays that ended in the window by discharge when medically ready, as a yearly rate.",
    kind="count",
    better="higher",
    headline=True,
)
def completed_per_year(seen: Seen) -> float:
    return seen.window.per_year(int(np.count_nonzero(seen.ended & ended_by(seen, Event.DISCHARGED))))


@measure("Completed", "%", f"Share of {ENDED} by discharge when medically ready.", kind="per patient", better="higher")
def completed_pct(seen: Seen) -> float:
    return share_pct(ended_by(seen, Event.DISCHARGED), seen.ended)


@measure(
    "Transferred to hospital for good",
    "%",
    f"Share of {ENDED} in hospital; people who come back to their bed are not among them.",
    kind="per patient",
    better="lower",
    needs="hospital",
)
def transferred_pct(seen: Seen) -> float:
    return share_pct(ended_by(seen, Event.TRANSFERRED), seen.ended)


@measure(
    "Completed or transferred",
    "%",
    f"Share of {ENDED} by discharge when medically ready or in hospital: the person neither left nor was sent away.",
    kind="per patient",
    better="higher",
    needs="hospital",
)
def transferred_or_completed_pct(seen: Seen) -> float:
    return share_pct(ended_by(seen, Event.TRANSFERRED) | ended_by(seen, Event.DISCHARGED), seen.ended)


@measure(
    "Discharged by the unit against the person's wish",
    "%",
    f"Share of {ENDED}.",
    kind="per patient",
    better="lower",
    needs="discharge by the unit",
)
def facility_discharged_pct(seen: Seen) -> float:
    return share_pct(ended_by(seen, Event.FACILITY_DISCHARGED), seen.ended)


@measure(
    "Still in a bed at the end",
    "people",
    "People in a detox bed when the run ends; their stays are in no measure of ended stays.",
    kind="count",
)
def in_bed_at_end(seen: Seen) -> float:
    return float(seen.steps(Level.OCCUPIED).value[-1])


def ended_by(seen: Seen, event: Event) -> Bools:
    """Whose stay ended in this way, at whatever time."""
    return ~np.isnan(seen.time_of(event))
