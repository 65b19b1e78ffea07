"""Getting in: how long people wait, and who never comes in."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, quantile, share_pct
from sim.measures.window import Bools, Floats
from sim.vocabulary import Event

measure = partial(declare, group="access")

WAITED = "Hours from joining the waiting list to arriving in a bed, travel included; people admitted in the window."
LISTED = "people who joined the waiting list in the window"


@measure("Wait to admission, mean", "h", WAITED, kind="per patient", better="lower", headline=True)
def wait_mean_h(seen: Seen) -> float:
    return mean(_waits(seen))


@measure("Wait to admission, median", "h", WAITED, kind="per patient", better="lower")
def wait_median_h(seen: Seen) -> float:
    return quantile(_waits(seen), 0.5)


@measure("Wait to admission, 90th percentile", "h", WAITED, kind="per patient", better="lower")
def wait_p90_h(seen: Seen) -> float:
    return quantile(_waits(seen), 0.9)


ADMITTED_WITHIN = (
    "Share admitted within {0} of joining the waiting list, "
    "of all who joined it in the window at least {0} before its end."
)


@measure(
    "Admitted within 24 h",
    "%",
    ADMITTED_WITHIN.format("24 h"),
    kind="per patient",
    better="higher",
    headline=True,
)
def admitted_24h_pct(seen: Seen) -> float:
    return _admitted_within(seen, 24)


@measure("Admitted within 72 h", "%", ADMITTED_WITHIN.format("72 h"), kind="per patient", better="higher")
def admitted_72h_pct(seen: Seen) -> float:
    return _admitted_within(seen, 72)


@measure("Admitted within 7 days", "%", ADMITTED_WITHIN.format("7 days"), kind="per patient", better="higher")
def admitted_7d_pct(seen: Seen) -> float:
    return _admitted_within(seen, 168)


@measure(
    "Lost from the waiting list",
    "%",
    f"Share who gave up, were refused because the list was full or did not turn up, of {LISTED} and no longer wait.",
    kind="per patient",
    better="lower",
    headline=True,
)
def turned_away_pct(seen: Seen) -> float:
    return _of_answered(seen, Event.GAVE_UP, Event.REFUSED, Event.NO_SHOW)


@measure("Gave up waiting", "%", f"Share of {LISTED} and no longer wait.", kind="per patient", better="lower")
def gave_up_pct(seen: Seen) -> float:
    return _of_answered(seen, Event.GAVE_UP)


@measure("Refused, list full", "%", f"Share of {LISTED} and no longer wait.", kind="per patient", better="lower")
def refused_pct(seen: Seen) -> float:
    return _of_answered(seen, Event.REFUSED)


@measure(
    "Called but did not turn up", "%", f"Share of {LISTED} and no longer wait.", kind="per patient", better="lower"
)
def no_show_pct(seen: Seen) -> float:
    return _of_answered(seen, Event.NO_SHOW)


def _waits(seen: Seen) -> Floats:
    admitted_h = seen.time_of(Event.ADMITTED)
    return (admitted_h - seen.time_of(Event.LISTED))[seen.window.holds(admitted_h)]


def _admitted_within(seen: Seen, hours: float) -> float:
    listed_h = seen.time_of(Event.LISTED)
    seen_out: Bools = seen.window.holds(listed_h) & (listed_h + hours <= seen.window.end_h)
    return share_pct(seen.time_of(Event.ADMITTED) - listed_h <= hours, seen_out)


def _of_answered(seen: Seen, *events: Event) -> float:
    ends = (Event.ADMITTED, Event.GAVE_UP, Event.REFUSED, Event.NO_SHOW)
    answered = np.any([~np.isnan(seen.time_of(event)) for event in ends], axis=0)
    found = np.any([~np.isnan(seen.time_of(event)) for event in events], axis=0)
    return share_pct(found, answered & seen.window.holds(seen.time_of(Event.LISTED)))
