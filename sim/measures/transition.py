"""Going on: where people go, and how long a ready person waits for a place."""

from functools import partial
from math import nan

import numpy as np

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, share_pct
from sim.measures.window import Floats
from sim.scenario.transition import StepDown
from sim.vocabulary import Event, Level

measure = partial(declare, group="transition")


@measure(
    "Discharged to",
    "%",
    "Share of discharges in the window that went to the destination.",
    kind="per patient",
    by="destination",
)
def discharged_to_pct(seen: Seen, destination: int) -> float:
    discharged = seen.window.holds(seen.time_of(Event.DISCHARGED))
    return share_pct(seen.value_of(Event.DISCHARGED) == destination, discharged)


@measure(
    "Got the place they wished for",
    "%",
    "Share of discharges in the window that went to the destination wished for.",
    kind="per patient",
    better="higher",
)
def wish_met_pct(seen: Seen) -> float:
    discharged = seen.window.holds(seen.time_of(Event.DISCHARGED))
    return share_pct(seen.value_of(Event.DISCHARGED) == seen.population.traits.wish, discharged)


@measure(
    "Wait for a place when ready, mean",
    "h",
    "Hours from medically ready to having a place, or to leaving without one; waiting for a funder's agreement is part "
    "of it; people whose wait, 0 for most, ended in the window.",
    kind="per patient",
    better="lower",
)
def boarding_mean_h(seen: Seen) -> float:
    over_h = _wait_over_h(seen)
    return mean((over_h - seen.time_of(Event.READY))[seen.window.holds(over_h)])


@measure(
    "Had to wait for a place",
    "%",
    "Share of the same people whose wait in a detox bed was longer than 0.",
    kind="per patient",
    better="lower",
)
def boarded_pct(seen: Seen) -> float:
    over_h = _wait_over_h(seen)
    return share_pct(over_h > seen.time_of(Event.READY), seen.window.holds(over_h))


@measure(
    "Step-down occupancy",
    "%",
    "Mean over time of step-down beds in use or held for somebody about to come, of all its beds.",
    kind="time-weighted",
    by="step-down",
)
def step_down_occupancy_pct(seen: Seen, destination: int) -> float:
    transition = seen.scenario.transition
    house = list(transition.destinations.values())[destination] if transition else None
    if not isinstance(house, StepDown) or not house.beds:
        return nan
    return 100 * seen.steps(Level.STEP_DOWN, destination).mean() / house.beds


def _wait_over_h(seen: Seen) -> Floats:
    """When each ready person had a place or left without one; nan for the others."""
    over_h = np.fmin(seen.time_of(Event.PLACED), seen.left_h)
    return np.where(np.isnan(seen.time_of(Event.READY)), np.nan, over_h)
