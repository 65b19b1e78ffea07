"""How long people stay, about, as far as it follows from the scenario without running it.

In care: from arrival to the first dose, the days of the protocol, and half a day to the review and the hour of leaving.
A share leaves early at a constant rate. Waits for staff and for a place elsewhere are not known beforehand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import log, sqrt

from sim.scenario.protocols import CarePlan, FixedStay
from sim.scenario.scenario import Scenario
from sim.scenario.withdrawal import Opioid, Withdrawal

TO_LEAVING_H = 12.0
"""From the end of the protocol days to the next review and the hour of leaving: half of the day between them."""


@dataclass(frozen=True)
class Stay:
    """Mean and standard deviation of a stay in a bed, h."""

    mean_h: float
    sd_h: float


def stay(scenario: Scenario) -> Stay:
    """Over the protocols by their shares; who is eligible for which is not looked at."""
    parts = list(_parts(scenario))
    whole = sum(share for share, _, _ in parts)
    if not whole:
        return Stay(0.0, 0.0)
    mean = sum(share * mean for share, mean, _ in parts) / whole
    square = sum(share * (mean_h**2 + variance) for share, mean_h, variance in parts) / whole
    return Stay(mean, sqrt(max(square - mean**2, 0.0)))


def _parts(scenario: Scenario) -> Iterator[tuple[float, float, float]]:
    """Share, mean and variance of the stay of each protocol."""
    for protocol in scenario.protocols.values():
        if isinstance(protocol, FixedStay):
            yield protocol.share_pct, protocol.stay.mean, protocol.stay.variance
        elif scenario.withdrawal and not protocol.only_for:
            yield protocol.share_pct, *_left_early(_planned_h(protocol, scenario.withdrawal), scenario)


def _planned_h(protocol: CarePlan, withdrawal: Withdrawal) -> float:
    return _first_dose_h(protocol, withdrawal) + 24 * protocol.protocol_days + TO_LEAVING_H


def _first_dose_h(protocol: CarePlan, withdrawal: Withdrawal) -> float:
    """From arrival until the score is high enough and the last use long enough ago; 0 without an induction."""
    induction = getattr(protocol, "induction", None)
    if induction is None:
        return 0.0
    whole = sum(opioid.share_pct for opioid in withdrawal.opioids.values()) or 1.0

    def until(opioid: Opioid) -> float:
        least_h = induction.after_long_acting_h if opioid.acting == "long" else induction.after_short_acting_h
        rising = min(induction.score_at_least / max(opioid.peak_score.mean, 1.0), 1.0)
        felt_h = opioid.onset.mean + rising * opioid.rise.mean
        start_h: float = min(max(least_h, felt_h) - withdrawal.hours_since_use.mean, induction.no_start_after_h)
        return start_h

    return sum(opioid.share_pct * max(until(opioid), 0.0) for opioid in withdrawal.opioids.values()) / whole


def _left_early(planned_h: float, scenario: Scenario) -> tuple[float, float]:
    """Mean and variance of a stay of that length which ends early at a constant rate with the published share."""
    if not scenario.leaving or not scenario.leaving.per_day:
        return planned_h, 0.0
    share = scenario.leaving.reference_pct / 100
    rate = -log(1 - share) / planned_h
    mean = share / rate
    square = 2 * (share / rate - planned_h * (1 - share)) / rate
    return mean, max(square - mean**2, 0.0)
