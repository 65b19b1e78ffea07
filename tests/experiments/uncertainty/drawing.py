"""A small ward with something of every kind to draw, and a made-up way of running it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from sim.experiments.driving import Failed, Outcome
from sim.experiments.replication import Job
from sim.scenario import LoadedScenario
from tests.experiments import ward

WARD = """\
schema_version: 1
name: Ward
run: {length: 2 weeks, warm_up: 0 h, replications: 3, seed: 1}
demand:
  per_day: {value: 4, assumed: "Seen on the ward."}
  sources:
    self: {share_pct: {value: 56.8, source: demand_referral_self_or_individual}}
    doctor: {share_pct: 30}
    court: {share_pct: 13.2}
  screening: {lost_pct: 90, diverted_pct: 0}
  list_limit: 20
  no_show: {at_once_pct: {value: 12, source: demand_noshow_specialist_clinic}, per_day_pct: 1}
  patience: {lognormal: {mean: 5 days, sd: 5 days}}
unit: {beds: 8, turnover: {lognormal: {mean: 1 h, sd: 30 min}}}
staff:
  shift_end: finish
  roles: {clerk: {}}
  roster: {all_day: {days: mon-sun, from: 00:00, to: 24:00, clerk: 3}}
tasks:
  screening: {roles: [clerk], takes: 20 min, priority: 1, on_time_within: 0 min}
protocols: {stay: {kind: fixed stay, stay: {exponential: {mean: 3 days}}}}
"""


def loaded_ward(folder: Path, *changes: str, name: str = "ward") -> LoadedScenario:
    """The ward, changed as by `--set`."""
    return ward.plain(folder, *changes, name=name, text=WARD)


def made_up(value: Callable[[Job], float], fails: Sequence[int] = ()) -> Callable[[Sequence[Job]], list[Outcome]]:
    """Something that takes jobs as a driver does; `value` is the occupancy of each, and `fails` are draws that fail."""

    def drive(jobs: Sequence[Job]) -> list[Outcome]:
        lost = [f"draw {number}" for number in fails]
        return [
            Failed("lost a bed") if job.scenario_id.endswith(tuple(lost)) else {"occupancy_pct": value(job)}
            for job in jobs
        ]

    return drive


def luck(job: Job, what: str = "") -> float:
    """Standard normal: the same for the same replication and word."""
    return float(np.random.default_rng([job.replication, *what.encode()]).normal())
