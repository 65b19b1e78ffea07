"""Going on: where people go, and how long a ready person waits for it."""

from functools import partial
from math import nan

from sim.measures.measure import measure as declare
from sim.measures.seen import Seen
from sim.measures.statistics import mean, share_pct
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
    "Hours from medically ready to having a place, 0 for most; people placed in the window.",
    kind="per patient",
    better="lower",
)
def boarding_mean_h(seen: Seen) -> float:
    placed_h = seen.time_of(Event.PLACED)
    return mean((placed_h - seen.time_of(Event.READY))[seen.window.holds(placed_h)])


@measure(
    "Had to wait for a place",
    "%",
    "Share of people placed in the window who waited in a detox bed for it.",
    kind="per patient",
    better="lower",
)
def boarded_pct(seen: Seen) -> float:
    placed_h = seen.time_of(Event.PLACED)
    return share_pct(placed_h > seen.time_of(Event.READY), seen.window.holds(placed_h))


@measure(
    "Discharge to first appointment, mean",
    "days",
    "Days from discharge to the outpatient slot; people discharged to an outpatient service in the window.",
    kind="per patient",
    better="lower",
)
def appointment_gap_mean_days(seen: Seen) -> float:
    booked = seen.window.holds(seen.time_of(Event.APPOINTMENT))
    return mean(seen.value_of(Event.APPOINTMENT)[booked]) / 24


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
