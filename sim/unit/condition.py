"""How one person in withdrawal feels, and when they have had enough."""

from math import inf

from sim.rules.course import band_of, cover, felt_score, natural_score, steepness
from sim.rules.leaving import hazard_per_h, settling
from sim.scenario.protocols import BuprenorphineTaper
from sim.scenario.withdrawal import Leaving
from sim.unit.person import Person
from sim.vocabulary import Band


class Condition:
    """Felt score and wish to leave, taken anew at each event of the person and constant in between.

    The person leaves when the cumulative hazard reaches their threshold.
    """

    def __init__(self, person: Person, protocol: BuprenorphineTaper, leaving: Leaving | None, now_h: float):
        self._person, self._protocol, self._leaving = person, protocol, leaving
        self._steep = steepness(person.rise_h, person.decline_h)
        self._admitted_h = self._last_h = now_h
        self._last_use_h = now_h - person.hours_since_use
        self._dose_h, self._strength = -inf, 0.0
        self._hazard, self._rate = 0.0, 0.0
        self.modifiers = person.source_ratio
        self.felt = 0.0
        self._band: Band | None = None
        self.low_since_h = now_h
        """Since when the felt score is below the level at which a person counts as ready."""

    def since_use_h(self, now_h: float) -> float:
        return now_h - self._last_use_h

    def dose(self, now_h: float, strength: float) -> None:
        """A dose takes effect when it is given; `strength` is the share of the full effect of the day's dose."""
        self._dose_h, self._strength = now_h, strength

    def look(self, now_h: float) -> Band | None:
        """Take felt score and hazard anew. Returns the band of the felt score when it has changed."""
        self._hazard += self._rate * (now_h - self._last_h)
        self._last_h = now_h
        self.felt = self._felt(now_h)
        self._rate = self._rate_now(now_h)
        if self.felt >= self._protocol.ready.score_below:
            self.low_since_h = now_h
        before, self._band = self._band, band_of(self.felt)
        return None if self._band is before else self._band

    def leaves_h(self) -> float:
        """When the person leaves if nothing changes; infinity for never."""
        if self._rate <= 0:
            return inf
        left = self._person.leaves_at - self._hazard
        return self._last_h + left / self._rate if left > 0 else self._last_h

    def _felt(self, now_h: float) -> float:
        person, plan = self._person, self._protocol
        natural = natural_score(now_h - self._last_use_h, person.onset_h, person.rise_h, self._steep, person.peak_score)
        level = self._strength * cover(now_h - self._dose_h, plan.covers_h, plan.wears_off_over_h)
        return felt_score(natural, plan.efficacy, level)

    def _rate_now(self, now_h: float) -> float:
        rule = self._leaving
        if rule is None:
            return 0.0
        settled = settling(now_h - self._admitted_h, rule.settling.ratio, rule.settling.per_h, rule.settling.floor)
        return hazard_per_h(
            rule.per_day / 24, self.felt, rule.reference_score, rule.ratio_per_10_points, self.modifiers, settled
        )
