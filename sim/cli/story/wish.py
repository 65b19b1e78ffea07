"""How the wish to leave added up, in a few sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, floor, inf

from sim.cli.story.adding_up import ALWAYS, AddingUp, Part, Windows, merged, overdue
from sim.cli.story.moment import say_length
from sim.cli.story.names import band_name
from sim.cli.story.record import Record
from sim.rules.calendar import DAY_H
from sim.vocabulary import Band, Event, Work

LATE = {
    "a dose": (Work.FIRST_DOSE, Work.DOSE, Work.BLOOD_PRESSURE, Work.INJECTION),
    "a check": (Work.NURSING_ASSESSMENT, Work.CHECK),
    "the examination": (Work.HISTORY_AND_PHYSICAL,),
}
"""Late work through which withdrawal goes unseen or untreated."""
EXPLAINED = (
    "The wish to leave is how likely people who feel like this are to walk out, hour by hour, added up over the stay "
    "(a cumulative hazard): the worse they feel, the faster it grows. Everybody has a limit of their own, drawn by "
    "chance, and leaves against advice when it is reached."
)


@dataclass(frozen=True)
class Wish:
    """One stay: what was logged of it and how the wish to leave added up."""

    record: Record
    adding: AddingUp
    first_dose_h: float | None
    """None when no dose was given."""

    def say(self) -> Iterator[str]:
        """Sentences, the most important first; shares are of all that added up."""
        yield self.outcome()
        if self.adding.total > 0:
            yield self.where_most()
            yield f"Of this growth by felt withdrawal: {', '.join(self._by_band())}."
            yield from self._by_dose()
            yield self._by_lateness()

    def outcome(self) -> str:
        """How far it got, and whether it ended the stay."""
        total, threshold = self.adding.total, self.adding.threshold
        if self.left:
            return (
                "The wish to leave reached this person's limit, and they left; with the same stay "
                f"{_percent(exp(-threshold))} of people would have stayed longer."
            )
        since = ", since the run began," if self.admitted_h < 0 else ""
        reached = _percent(total / threshold)
        return f"The wish to leave grew{since} to {reached} of the limit at which this person would have left."

    @property
    def left(self) -> bool:
        """Whether the wish to leave ended the stay."""
        return self.record.first(Event.SELF_DISCHARGED) is not None

    @property
    def admitted_h(self) -> float:
        """When the stay began; before time 0 for people of the census."""
        admitted = self.record.first(Event.ADMITTED)
        return admitted.time_h if admitted else self.adding.stretches[0].start_h

    def where_most(self) -> str:
        """The day on which most of it added up, and what that day was like."""
        day, part, days = max(self._by_day(), key=lambda each: each[1].added)
        cells = [(self.adding.part(_common(days, when), band), band, words) for when, words in self._phases()
                 for band in Band]  # fmt: skip
        _, band, phase = max(cells, key=lambda each: each[0].added)
        withdrawal = "without felt withdrawal" if band is Band.NONE else f"while withdrawal was {band_name(band)}"
        return f"The wish grew most on day {day} ({self._share(part)}), above all {withdrawal}{phase}."

    def _by_day(self) -> Iterator[tuple[int, Part, Windows]]:
        """Each calendar day of the stay, counted from 1."""
        stretches = self.adding.stretches
        first = floor(self.admitted_h / DAY_H)
        for day in range(floor(stretches[0].start_h / DAY_H), floor(stretches[-1].end_h / DAY_H) + 1):
            windows = ((day * DAY_H, (day + 1) * DAY_H),)
            yield day - first + 1, self.adding.part(windows), windows

    def _by_band(self) -> Iterator[str]:
        parts = ((band, self.adding.part(band=band)) for band in Band)
        for band, part in parts:
            if part.hours:
                yield f"{band_name(band)} {self._said(part)}"

    def _phases(self) -> Iterator[tuple[Windows, str]]:
        """Before and after the first dose; the words go on from those for the band."""
        dose_h = self.first_dose_h
        if dose_h is None:
            yield ALWAYS, ""
            return
        late_h = next((job.late_h for job in self.record.jobs_of(Work.FIRST_DOSE) if job.started), 0.0)
        late = f", which came {say_length(late_h)} late" if late_h * 60 >= 1 else ""
        yield ((-inf, dose_h),), f" before the first dose{late}"
        yield ((dose_h, inf),), " after the first dose"

    def _by_dose(self) -> Iterator[str]:
        dose_h = self.first_dose_h
        if dose_h is None:
            yield "No dose was given."
            return
        before, after = self.adding.part(((-inf, dose_h),)), self.adding.part(((dose_h, inf),))
        if not before.hours:
            yield "All of it came after the first dose."
            return
        yield f"Before the first dose {self._said(before)}, after it {self._said(after)}."

    def _by_lateness(self) -> str:
        late = {words: overdue(self.record.jobs_of(*works)) for words, works in LATE.items()}
        parts = {words: self.adding.part(windows) for words, windows in late.items()}
        said = [f"{words} {self._said(part)}" for words, part in parts.items() if part.hours * 60 >= 1]
        if not said:
            return "No dose, check or examination was overdue."
        together = self.adding.part(merged(window for windows in late.values() for window in windows))
        at_all = f"; any of these {self._share(together)}" if len(said) > 1 else ""
        return f"While something was overdue: {', '.join(said)}{at_all}."

    def _said(self, part: Part) -> str:
        return f"{self._share(part)} in {say_length(part.hours)}"

    def _share(self, part: Part) -> str:
        return _percent(part.added / self.adding.total)


def _percent(share: float) -> str:
    return "under 1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"


def _common(one: Windows, other: Windows) -> Windows:
    pairs = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return [(start_h, end_h) for start_h, end_h in pairs if end_h > start_h]
