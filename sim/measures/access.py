"""Getting in: referrals, the waiting list, and what stood in the way."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, quantile, share_pct
from sim.measures.window import Bools, Floats
from sim.vocabulary import Blocked, Event, Level

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


@measure("Referrals", "people a year", "People referred in the window, as a yearly rate.", kind="count")
def referrals_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.time_of(Event.REFERRED))


@measure("Lost at screening", "people a year", "People who could not be reached again, as a yearly rate.", kind="count")
def lost_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.time_of(Event.LOST))


@measure(
    "Diverted at screening",
    "people a year",
    "People sent to outpatient or hospital care, as a yearly rate.",
    kind="count",
)
def diverted_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.time_of(Event.DIVERTED))


@measure(
    "Admissions", "people a year", "People admitted in the window, as a yearly rate.", kind="count", better="higher"
)
def admissions_per_year(seen: Seen) -> float:
    return _per_year(seen, seen.time_of(Event.ADMITTED))


@measure("People on the waiting list, mean", "people", "Mean over time.", kind="time-weighted", better="lower")
def waiting_mean(seen: Seen) -> float:
    return seen.steps(Level.WAITING).mean()


@measure(
    "Still waiting at the end",
    "people",
    "People on the list when the run ends; they are in no wait above. Many mean that the waits are too low.",
    kind="count",
    better="lower",
)
def waiting_at_end(seen: Seen) -> float:
    return float(seen.steps(Level.WAITING).value[-1])


BLOCKED = "Hours a week in which somebody waits and {}."


@measure(
    "Blocked for want of a bed",
    "h a week",
    BLOCKED.format("no bed is free and clean"),
    kind="time-weighted",
    better="lower",
)
def blocked_by_beds_h_per_week(seen: Seen) -> float:
    return _blocked(seen, Blocked.BEDS)


@measure(
    "Blocked by closed doors",
    "h a week",
    BLOCKED.format("a bed is free but it is outside admission hours"),
    kind="time-weighted",
    better="lower",
)
def blocked_by_hours_h_per_week(seen: Seen) -> float:
    return _blocked(seen, Blocked.HOURS)


@measure(
    "Blocked for want of staff",
    "h a week",
    BLOCKED.format(
        "a bed is free and the doors are open, but one more patient would be too many for the staff on shift"
    ),
    kind="time-weighted",
    better="lower",
)
def blocked_by_ratio_h_per_week(seen: Seen) -> float:
    return _blocked(seen, Blocked.RATIO)


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


def _per_year(seen: Seen, time_h: Floats) -> float:
    return seen.window.per_year(int(np.count_nonzero(seen.window.holds(time_h))))


def _blocked(seen: Seen, cause: Blocked) -> float:
    steps = seen.steps(Level.BLOCKED)
    return 168 * steps.share(steps.value == cause)
