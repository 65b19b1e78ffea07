"""After a stay: the care that people reach, whether they return to use, and whether they come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from sim.rules.afterwards import Stretch, reached_at
from sim.scenario.afterwards import Afterwards, ReturnToUse
from sim.unit.clock import Clock, Order
from sim.unit.log import Log
from sim.unit.onward.places import Link, Place
from sim.unit.person import Person
from sim.vocabulary import Aftercare, Event


@dataclass(frozen=True)
class WayOut:
    """How somebody left: the place they go to, what links them to it, and the medication they take with them."""

    place: Place
    link: Link
    medication_until_h: float
    as_planned: bool


class Aftermath:
    """What follows for everybody who has left. All of it is known when they leave, and logged when it happens.

    Without a rule nobody returns to use.
    """

    def __init__(self, clock: Clock, log: Log, rule: Afterwards | None):
        self._clock, self._log, self._rule = clock, log, rule

    def follow(self, person: Person, way_out: WayOut) -> float:
        """From now on. Returns when they are referred again; infinity for never."""
        now = self._clock.now
        changes = list(self._care(now, way_out))
        uses_h = self._uses_h(person, now, changes, way_out.as_planned)
        back_h = self._back_h(person, uses_h)
        self._log_until(back_h, person, changes, way_out, uses_h)
        return back_h

    def _care(self, now_h: float, way_out: WayOut) -> Iterator[tuple[float, Aftercare]]:
        """What protects the person from now on, and from each change on."""
        link, place = way_out.link, way_out.place
        before, edges = None, {now_h, link.from_h, link.until_h, way_out.medication_until_h}
        for time_h in sorted(edge for edge in edges if now_h <= edge < inf):
            linked = link.from_h <= time_h < link.until_h
            medication = (linked and place.medication) or time_h < way_out.medication_until_h
            care = Aftercare(Aftercare.MEDICATION * medication + Aftercare.PROGRAMME * (linked and place.programme))
            if care is not before:
                yield time_h, care
            before = care

    def _uses_h(self, person: Person, now_h: float, changes: list[tuple[float, Aftercare]], as_planned: bool) -> float:
        if self._rule is None:
            return inf
        rule = self._rule.return_to_use
        early = 1.0 if as_planned else rule.left_early_ratio
        ends = [time_h for time_h, _ in changes[1:]] + [inf]
        stretches: list[Stretch] = [
            (time_h - now_h, end_h - now_h, early * _ratio(rule, care))
            for (time_h, care), end_h in zip(changes, ends, strict=True)
        ]
        return now_h + reached_at(person.uses_at, rule.per_day, rule.decays_over_h, stretches)

    def _back_h(self, person: Person, uses_h: float) -> float:
        rule = self._rule.comes_back if self._rule else None
        comes = rule is not None and person.comes_back_rank < rule.share_pct / 100
        return uses_h + person.comes_back_h if comes else inf

    def _log_until(
        self, back_h: float, person: Person, changes: list[tuple[float, Aftercare]], way_out: WayOut, uses_h: float
    ) -> None:
        link = way_out.link
        happens = [(time_h, Event.AFTERCARE, float(care)) for time_h, care in changes]
        happens += [(link.from_h, Event.LINKED, float(way_out.place.number)), (uses_h, Event.RETURNED_TO_USE, 0.0)]
        for time_h, event, value in happens:
            if time_h <= self._clock.now:
                self._log.event(time_h, person.number, event, value)
            elif time_h < back_h:
                self._clock.at(time_h, Order.FINISHED, person.number, self._note, person.number, event, value)

    def _note(self, number: int, event: Event, value: float) -> None:
        self._log.event(self._clock.now, number, event, value)


def _ratio(rule: ReturnToUse, care: Aftercare) -> float:
    """The hazard ratio of return to use under this care; those of medication and programme are multiplied."""
    medication = rule.on_medication_ratio if care & Aftercare.MEDICATION else 1.0
    return medication * (rule.in_programme_ratio if care & Aftercare.PROGRAMME else 1.0)
