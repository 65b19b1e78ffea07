"""How one person in withdrawal feels, and how much they want to leave."""

from math import inf

from sim.rules.complications import felt_worse
from sim.rules.course import WORST, band_of, cover, felt_score, natural_score, steepness
from sim.rules.leaving import hazard_per_h, settling
from sim.scenario.complications import FeltWorse
from sim.scenario.protocols import CarePlan, Dosed
from sim.scenario.withdrawal import Leaving
from sim.unit.person import Person
from sim.vocabulary import Band


class Condition:
    """The felt score, taken anew at each event of the person and constant in between."""

    def __init__(self, person: Person, plan: CarePlan, leaving: Leaving | None, admitted_h: float):
        self._person, self._plan, self._leaving = person, plan, leaving
        self._doses = plan if isinstance(plan, Dosed) else None
        self._steep = steepness(person.rise_h, person.decline_h)
        self._admitted_h = admitted_h
        self.last_use_h = admitted_h - person.hours_since_use
        self._dose_h, self._strength, self._lasts = -inf, 0.0, False
        self._ratio_per_10 = leaving.hazard_ratio(leaving.ratio_per_10_points) if leaving else 1.0
        self._worse: list[tuple[float, FeltWorse]] = []
        self.modifiers = person.source_ratio * person.leaving_ratio
        self.felt_ratio = 1.0
        """Multiplies the felt score, as oral naltrexone does."""
        self.felt = 0.0
        self._band: Band | None = None
        self.low_since_h = admitted_h
        """Since when the felt score is below the level at which a person counts as ready."""

    def since_use_h(self, now_h: float) -> float:
        return now_h - self.last_use_h

    def dose(self, now_h: float, strength: float) -> None:
        """A dose takes effect when it is given; `strength` is the share of the full effect of the day's dose."""
        self._dose_h, self._strength = now_h, strength

    def cover_from_now_on(self) -> None:
        """A long-acting injection of the agonist: its effect does not wear off during the stay."""
        self._lasts, self._strength = True, 1.0

    def worsen(self, now_h: float, worse: FeltWorse) -> None:
        """A complication makes the person feel worse for a while."""
        self._worse.append((now_h, worse))

    def look(self, now_h: float) -> Band | None:
        """Take the felt score anew. Returns its band when that has changed."""
        self.felt = self._felt(now_h)
        if self.felt >= self._plan.ready.score_below:
            self.low_since_h = now_h
        before, self._band = self._band, band_of(self.felt)
        return None if self._band is before else self._band

    def leaving_per_h(self, now_h: float) -> float:
        """Hazard of self-discharge now."""
        rule = self._leaving
        if rule is None:
            return 0.0
        settled = settling(now_h - self._admitted_h, rule.settling.ratio, rule.settling.per_h, rule.settling.floor)
        return hazard_per_h(
            rule.per_day / 24, self.felt, rule.reference_score, self._ratio_per_10, self.modifiers, settled
        )

    def _felt(self, now_h: float) -> float:
        person = self._person
        natural = natural_score(now_h - self.last_use_h, person.onset_h, person.rise_h, self._steep, person.peak_score)
        felt = natural * self.felt_ratio if self._doses is None else self._under_doses(natural, self._doses, now_h)
        if self._worse:
            felt += sum(felt_worse(worse.points, now_h - since_h, worse.fades_over_h) for since_h, worse in self._worse)
        return min(felt, WORST)

    def _under_doses(self, natural: float, plan: Dosed, now_h: float) -> float:
        covered = 1.0 if self._lasts else cover(now_h - self._dose_h, plan.covers_h, plan.wears_off_over_h)
        return felt_score(natural, plan.efficacy, self._strength * covered) * self.felt_ratio
