"""The front door: how many people are referred, and where screening sends them."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import share_pct
from sim.measures.window import Bools
from sim.vocabulary import Event

measure = partial(declare, group="access")

AGAIN = "who come back count each time"


@measure("Referrals", "people a year", f"People referred in the window, as a yearly rate; those {AGAIN}.", kind="count")
def referrals_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.window.holds(seen.time_of(Event.REFERRED)))


@measure("Lost at screening", "people a year", "People who could not be reached again, as a yearly rate.", kind="count")
def lost_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.window.holds(seen.time_of(Event.LOST)))


@measure(
    "Diverted at screening",
    "people a year",
    "People sent to outpatient or hospital care, as a yearly rate.",
    kind="count",
)
def diverted_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.window.holds(seen.time_of(Event.DIVERTED)))


@measure(
    "Diverted to outpatient withdrawal management",
    "people a year",
    "Those of the people diverted who have outpatient withdrawal management instead of a bed, as a yearly rate.",
    kind="count",
    needs="outpatient withdrawal",
)
def outpatient_per_year(seen: Seen) -> float:
    outpatient = seen.value_of(Event.DIVERTED) == 1
    return _per_year(seen, outpatient & seen.window.holds(seen.time_of(Event.DIVERTED)))


@measure(
    "Completed outpatient withdrawal management",
    "%",
    "Share of those whose outpatient withdrawal management ended in the window.",
    kind="per patient",
    better="higher",
    needs="outpatient withdrawal",
)
def outpatient_completed_pct(seen: Seen) -> float:
    return share_pct(
        seen.value_of(Event.OUTPATIENT_ENDED) == 1, seen.window.holds(seen.time_of(Event.OUTPATIENT_ENDED))
    )


@measure(
    "Admissions",
    "people a year",
    f"People admitted in the window, as a yearly rate; those {AGAIN}.",
    kind="count",
    better="higher",
)
def admissions_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.window.holds(seen.time_of(Event.ADMITTED)))


def _per_year(seen: Seen, people: Bools) -> float:
    return seen.window.per_year(int(np.count_nonzero(people)))
