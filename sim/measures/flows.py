"""The way people take, as counts of moves from one station to the next."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sim.measures.seen import Seen
from sim.measures.window import Bools
from sim.patients.episodes import episode_of
from sim.vocabulary import Event

Move = tuple[str, str, int]

REFERRED, LIST, BED, OUTPATIENT = "Referred", "Waiting list", "Admitted", "Outpatient withdrawal"
WAYS = (
    (Event.LOST, None, REFERRED, "Lost at screening"),
    (Event.DIVERTED, 0, REFERRED, "Diverted to other care"),
    (Event.DIVERTED, 1, REFERRED, OUTPATIENT),
    (Event.LISTED, None, REFERRED, LIST),
    (Event.OUTPATIENT_ENDED, 1, OUTPATIENT, "Completed as outpatient"),
    (Event.OUTPATIENT_ENDED, 0, OUTPATIENT, "Dropped out as outpatient"),
    (Event.GAVE_UP, None, LIST, "Gave up"),
    (Event.REFUSED, None, LIST, "Refused, list full"),
    (Event.NO_SHOW, None, LIST, "Did not turn up"),
    (Event.ADMITTED, None, LIST, BED),
)
"""Event, its value where that matters, from where to where."""
EARLY_ENDS = {
    Event.SELF_DISCHARGED: "Self-discharged",
    Event.TRANSFERRED: "Transferred to hospital",
    Event.FACILITY_DISCHARGED: "Discharged by the unit",
}
UNDER_WAY = {
    REFERRED: "Not yet screened",
    LIST: "Still waiting or on the way",
    OUTPATIENT: "Still an outpatient at the end",
    BED: "Still in the unit at the end",
}
FIRST, AGAIN = "Referred for the first time", "Referred again"
TOO_RECENT, BACK, USING, IN_CARE, ELSE = A_MONTH_LATER = (
    "Left less than 30 days before the end", "Admitted here again", "Returned to use", "In further care",
    "Not in further care",
)  # fmt: skip
COMPLETED = "Completed"
"""What reports put between a bed and the places that take people."""
STATIONS = {
    FIRST, AGAIN, COMPLETED, *A_MONTH_LATER, *UNDER_WAY.values(), *EARLY_ENDS.values(),
    *(station for _, _, *way in WAYS for station in way)
}  # fmt: skip


def flows(seen: Seen) -> pd.DataFrame:
    """Columns source, target, count, of people referred in the window; moves that nobody made are left out.

    One group of people is followed to the end of the run, so that what enters a
    station leaves it or is still there. Somebody who comes back counts again.
    """
    group = followed(seen)
    out = [(BED, station, _people(group & went)) for station, went in ways_out(seen)]
    moves = [*_again(seen, group), *_through_the_unit(seen, group), *out]
    table = pd.DataFrame([*moves, *_under_way(moves, group)], columns=["source", "target", "count"])
    return table[table["count"] > 0].reset_index(drop=True)


def followed(seen: Seen) -> Bools:
    """Those referred in the window."""
    return seen.window.holds(seen.time_of(Event.REFERRED))


def ways_out(seen: Seen) -> Iterator[tuple[str, Bools]]:
    """Each station that follows a bed, and who has gone there."""
    for event, station in EARLY_ENDS.items():
        yield station, ~np.isnan(seen.time_of(event))
    places = list(seen.scenario.transition.destinations.items()) if seen.scenario.transition else []
    went = seen.value_of(Event.DISCHARGED)
    for number, (name, place) in enumerate(places):
        yield _station(place.label or name, name), went == number
    yield "Discharged", went == -1


def _again(seen: Seen, group: Bools) -> Iterator[Move]:
    """Two kinds of referral, where anybody came back."""
    again = group & (episode_of(seen.population.number) > 1)
    if np.any(again):
        yield FIRST, REFERRED, _people(group & ~again)
        yield AGAIN, REFERRED, _people(again)


def _through_the_unit(seen: Seen, group: Bools) -> Iterator[Move]:
    for event, value, source, target in WAYS:
        went = ~np.isnan(seen.time_of(event)) if value is None else seen.value_of(event) == value
        yield source, target, _people(group & went)


def _station(label: str, name: str) -> str:
    """What a destination is called in the flow; never the same as one of the unit's own stations."""
    return f"{label} ({name})" if label in STATIONS else label


def _under_way(moves: list[Move], group: Bools) -> Iterator[Move]:
    """Who has come to a station and not gone on."""
    for station, label in UNDER_WAY.items():
        came = sum(count for _, target, count in moves if target == station)
        went = sum(count for source, _, count in moves if source == station)
        yield station, label, (_people(group) if station == REFERRED else came) - went


def _people(some: Bools) -> int:
    return int(np.count_nonzero(some))
