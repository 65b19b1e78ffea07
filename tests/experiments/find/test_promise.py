"""A search that ends early says what a sure answer still takes; given that, it is sure about as often as it said."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from sim.experiments.driving import Outcome
from sim.experiments.find.budget import Budget
from sim.experiments.find.plan import Known
from sim.experiments.replication import Job
from tests.experiments.find.made_up import QUESTION, formula, found_for, of, question_of

pytestmark = pytest.mark.statistical

WIDE = QUESTION.replace("to: 12", "to: 40").replace("to: 4}", "to: 30}") + "looks: 40\n"
COURSES = 6


def course(seed: int) -> Callable[[Sequence[Job]], list[Outcome]]:
    """The wards of `formula` with the luck of this course of events."""
    return lambda jobs: [_outcome(seed, job) for job in jobs]


def _outcome(seed: int, job: Job) -> Outcome:
    beds, demand = of(job.scenario)
    shared, own = (
        np.random.default_rng(key).standard_normal(2)
        for key in ([seed, job.replication], [seed, job.replication, int(beds), int(demand)])
    )
    luck = 3 * (shared + own) / np.sqrt(2)
    return {
        name: value + float(noise) for (name, value), noise in zip(formula(beds, demand).items(), luck, strict=True)
    }


@pytest.mark.parametrize(("text", "begun"), [(QUESTION, 300), (WIDE, 150)], ids=["all looked at", "guided"])
def test_given_what_is_enough_nine_times_in_ten_it_is_sure(text: str, begun: int, tmp_path: Path) -> None:
    question, sure, cut_short = question_of(tmp_path, text), 0, 0
    for seed in range(COURSES):
        first = found_for(question, course(seed), Budget(replications=begun))
        choice, spent = first.answer.choice, first.search.runs.spent
        if choice.settled or not choice.still.in_sight:
            continue
        cut_short += 1
        enough = int(choice.still.nearly_always)
        known = Known(first.plan.question.looks, spent, enough)
        again = found_for(question, course(seed), Budget(replications=enough), known)
        sure += again.answer.choice.sure
    assert cut_short >= COURSES - 2
    assert sure >= cut_short - 2
