"""Levels by day of the run and by hour of the week."""

import numpy as np
import pandas as pd

from sim.measures.seen import Seen
from sim.measures.staffing import at_meals
from sim.vocabulary import Event, Level

DAY_LEVELS = {
    "occupied": Level.OCCUPIED,
    "reserved": Level.RESERVED,
    "cleaning": Level.CLEANING,
    "waiting": Level.WAITING,
    "boarding": Level.BOARDING,
}
FROM_START_LEVELS = {"occupied": Level.OCCUPIED, "waiting": Level.WAITING, "boarding": Level.BOARDING}
"""What a warm-up is judged by, beside the levels that a step-down house and returning people move slowly."""
ROLE_LEVELS = {"on_shift": Level.ON_SHIFT, "busy": Level.BUSY, "overtime": Level.OVERTIME}


def daily(seen: Seen) -> pd.DataFrame:
    """Mean of each level over each whole measured day: columns day (0 is the first), the levels, beds."""
    edges_h = _edges(seen, 24.0)
    means = {name: seen.steps(level).means_between(edges_h) for name, level in DAY_LEVELS.items()}
    beds = seen.beds if np.isfinite(seen.beds) else np.nan
    return pd.DataFrame({"day": np.arange(edges_h.size - 1)} | means | {"beds": beds})


def from_start(seen: Seen) -> pd.DataFrame:
    """Each whole day from the start of the run, warm-up included: columns day, mean levels, people referred.

    `step_down` is the beds in use of all step-down houses of one's own.
    """
    edges_h = 24.0 * np.arange(int(seen.window.end_h // 24) + 1, dtype=np.float64)
    means = {name: seen.steps(level).means_between(edges_h) for name, level in FROM_START_LEVELS.items()}
    places = seen.scenario.transition.destinations if seen.scenario.transition else {}
    houses = [number for number, place in enumerate(places.values()) if place.kind == "own step-down"]
    in_houses = [seen.steps(Level.STEP_DOWN, number).means_between(edges_h) for number in houses]
    referred = np.histogram(seen.happened[Event.REFERRED].time_h, edges_h)[0].astype(float)
    step_down = np.sum(in_houses, axis=0) if houses else np.zeros(edges_h.size - 1)
    return pd.DataFrame({"day": np.arange(edges_h.size - 1)} | means | {"step_down": step_down, "referred": referred})


def hourly(seen: Seen) -> pd.DataFrame:
    """Mean headcounts: columns hour_of_week, role, on_shift, busy, overtime. People at a meal break are not busy.

    Hour 0 is Monday 00:00. Hours that the window never shows are left out.
    """
    roles = list(seen.scenario.staff.roles) if seen.scenario.staff else []
    tables = [_by_hour_of_week(seen, number).assign(role=name) for number, name in enumerate(roles)]
    columns = ["hour_of_week", "role", *ROLE_LEVELS]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def _by_hour_of_week(seen: Seen, role: int) -> pd.DataFrame:
    edges_h = _edges(seen, 1.0)
    hour = (np.floor(edges_h[:-1]).astype(int) + 24 * seen.scenario.run.first_weekday) % 168
    levels = {name: seen.steps(level, role).means_between(edges_h) for name, level in ROLE_LEVELS.items()}
    levels["busy"] -= at_meals(seen, role).means_between(edges_h)
    return pd.DataFrame({"hour_of_week": hour} | levels).groupby("hour_of_week").mean().reset_index()


def _edges(seen: Seen, every_h: float) -> np.ndarray:
    pieces = int(seen.window.length_h // every_h)
    return seen.window.start_h + every_h * np.arange(pieces + 1)
