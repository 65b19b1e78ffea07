"""The shipped baseline read twice: by the measures, and person by person in the plainest way. Both must agree."""

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from sim.measures.replication import measure_replication
from sim.patients.episodes import EPISODE
from sim.patients.population import draw_population
from sim.scenario import load_scenario
from sim.unit.run import simulate
from sim.vocabulary import Aftercare, Event, Level, Work

pytestmark = pytest.mark.back

DAY = 24.0
ENDS = (Event.DISCHARGED, Event.SELF_DISCHARGED, Event.TRANSFERRED, Event.FACILITY_DISCHARGED)


class Reading:
    """Every person's story as a list of (time, value) by event."""

    def __init__(self, scenario, log):
        self.scenario, self.tasks, self.levels = scenario, log.tasks, log.levels
        self.stories = defaultdict(lambda: defaultdict(list))
        columns = (log.events[name].tolist() for name in ("patient", "event", "time_h", "value"))
        for number, event, time_h, value in zip(*columns, strict=True):
            self.stories[number][event].append((time_h, value))
        self.start_h, self.end_h = scenario.run.warm_up_h, scenario.run.horizon_h

    def first(self, number, event):
        return self.stories[number][event][0][0] if self.stories[number][event] else None

    def inside(self, time_h):
        return time_h is not None and self.start_h <= time_h < self.end_h

    def ended(self, for_h=0.0):
        """Number and time of leaving of each stay that ended in the window, so long before its end."""
        for number, story in list(self.stories.items()):
            [left_h] = [story[end][0][0] for end in ENDS if story[end]] or [None]
            if self.inside(left_h) and left_h + for_h <= self.end_h:
                yield number, left_h

    def within_pct(self, days, when):
        stays = list(self.ended(days * DAY))
        reached = [when(number) is not None and when(number) - left_h <= days * DAY for number, left_h in stays]
        return 100 * sum(reached) / len(reached)

    def area_h(self, level, subject):
        """Hours times the value of a level inside the window, one step after the other."""
        columns = (self.levels[name].tolist() for name in ("time_h", "level", "subject", "value"))
        steps = [(time_h, value) for time_h, *which, value in zip(*columns, strict=True) if which == [level, subject]]
        ends_h = [time_h for time_h, _ in steps[1:]] + [self.end_h]
        return sum(
            value * max(0.0, min(end_h, self.end_h) - max(start_h, self.start_h))
            for (start_h, value), end_h in zip(steps, ends_h, strict=True)
        )

    def next_admitted_h(self, number):
        later = sorted(n for n in self.stories if n > number and (n - number) % EPISODE == 0)
        return next((self.first(n, Event.ADMITTED) for n in later if self.stories[n][Event.ADMITTED]), None)


@pytest.fixture(scope="module")
def both(scenarios: Path):
    scenario = load_scenario(scenarios / "baseline.yaml", ["run.length=20 weeks", "run.warm_up=4 weeks"]).scenario
    population = draw_population(scenario, 0)
    log = simulate(scenario, population)
    runs = measure_replication(scenario, population, log)["runs"]
    return Reading(scenario, log), dict(zip(runs["measure"], runs["value"], strict=True))


def test_links_and_returns(both):
    reading, value = both
    for name, days, when in (
        ("linked_14_days_pct", 14, lambda number: reading.first(number, Event.LINKED)),
        ("returned_to_use_30_days_pct", 30, lambda number: reading.first(number, Event.RETURNED_TO_USE)),
        ("readmitted_90_days_pct", 90, reading.next_admitted_h),
    ):
        expected = reading.within_pct(days, when)
        assert 0 < expected < 100
        assert value[name] == pytest.approx(expected)


def test_expected_deaths_in_28_days(both):
    reading, value = both
    rule = reading.scenario.afterwards.deaths
    ratios = {
        Aftercare.NOTHING: 1.0, Aftercare.MEDICATION: rule.on_medication_ratio,
        Aftercare.PROGRAMME: rule.in_programme_ratio, Aftercare.BOTH: rule.with_both_ratio,
    }  # fmt: skip
    weighted_h = seen_h = 0.0
    for number, left_h in reading.ended():
        until_h = min(left_h + 28 * DAY, reading.end_h)
        seen_h += until_h - left_h
        again_h = reading.first(number + EPISODE, Event.REFERRED)
        changes = [*reading.stories[number][Event.AFTERCARE], (min(until_h, again_h or until_h), None)]
        for (from_h, care), (to_h, _) in pairwise(changes):
            weighted_h += ratios[care] * max(0.0, min(to_h, changes[-1][0]) - from_h)
    per_1000 = weighted_h / seen_h * 28 / 365 * rule.first_28_days_per_1000_years
    assert value["deaths_28_days_per_1000_stays"] == pytest.approx(per_1000)


def test_complications_and_presence(both):
    reading, value = both
    stories = list(reading.stories.items())
    admitted = {number: reading.first(number, Event.ADMITTED) for number, story in stories if story[Event.ADMITTED]}
    inside = [number for number, time_h in admitted.items() if reading.inside(time_h)]
    began = [time_h for _, story in stories for time_h, _ in story[Event.COMPLICATION] if reading.inside(time_h)]
    assert began
    assert value["complications_per_100_admissions"] == pytest.approx(100 * len(began) / len(inside))
    seen_out = [number for number in inside if admitted[number] + 7 * DAY <= reading.end_h]
    gone = [
        number
        for number in seen_out
        if any(
            (left_h := reading.first(number, end)) is not None and left_h <= admitted[number] + 7 * DAY
            for end in ENDS[1:]
        )
    ]
    assert value["present_day_7_pct"] == pytest.approx(100 - 100 * len(gone) / len(seen_out))


def test_costs_of_transfers_and_drugs(both):
    reading, value = both
    plans = list(reading.scenario.protocols.values())
    population = draw_population(reading.scenario, 0)
    later = {number: population.episode(number // EPISODE + 1) for number in reading.stories}
    drugs = sent = 0.0
    for number, story in list(reading.stories.items()):
        plan = plans[later[number].protocol[later[number].row(number)]]
        sent += sum(reading.inside(time_h) for time_h, _ in story[Event.TO_HOSPITAL])
        if story[Event.DOSED]:
            left_h = min([story[end][0][0] for end in ENDS if story[end]] + [reading.end_h])
            first_h = max(story[Event.DOSED][0][0], reading.start_h)
            drugs += plan.drugs_per_day_cost * max(0.0, left_h - first_h) / DAY
    a_year = 365 * DAY / (reading.end_h - reading.start_h)
    money = reading.scenario.money
    assert value["hospital_cost_per_year"] == pytest.approx(sent * money.hospital_transfer * a_year)
    assert value["drug_cost_per_year"] == pytest.approx(drugs * a_year)


def test_breaks_are_taken_out_of_the_work_of_staff(both):
    reading, value = both
    for role, name in enumerate(reading.scenario.staff.roles):
        rows = zip(*(reading.tasks[column].tolist() for column in ("work", "role", "start_h", "end_h")), strict=True)
        worked_h = sum(
            max(0.0, min(end_h, reading.end_h) - max(start_h, reading.start_h))
            for work, by, start_h, end_h in rows
            if by == role and work != Work.MEAL_BREAK
        )
        on_shift_h = reading.area_h(Level.ON_SHIFT, role)
        assert value[f"staff_use_pct[{name}]"] == pytest.approx(100 * worked_h / on_shift_h)


def test_who_is_paid_for_is_on_shift_or_from_an_agency(both):
    reading, value = both
    money, a_year = reading.scenario.money, 365 * DAY / (reading.end_h - reading.start_h)
    wages = fees = 0.0
    for role, name in enumerate(reading.scenario.staff.roles):
        agency_h = reading.area_h(Level.AGENCY, role)
        wages += (reading.area_h(Level.ON_SHIFT, role) - agency_h) * money.wage_an_hour[name]
        fees += agency_h * money.agency_an_hour.get(name, 0.0)
    assert value["staff_cost_per_year"] == pytest.approx(wages * money.on_costs_ratio * a_year)
    assert value["agency_cost_per_year"] == pytest.approx(fees * a_year)
