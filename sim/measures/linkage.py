"""Reaching further care: how many are linked to it, how soon, and who leaves on medication."""

from functools import partial

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.outcome import ENDED
from sim.measures.seen import Seen
from sim.measures.statistics import mean, share_pct
from sim.vocabulary import Aftercare, Event

measure = partial(declare, group="transition")

LINKED = (
    "Share of people who reach a step-down bed, a place elsewhere or a first appointment within {0} of leaving; all "
    "{1} at least {0} before its end, however they ended."
)


@measure(
    "Discharge to first appointment, mean",
    "days",
    "Days from discharge to the outpatient slot; people who leave for an outpatient service in the window.",
    kind="per patient",
    better="lower",
)
def appointment_gap_mean_days(seen: Seen) -> float:
    booked = seen.window.holds(seen.time_of(Event.APPOINTMENT))
    return mean(seen.value_of(Event.APPOINTMENT)[booked]) / 24


@measure(
    "Came to the first appointment",
    "%",
    "Share of people whose outpatient slot fell in the window.",
    kind="per patient",
    better="higher",
    needs="appointments",
)
def appointment_kept_pct(seen: Seen) -> float:
    slot_h = seen.time_of(Event.APPOINTMENT) + seen.value_of(Event.APPOINTMENT)
    return share_pct(~np.isnan(seen.time_of(Event.LINKED)), seen.window.holds(slot_h))


@measure(
    "Linked to further care within 7 days",
    "%",
    LINKED.format("7 days", ENDED),
    kind="per patient",
    better="higher",
    needs="transition",
)
def linked_7_days_pct(seen: Seen) -> float:
    return _linked_within(seen, 7)


@measure(
    "Linked to further care within 14 days",
    "%",
    LINKED.format("14 days", ENDED),
    kind="per patient",
    better="higher",
    needs="transition",
)
def linked_14_days_pct(seen: Seen) -> float:
    return _linked_within(seen, 14)


@measure(
    "Linked to further care within 30 days",
    "%",
    LINKED.format("30 days", ENDED),
    kind="per patient",
    better="higher",
    needs="transition",
)
def linked_30_days_pct(seen: Seen) -> float:
    return _linked_within(seen, 30)


@measure(
    "On medication when leaving",
    "%",
    f"Share of all {ENDED}: the person has tablets or an injection that last, or goes straight to a place with "
    "medication for opioid use disorder.",
    kind="per patient",
    better="higher",
    needs="a way on",
)
def medication_at_discharge_pct(seen: Seen) -> float:
    care = np.nan_to_num(seen.value_of(Event.AFTERCARE)).astype(int)
    return share_pct((care & Aftercare.MEDICATION) > 0, seen.ended)


def _linked_within(seen: Seen, days: int) -> float:
    hours = 24.0 * days
    return share_pct(seen.time_of(Event.LINKED) - seen.left_h <= hours, seen.ended_before(hours))
