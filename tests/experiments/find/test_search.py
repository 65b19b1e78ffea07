"""Searches whose right answer is known."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from sim.errors import IncompleteRun, ScenarioError
from sim.experiments.driving import Failed, Outcome, Values
from sim.experiments.find.budget import Budget, Clock
from sim.experiments.find.explorer import START
from sim.experiments.find.finding import find
from sim.experiments.find.plan import FRESH_FROM, Known
from sim.experiments.replication import Job
from tests.experiments.find.made_up import QUESTION, found_for, of, question_of, run_by

pytestmark = pytest.mark.functional

WIDE = QUESTION.replace("to: 12", "to: 40").replace("to: 4}", "to: 30}") + "looks: 40\n"
"""1,200 points, of which 40 may be looked at."""


def test_the_cheapest_ward_that_meets_the_target_is_found(tmp_path: Path) -> None:
    question = question_of(tmp_path)
    found = found_for(question)
    choice = found.answer.choice
    assert (found.search.ended, choice.outcome, choice.sure) == ("sure", "chosen", True)
    assert choice.reached >= 0.95
    beds, demand = of(question.scenario(choice.number))
    assert 50 + 2.5 * beds + 3 * demand >= 79
    assert 2 * beds + 3 * demand <= 26 + 1
    assert found.guesses == ()
    assert len(found.answer.seen) == 48


def test_what_is_reported_comes_of_fresh_replications(tmp_path: Path) -> None:
    question, asked = question_of(tmp_path), set[tuple[tuple[float, float], int]]()
    run = run_by()

    def noted(jobs: Sequence[Job]) -> list[Outcome]:
        asked.update((of(job.scenario), job.replication) for job in jobs)
        return run(jobs)

    found = found_for(question, noted)
    place = of(question.scenario(found.answer.choice.number))
    fresh = sorted(number for at, number in asked if at == place and number >= FRESH_FROM)
    assert fresh == list(range(FRESH_FROM, FRESH_FROM + 20))
    assert max(number for _, number in asked if number < FRESH_FROM) < 10_000
    outcomes = run([Job("", question.scenario(found.answer.choice.number), number) for number in fresh])
    costs = [outcome["cost_per_year"] for outcome in outcomes if not isinstance(outcome, Failed)]
    assert found.answer.wish.found.mean == pytest.approx(sum(costs) / 20)
    assert found.answer.wish.found.n == 20


def test_many_points_are_searched_with_a_surrogate(tmp_path: Path) -> None:
    question = question_of(tmp_path, WIDE)
    found = found_for(question)
    beds, demand = of(question.scenario(found.answer.choice.number))
    assert found.search.ended == "sure"
    assert found.search.runs.looked_at <= 40
    assert 2 * beds + 3 * demand <= 26 + 1
    assert [guess.measure for guess in found.guesses] == ["cost_per_year", "admitted_72h_pct"]
    assert all(guess.explained_pct > 90 for guess in found.guesses)
    assert found.search.skipped == START
    assert found.answer.choice.settled


def test_at_last_those_one_step_away_from_the_best_are_looked_at(tmp_path: Path) -> None:
    question = question_of(tmp_path, WIDE)
    found = found_for(question)
    beside = set(question.neighbours(found.answer.choice.number))
    assert found.search.explorer.finished
    assert found.search.runs.looked_at < question.looks
    assert beside <= set(found.search.runs.points)


def test_a_choice_need_not_work_in_one_direction(tmp_path: Path) -> None:
    """Only 17 to 23 beds meet the target, and among those more demand is cheaper down to a dip at 15."""

    def dip(beds: float, demand: float) -> Values:
        return {"cost_per_year": 100 + abs(demand - 15) * 2 + beds, "admitted_72h_pct": 95 - (beds - 20) ** 2}

    question = question_of(tmp_path, WIDE)
    found = found_for(question, run_by(dip))
    beds, demand = of(question.scenario(found.answer.choice.number))
    assert found.search.ended == "sure"
    assert 16 <= beds <= 17
    assert abs(demand - 15) <= 1


def test_targets_that_nobody_meets_are_said_to_be_so(tmp_path: Path) -> None:
    question = question_of(tmp_path, QUESTION.replace("at_least: 80", "at_least: 95"))
    found = found_for(question)
    choice = found.answer.choice
    assert (choice.outcome, choice.sure, found.search.ended) == ("none meets", True, "sure")
    assert question.said(choice.number) == "beds 12, demand 4"
    assert {each.verdict for each in found.answer.seen} == {"misses"}


def test_what_is_found_depends_on_counts_alone(tmp_path: Path) -> None:
    question = question_of(tmp_path, WIDE)
    first = found_for(question, budget=Budget(replications=500))
    again = found_for(question, budget=Budget(replications=500))
    assert first.answer == again.answer
    assert first.search.runs.points == again.search.runs.points
    assert first.search.runs.spent == again.search.runs.spent <= 500


def test_where_it_stopped_is_a_budget_that_gives_the_same(tmp_path: Path) -> None:
    first = found_for(question_of(tmp_path, WIDE + "replications: 100\n"))
    spent, looks = first.search.runs.spent, first.plan.question.looks
    assert first.search.ended == "replications spent"
    again = found_for(
        question_of(tmp_path, WIDE, looks=looks), budget=Budget(replications=spent), known=Known(fixed=True)
    )
    assert again.search.runs.spent == spent
    assert again.answer.choice == first.answer.choice


def test_a_search_that_ends_early_says_what_it_reached(tmp_path: Path) -> None:
    found = found_for(question_of(tmp_path, QUESTION + "replications: 400\n"))
    choice = found.answer.choice
    assert (found.search.ended, choice.sure) == ("replications spent", False)
    assert choice.reached < 0.95
    assert 0 < choice.still.likely <= choice.still.nearly_always
    enough = 400 + int(choice.still.nearly_always)
    assert found_for(question_of(tmp_path, QUESTION + f"replications: {enough}\n")).answer.choice.sure


def test_sure_among_those_looked_at_is_said_even_when_the_budget_ends(tmp_path: Path) -> None:
    found = found_for(question_of(tmp_path, WIDE + "replications: 100\n"))
    assert found.search.ended == "replications spent"
    assert found.answer.choice.sure == (found.search.open() is None)
    assert not found.answer.choice.settled


def test_points_that_fail_are_left_out_and_told(tmp_path: Path) -> None:
    run = run_by()

    def faulty(jobs: Sequence[Job]) -> list[Outcome]:
        lost = Failed("a bed was lost")
        return [lost if of(job.scenario)[0] == 10 else each for job, each in zip(jobs, run(jobs), strict=True)]

    question = question_of(tmp_path)
    found = found_for(question, faulty)
    failed = found.search.runs.failed
    assert {question.said(number) for number in failed} == {f"beds 10, demand {demand}" for demand in range(1, 5)}
    assert set(failed.values()) == {"a bed was lost"}
    assert found.answer.choice.sure
    assert found.answer.choice.number not in failed


def test_a_measure_that_is_never_seen_takes_a_point_out(tmp_path: Path) -> None:
    def unseen(beds: float, demand: float) -> Values:
        return {"cost_per_year": beds, "admitted_72h_pct": 90 if beds > 3 else float("nan")}

    found = found_for(question_of(tmp_path), run_by(unseen))
    assert len(found.search.runs.failed) == 12
    assert set(found.search.runs.failed.values()) == {"admitted_72h_pct was never seen in replication 0"}


def test_when_every_point_fails_it_is_a_sentence(tmp_path: Path) -> None:
    def failing(jobs: Sequence[Job]) -> list[Outcome]:
        return [Failed("no luck") for _ in jobs]

    with pytest.raises(ScenarioError, match=r"none of the 48 units looked at could be run; with beds 1.*: no luck"):
        found_for(question_of(tmp_path), failing)


def test_a_budget_without_a_first_look_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(
        IncompleteRun,
        match="the budget ends before the first units are looked at, which takes 10 replications beside the 54",
    ):
        found_for(question_of(tmp_path), budget=Budget(replications=3))


def test_time_that_is_up_ends_it_but_for_what_is_stored_already(tmp_path: Path) -> None:
    """A second that is gone after the first replications: what an earlier part has run is taken all the same."""
    question, clock = question_of(tmp_path), Clock(1e-9, replication_s=1.0)
    found = find(question, Budget(seconds=1.0), run_by(), clock, lambda _plan: None, Known(looks=48, spent=300))
    assert found.search.ended == "time spent"
    assert 240 <= found.search.runs.spent <= 300


def test_what_each_bound_may_fail_with_is_fixed_beforehand(tmp_path: Path) -> None:
    """However many of the points that may be looked at are: how far a search came depends on what it saw."""
    cut_short = found_for(question_of(tmp_path, WIDE), budget=Budget(replications=60), known=Known(fixed=True)).search
    assert cut_short.runs.looked_at < 40
    assert cut_short.aim.systems == 40
    assert found_for(question_of(tmp_path)).search.aim.systems == 48


def test_a_unit_at_a_tie_takes_about_what_was_said_beforehand(tmp_path: Path) -> None:
    """Nine units alike in cost, of which one is on the target itself and the others miss it."""

    def tie(beds: float, demand: float) -> Values:
        return {"cost_per_year": 10 * beds, "admitted_72h_pct": 80 if beds == 2 else 60}

    text = QUESTION.replace("from: 1, to: 12", "values: [1, 2, 3]").replace("from: 1, to: 4", "from: 1, to: 3")
    found = found_for(question_of(tmp_path, text.replace("worth: 1\n", "worth: 100\n")), run_by(tie))
    took = [each.replications for each in found.answer.seen if of(found.plan.question.scenario(each.number))[0] == 2]
    assert found.search.ended == "sure"
    assert found.plan.at_a_tie / 3 <= np.mean(took) <= 3 * found.plan.at_a_tie


def test_the_unit_as_it_is_is_among_the_first_looked_at(tmp_path: Path) -> None:
    question = question_of(tmp_path, WIDE)
    found = found_for(question, budget=Budget(replications=60), known=Known(fixed=True))
    assert found.search.runs.points[0] == question.today


def test_the_front_has_what_no_other_beats(tmp_path: Path) -> None:
    found = found_for(question_of(tmp_path))
    front = [each for each in found.answer.seen if each.on_front]
    assert front
    for each in front:
        assert not [
            other
            for other in found.answer.seen
            if other.cost.mean < each.cost.mean and other.access.mean > each.access.mean
        ]
