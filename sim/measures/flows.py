"""The way people take, as counts of moves from one station to the next."""

import numpy as np
import pandas as pd

from sim.measures.seen import Seen
from sim.vocabulary import Event

FRONT_DOOR = {
    Event.LOST: ("Referred", "Lost at screening"),
    Event.DIVERTED: ("Referred", "Diverted to other care"),
    Event.LISTED: ("Referred", "Waiting list"),
    Event.GAVE_UP: ("Waiting list", "Gave up"),
    Event.REFUSED: ("Waiting list", "Refused, list full"),
    Event.NO_SHOW: ("Waiting list", "Did not turn up"),
    Event.ADMITTED: ("Waiting list", "Admitted"),
    Event.SELF_DISCHARGED: ("Admitted", "Self-discharged"),
}
STATIONS = {station for way in FRONT_DOOR.values() for station in way}


def flows(seen: Seen) -> pd.DataFrame:
    """Columns source, target, count, of people referred in the window; moves that nobody made are left out.

    One group of people is followed to the end of the run, so that what enters a
    station leaves it or is still there.
    """
    group = seen.window.holds(seen.population.referral_h)
    rows = [(*way, _people(group, seen.time_of(event))) for event, way in FRONT_DOOR.items()]
    rows += [("Admitted", label, people) for label, people in _onward(seen, group)]
    rows += _still_here(seen, group)
    table = pd.DataFrame(rows, columns=["source", "target", "count"])
    return table[table["count"] > 0].reset_index(drop=True)


def _people(group: np.ndarray, time_h: np.ndarray) -> int:
    return int(np.count_nonzero(group & ~np.isnan(time_h)))


def _onward(seen: Seen, group: np.ndarray) -> list[tuple[str, int]]:
    places = list(seen.scenario.transition.destinations.items()) if seen.scenario.transition else []
    went = seen.value_of(Event.DISCHARGED)
    labels = [(number, _station(place.label or name, name)) for number, (name, place) in enumerate(places)]
    return [(label, int(np.count_nonzero(group & (went == number)))) for number, label in [*labels, (-1, "Discharged")]]


def _station(label: str, name: str) -> str:
    """What a destination is called in the flow; never the same as one of the unit's own stations."""
    return f"{label} ({name})" if label in STATIONS else label


def _still_here(seen: Seen, group: np.ndarray) -> list[tuple[str, str, int]]:
    screened = sum(_people(group, seen.time_of(event)) for event in (Event.LOST, Event.DIVERTED, Event.LISTED))
    answers = (Event.GAVE_UP, Event.REFUSED, Event.NO_SHOW, Event.ADMITTED)
    answered = sum(_people(group, seen.time_of(event)) for event in answers)
    return [
        ("Referred", "Not yet screened", int(np.count_nonzero(group)) - screened),
        ("Waiting list", "Still waiting or on the way", _people(group, seen.time_of(Event.LISTED)) - answered),
        ("Admitted", "Still here", _people(group, seen.time_of(Event.ADMITTED)) - _people(group, seen.left_h)),
    ]
