"""A search among wards that take no time: what a ward does is a formula of its beds and its demand, plus luck."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from sim.experiments.driving import Outcome, Values
from sim.experiments.find.budget import Budget, Clock
from sim.experiments.find.finding import Found, find
from sim.experiments.find.plan import Known
from sim.experiments.find.question import Question
from sim.experiments.find.reading import read_question
from sim.experiments.replication import Job
from sim.scenario import Scenario
from tests.experiments.ward import PLAIN

WARD = PLAIN + "money: {wage_an_hour: {}, fixed_per_bed_year: 1000}\n"

QUESTION = """\
schema_version: 1
name: How few
question: How few beds will do?
scenario: ward
choose:
  beds: {path: unit.beds, from: 1, to: 12}
  demand: {path: demand.per_day, from: 1, to: 4}
cheapest: cost_per_year
worth: 1
targets:
  - {measure: admitted_72h_pct, at_least: 80, tolerance: 1}
"""
"""With `formula`: 10 beds and a demand of 2 cost 26 and just pass; what is cheaper misses by 1.5 or more."""

WITHOUT = Budget()
NOTHING = Known()
Formula = Callable[[float, float], Values]


def formula(beds: float, demand: float) -> Values:
    """Admissions grow with both, and each costs something."""
    return {"cost_per_year": 2 * beds + 3 * demand, "admitted_72h_pct": 50 + 2.5 * beds + 3 * demand}


def run_by(law: Formula = formula, sd: float = 2.0) -> Callable[[Sequence[Job]], list[Outcome]]:
    """Something that runs jobs by a formula, with luck that all wards share and luck of their own."""
    return lambda jobs: [_outcome(law, sd, job) for job in jobs]


def _outcome(law: Formula, sd: float, job: Job) -> Outcome:
    beds, demand = of(job.scenario)
    known = law(beds, demand)
    shared, own = (
        np.random.default_rng(seed).standard_normal(len(known))
        for seed in ([job.replication], [job.replication, int(beds), int(demand)])
    )
    luck = sd * (shared + own) / np.sqrt(2)
    return {name: value + float(noise) for (name, value), noise in zip(known.items(), luck, strict=True)}


def of(scenario: Scenario) -> tuple[float, float]:
    """Beds and demand."""
    return float(scenario.unit.beds), float(scenario.demand.per_day)


def question_of(folder: Path, text: str = QUESTION, ward: str = WARD, looks: int | None = None) -> Question:
    """The question as it is read from a file beside its ward."""
    return read_question(files(folder, text, ward), looks)


def files(folder: Path, text: str = QUESTION, ward: str = WARD) -> Path:
    """Write the question and its ward; returns the question's path."""
    for name, content in (("ward", ward), ("question", text)):
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return folder / "question.yaml"


def found_for(
    question: Question,
    run: Callable[[Sequence[Job]], Sequence[Outcome]] | None = None,
    budget: Budget = WITHOUT,
    known: Known = NOTHING,
) -> Found:
    """What a search finds."""
    return find(question, budget, run or run_by(), Clock(budget.seconds), lambda _plan: None, known)
