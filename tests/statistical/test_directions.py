"""The directions that the evidence gives all come out of the baseline, not only out of its parameters.

Each is a difference of shares or means over a few years of the baseline or of a variant of it that meets the same
people; the difference is several standard errors away from none.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from sim.measures.seen import Seen
from sim.patients.population import draw_population
from sim.scenario.reading.load import load_scenario
from sim.unit.run import simulate
from sim.vocabulary import Event, Work

pytestmark = pytest.mark.statistical

SCENARIOS = Path(__file__).parents[2] / "scenarios"

YEARS = range(4)
Z = 3.0


@cache
def years(*changes: str) -> list[Seen]:
    """The baseline with some changes, seen over a few years; the same people whatever is changed."""
    scenario = load_scenario(SCENARIOS / "baseline.yaml", changes).scenario
    populations = [draw_population(scenario, replication) for replication in YEARS]
    return [Seen.of(scenario, population, simulate(scenario, population)) for population in populations]


def is_left(seen: Seen) -> np.ndarray:
    return ~np.isnan(seen.time_of(Event.SELF_DISCHARGED))


def left_pct(seen: Seen, among: np.ndarray) -> float:
    """Share of ended stays that ended by self-discharge."""
    ended = seen.ended & among
    return 100 * float(np.mean(is_left(seen)[ended]))


def assert_above(high: list[float], low: list[float]) -> None:
    """The mean difference of the years is above 0 by `Z` standard errors."""
    difference = np.subtract(high, low)
    error = difference.std(ddof=1) / np.sqrt(difference.size)
    assert difference.mean() > Z * error


def having(seen: Seen, trait: str) -> np.ndarray:
    column = list(seen.scenario.people.traits).index(trait)
    return seen.population.traits.has[:, column]


@pytest.mark.parametrize("trait", ["stimulant", "psychiatric"])
def test_stimulants_and_psychiatric_diagnoses_raise_leaving(trait: str) -> None:
    shares = [(left_pct(seen, having(seen, trait)), left_pct(seen, ~having(seen, trait))) for seen in years()]
    assert_above(*map(list, zip(*shares, strict=True)))


def test_leaving_falls_with_time_since_admission() -> None:
    """Leavers per person still there, on the first day against the third."""
    shares = []
    for seen in years():
        left = is_left(seen) & seen.ended
        by_day = [
            np.mean(left[there] & (seen.stay_h[there] < 24 * day + 24))
            for day in (0, 2)
            if (there := seen.ended & (seen.stay_h >= 24 * day)).any()
        ]
        shares.append(by_day)
    assert_above(*map(list, zip(*shares, strict=True)))


def test_medication_in_the_first_hours_lowers_leaving() -> None:
    """The same people with a first dose that nobody may give before their second day."""
    late = years(*(f"protocols.{name}.induction.after_short_acting=60 h" for name in dosed_by_agonist()))
    everybody = [np.ones(seen.population.size, dtype=bool) for seen in late]
    assert_above(
        [left_pct(seen, all_) for seen, all_ in zip(late, everybody, strict=True)],
        [left_pct(seen, np.ones(seen.population.size, dtype=bool)) for seen in years()],
    )


def dosed_by_agonist() -> list[str]:
    plans = years()[0].scenario.protocols.items()
    return [name for name, plan in plans if getattr(plan, "induction", None) is not None]


def test_an_aftercare_plan_lowers_leaving() -> None:
    """Planning on the day of arrival against planning after the stay would be over."""
    late = years("tasks.discharge_planning.takes=3 days")
    assert_above(
        [left_pct(seen, np.ones(seen.population.size, dtype=bool)) for seen in late],
        [left_pct(seen, np.ones(seen.population.size, dtype=bool)) for seen in years()],
    )


def test_fentanyl_lengthens_the_stay() -> None:
    """Mean stay of those who complete, against the same unit in which heroin without it is as common as fentanyl is."""
    opioids = years()[0].scenario.withdrawal.opioids
    fentanyl_pct, heroin_pct = (opioids[name].share_pct for name in ("fentanyl", "heroin"))
    of = "withdrawal.opioids.{}.share_pct={}".format
    heroin = years(of("fentanyl", heroin_pct), of("heroin", fentanyl_pct))

    def completed_h(seen: Seen) -> float:
        return float(np.mean(seen.stay_h[seen.window.holds(seen.time_of(Event.DISCHARGED))]))

    assert_above([completed_h(seen) for seen in years()], [completed_h(seen) for seen in heroin])


def test_waiting_lowers_turn_up() -> None:
    """Of those who are called, those who waited more than three days turn up less often than those called on day 1."""
    shares = []
    for seen in years("demand.factor=1.3"):
        waited_h = seen.time_of(Event.CALLED) - seen.time_of(Event.LISTED)
        missed = ~np.isnan(seen.time_of(Event.NO_SHOW))
        shares.append([float(np.mean(missed[waited_h > 72])), float(np.mean(missed[waited_h < 24]))])
    assert_above(*map(list, zip(*shares, strict=True)))


def test_alpha_2_agonists_do_worse_than_buprenorphine() -> None:
    """People with the same opioid, by the protocol that chance gave them."""
    shares = []
    for seen in years("protocols.lofexidine.share_pct=50"):
        plans = list(seen.scenario.protocols)
        fentanyl = seen.population.opioid == list(seen.scenario.withdrawal.opioids).index("fentanyl")
        of = [
            fentanyl & (seen.population.protocol == plans.index(name)) for name in ("lofexidine", "buprenorphine_taper")
        ]
        shares.append([left_pct(seen, rows) for rows in of])
    assert_above(*map(list, zip(*shares, strict=True)))


def test_a_check_is_a_chance_to_start() -> None:
    """With too few nurses checks are missed and first doses come later, on the same people."""
    lean = years("staff.roster.nurses_by_night.nurse=1", "unit.ratio=null")
    usual = years("unit.ratio=null")

    def first_dose_h(seen: Seen) -> float:
        return float(np.nanmean((seen.time_of(Event.DOSED) - seen.time_of(Event.ADMITTED))[seen.ended]))

    assert_above([first_dose_h(seen) for seen in lean], [first_dose_h(seen) for seen in usual])
    assert all(seen.jobs[Work.CHECK].lapsed.any() for seen in lean)
