"""One stay as tidy frames for the figure, which knows nothing of the model."""

from math import ceil, floor
from typing import TYPE_CHECKING

from sim.cli.story.adding_up import present_until_h
from sim.cli.story.lanes import Done, done_in
from sim.cli.story.moment import Moment
from sim.cli.story.names import band_name
from sim.cli.story.replayed import Replayed
from sim.cli.story.wish import EXPLAINED
from sim.rules.calendar import DAY_H
from sim.rules.course import BAND_STARTS, WORST, natural_score, steepness
from sim.unit.watch import Look
from sim.vocabulary import Band

if TYPE_CHECKING:
    import pandas as pd

    from reports.trace import Picture
    from sim.cli.story.wish import Wish


def why_not(replayed: Replayed, number: int) -> str:
    """Why nothing can be drawn of a person, as a sentence; empty when something can."""
    scenario = replayed.scenario
    plan = list(scenario.protocols.values())[replayed.population.traits.protocol[replayed.population.row(number)]]
    if plan.kind == "fixed stay":
        return f"person {number} has a fixed stay, which has no felt score; people in withdrawal care can be drawn."
    if scenario.leaving is None:
        return "the scenario has no part named leaving, so no wish to leave adds up that could be drawn."
    if replayed.wish(number) is None:
        return f"person {number} was never in a bed ({replayed.ending(number)}); a stay can be drawn."
    return ""


def picture(replayed: Replayed, number: int) -> "Picture":
    """What is drawn of the stay of the person who was watched. Raises ValueError when there is nothing to draw."""
    from reports.trace import Picture

    wish = replayed.wish(number)
    if wish is None or replayed.watch is None:
        raise ValueError(why_not(replayed, number))
    drawn = _Stay(replayed, wish, replayed.watch.looks)
    return Picture(
        title=f"Person {number}: {replayed.ending(number)}",
        sentences=list(wish.say()),
        facts=[("Scenario", replayed.scenario.name), ("Replication", str(replayed.replication)), *replayed.who(number)],
        looks=drawn.looks(),
        course=drawn.course(number),
        bands=bands(),
        done=drawn.done(),
        days=drawn.days(),
        threshold=wish.adding.threshold,
        left=wish.left,
        explained=EXPLAINED,
    )


def bands() -> "pd.DataFrame":
    """name, from_score and to_score of each band."""
    import pandas as pd

    names = [band_name(band) for band in Band]
    return pd.DataFrame({"name": names, "from_score": [0.0, *BAND_STARTS], "to_score": [*BAND_STARTS, WORST]})


class _Stay:
    """The frames of one stay; times in hours since admission."""

    def __init__(self, replayed: Replayed, wish: "Wish", looks: list[Look]):
        self._replayed, self._looks, self._record = replayed, looks, wish.record
        self._over_h = present_until_h(wish.record, replayed.scenario.run.horizon_h)
        self._total = wish.adding.total
        self._admitted_h, self._first_weekday = wish.admitted_h, replayed.scenario.run.first_weekday

    def looks(self) -> "pd.DataFrame":
        import pandas as pd

        end = self._looks[-1]._replace(time_h=self._over_h, added_up=self._total)
        frame = pd.DataFrame([*self._looks, end], columns=Look._fields)
        frame.insert(1, "when", [self._when(time_h) for time_h in frame["time_h"]])
        return frame.assign(time_h=frame["time_h"] - self._admitted_h)

    def course(self, number: int) -> "pd.DataFrame":
        import pandas as pd

        row, traits = self._replayed.population.row(number), self._replayed.population.traits
        onset_h, rise_h, peak = traits.onset_h[row], traits.rise_h[row], traits.peak_score[row]
        steep, use_h = steepness(rise_h, traits.decline_h[row]), traits.hours_since_use[row]
        first_h = self._looks[0].time_h - self._admitted_h
        hours = [first_h + step for step in range(ceil(self._over_h - self._looks[0].time_h))]
        hours.append(self._over_h - self._admitted_h)
        natural = [natural_score(hour + use_h, onset_h, rise_h, steep, peak) for hour in hours]
        return pd.DataFrame({"time_h": hours, "natural": natural})

    def days(self) -> "pd.DataFrame":
        import pandas as pd

        first, last = floor(self._admitted_h / DAY_H), floor(self._over_h / DAY_H)
        shown = [day for day in range(first, last + 1) if day * DAY_H >= self._looks[0].time_h] or [first]
        moments = [Moment.of(day * DAY_H, self._first_weekday) for day in shown]
        labels = [f"{moment.weekday} day {moment.day - first + 1}" for moment in moments]
        return pd.DataFrame({"time_h": [day * DAY_H - self._admitted_h for day in shown], "label": labels})

    def done(self) -> "pd.DataFrame":
        import pandas as pd

        frame = pd.DataFrame(done_in(self._replayed.scenario, self._record, self._over_h), columns=Done._fields)
        frame.insert(3, "when", [self._when(time_h) for time_h in frame["from_h"]])
        return frame.assign(from_h=frame["from_h"] - self._admitted_h, to_h=frame["to_h"] - self._admitted_h)

    def _when(self, time_h: float) -> str:
        """`Tue day 3 14:10`, with days of the stay."""
        at, first = Moment.of(time_h, self._first_weekday), Moment.of(self._admitted_h, self._first_weekday)
        return f"{at.weekday} day {at.day - first.day + 1} {at.clock}"
