"""How long stays last, who is still there after a while, and who has begun their medication."""

from functools import partial

import numpy as np

from sim.measures.care import first_dose_h
from sim.measures.measure import measure as declare
from sim.measures.outcome import ENDED, ended_by
from sim.measures.seen import Seen
from sim.measures.statistics import mean, quantile, share_pct
from sim.scenario.protocols import Dosed, Naltrexone
from sim.vocabulary import Event

measure = partial(declare, group="outcome")

LENGTH = f"Hours from admission to leaving; all {ENDED}."
PRESENT = (
    "Share of people still in the unit, or discharged as completed before, {0} after admission, of all who were "
    "admitted in the window at least that long before its end."
)


@measure("Stay, mean", "h", LENGTH, kind="per patient")
def stay_mean_h(seen: Seen) -> float:
    return mean(seen.stay_h[seen.ended])


@measure("Stay, median", "h", LENGTH, kind="per patient", headline=True)
def stay_median_h(seen: Seen) -> float:
    return quantile(seen.stay_h[seen.ended], 0.5)


@measure("Stay, 90th percentile", "h", LENGTH, kind="per patient")
def stay_p90_h(seen: Seen) -> float:
    return quantile(seen.stay_h[seen.ended], 0.9)


@measure(
    "Stay of those who complete, median",
    "h",
    f"Hours from admission to leaving; {ENDED} by discharge when medically ready.",
    kind="per patient",
)
def stay_completed_median_h(seen: Seen) -> float:
    return quantile(seen.stay_h[seen.ended & ended_by(seen, Event.DISCHARGED)], 0.5)


@measure("Present on day 7", "%", PRESENT.format("7 x 24 h"), kind="per patient", better="higher")
def present_day_7_pct(seen: Seen) -> float:
    return _present(seen, 7)


@measure("Present on day 13", "%", PRESENT.format("13 x 24 h"), kind="per patient", better="higher")
def present_day_13_pct(seen: Seen) -> float:
    return _present(seen, 13)


@measure(
    "Started medication",
    "%",
    f"Share of {ENDED}, under protocols with doses, in which a first dose was given; under a naltrexone protocol, in "
    "which the injection was given. People who needed no dose count as not started.",
    kind="per patient",
    better="higher",
    needs="doses",
)
def started_medication_pct(seen: Seen) -> float:
    plans = list(seen.scenario.protocols.values())
    is_dosed = np.array([isinstance(plan, Dosed) for plan in plans])[seen.population.protocol]
    is_naltrexone = np.array([isinstance(plan, Naltrexone) for plan in plans])[seen.population.protocol]
    started_h = np.where(is_naltrexone, seen.time_of(Event.INJECTED), first_dose_h(seen))
    return share_pct(~np.isnan(started_h), seen.ended & is_dosed)


def _present(seen: Seen, days: int) -> float:
    admitted_h = seen.time_of(Event.ADMITTED)
    day_h = admitted_h + 24 * days
    seen_out = seen.window.holds(admitted_h) & (day_h <= seen.window.end_h)
    has_left = (seen.left_h <= day_h) & ~ended_by(seen, Event.DISCHARGED)
    return share_pct(~has_left, seen_out)
