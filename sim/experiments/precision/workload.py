"""Hours of work that are certain to be asked of each role in a week, and the hours it is on shift.

Counted: screening of everybody referred; assessment, examination, first dose, planning and discharge of everybody
admitted; doses, checks as in mild withdrawal, and daily reviews. Each is put on the role that the task names first.
What depends on how people fare (comfort, complications, counselling) comes on top.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import inf

from sim.scenario.part import as_number
from sim.scenario.protocols import Dosed
from sim.scenario.scenario import Scenario
from sim.vocabulary import Work

WEEK_D = 7
ONCE = (Work.NURSING_ASSESSMENT, Work.HISTORY_AND_PHYSICAL, Work.FIRST_DOSE, Work.DISCHARGE_PLANNING, Work.DISCHARGE)
"""Once in each stay."""


def work_h(scenario: Scenario, referred_per_day: float, admitted_per_day: float, stay_h: float) -> dict[str, float]:
    """Hours a week by role."""
    hours: defaultdict[str, float] = defaultdict(float)
    for work, times_a_day in _times(scenario, referred_per_day, admitted_per_day, stay_h / 24):
        task = scenario.tasks.of(work)
        if task:
            hours[task.roles[0]] += WEEK_D * times_a_day * task.takes.mean
    return dict(hours)


def _times(scenario: Scenario, referred: float, admitted: float, days: float) -> Iterator[tuple[Work, float]]:
    yield Work.SCREENING, referred
    if scenario.withdrawal is None:
        return
    yield from ((work, admitted) for work in ONCE)
    yield Work.DOSE, admitted * days * _rounds_a_day(scenario)
    every = scenario.withdrawal.check_every
    yield Work.CHECK, admitted * (min(days, 1.0) * 24 / every.first_day_h + max(days - 1, 0.0) * 24 / every.mild_h)
    yield Work.DAILY_REVIEW, admitted * days


def _rounds_a_day(scenario: Scenario) -> float:
    """Dose rounds a day, over the protocols by their shares."""
    plans = [each for each in scenario.protocols.values() if not each.only_for]
    whole = sum(each.share_pct for each in plans)
    rounds = sum(each.share_pct * len(each.dose_times) for each in plans if isinstance(each, Dosed))
    return rounds / whole if whole else 0.0


def on_shift_h(scenario: Scenario) -> dict[str, float]:
    """Hours a week by role, without shifts that nobody fills; infinite where a headcount is unlimited."""
    hours: dict[str, float] = {}
    for row in scenario.staff.roster.values() if scenario.staff else ():
        length_h = row.to_h - row.from_h if row.to_h > row.from_h else row.to_h + 24 - row.from_h
        for name, heads in row.staff.items():
            there = as_number(heads) * len(row.days) * length_h
            hours[name] = hours.get(name, 0.0) + there
    for name, role in scenario.staff.roles.items() if scenario.staff else ():
        if name in hours and hours[name] < inf:
            hours[name] *= 1 - role.unfilled_pct / 100 * (1 - role.agency_pct / 100)
    return hours
