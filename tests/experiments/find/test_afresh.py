"""What fresh replications say of the choice: pairs with its rival and today's unit, and whether they bear it out."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.cli.find_afresh import afresh
from sim.errors import IncompleteRun
from sim.experiments.driving import Failed, Outcome
from sim.experiments.find.afresh import turned_over
from sim.experiments.find.finding import Found
from sim.experiments.find.plan import FRESH_FROM
from sim.experiments.find.saving import save
from sim.experiments.find.seen import front_of
from sim.experiments.intervals import Interval, paired_interval
from sim.experiments.replication import Job
from tests.experiments.find.made_up import QUESTION, found_for, of, question_of, run_by

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return found_for(question_of(tmp_path_factory.mktemp("found"), QUESTION + "replications: 2000\n"))


def altered(found: Found, **changes: Any) -> Found:
    return replace(found, answer=replace(found.answer, **changes))


def said(found: Found) -> str:
    return " ".join(afresh(found))


def test_differences_from_the_choice_are_those_of_pairs(found: Found) -> None:
    runs, answer = found.search.runs, found.answer
    choice = runs.sample(answer.choice.number)
    for each in answer.seen:
        its = runs.sample(each.number)
        both = min(len(its), len(choice))
        pairs = paired_interval(choice[:both, 0], its[:both, 0]).difference
        assert each.difference == pairs
        assert each.difference.n == both


def test_the_unit_as_it_is_has_a_mark(found: Found) -> None:
    question = found.plan.question
    assert question.today is not None
    assert of(question.scenario(question.today)) == of(question.loaded.scenario)
    assert question.marked(question.today) == f"{question.said(question.today)} (today)"
    assert "(today)" not in question.marked(found.answer.choice.number)


def test_what_is_no_choice_has_no_mark(tmp_path: Path) -> None:
    assert question_of(tmp_path, QUESTION.replace("from: 1, to: 4", "values: [1, 3]")).today is None
    assert question_of(tmp_path, QUESTION + "only_if: [beds < demand]\n").today is None


def test_the_front_is_that_of_the_means_in_its_table(found: Found, tmp_path: Path) -> None:
    save(found, tmp_path, [], datetime(2027, 1, 4, tzinfo=UTC))
    with (tmp_path / "points.csv").open(encoding="utf-8-sig", newline="") as file:
        points = list(csv.DictReader(file))
    with (tmp_path / "pareto.csv").open(encoding="utf-8-sig", newline="") as file:
        front = {row["point"]: row for row in csv.DictReader(file)}
    cost, access = (np.array([float(row[name]) for row in points]) for name in ("cost_per_year", "admitted_72h_pct"))
    best = front_of(cost, -access)
    assert {row["point"] for row, on in zip(points, best, strict=True) if on} == set(front)
    for row in points:
        if row["point"] in front:
            assert all(front[row["point"]][name] == row[name] for name in ("cost_per_year", "admitted_72h_pct_high"))


def test_the_rival_runs_the_same_fresh_replications(tmp_path: Path) -> None:
    question, asked = question_of(tmp_path, QUESTION + "fresh_replications: 8\n"), set[tuple[str, int]]()
    run = run_by()

    def noted(jobs: Sequence[Job]) -> list[Outcome]:
        asked.update((job.scenario_id, job.replication) for job in jobs if job.replication >= FRESH_FROM)
        return run(jobs)

    rival = found_for(question, noted).answer.rival
    assert rival is not None
    assert {at for name, at in asked if name == question.said(rival.number)} == set(range(FRESH_FROM, FRESH_FROM + 8))
    assert rival.difference.n == 8


def test_a_rival_that_wins_afresh_is_a_warning(found: Found) -> None:
    question, rival = found.plan.question, found.answer.rival
    assert rival is not None
    assert "speak against the choice" not in said(found)
    cheaper = replace(rival, difference=Interval(-2.0, -3.0, -1.0, 20), targets=(Interval(81, 80, 82, 20),))
    ahead = altered(found, rival=cheaper)
    assert "Warning: these replications speak against the choice." in said(ahead)
    assert (
        f"the runner-up, {question.marked(rival.number)}, comes to 2.0 USD a year less in 'Cost in total' "
        "(95 % interval of the difference -3.0 to -1.0)."
    ) in said(ahead)
    misses = altered(ahead, rival=replace(cheaper, targets=(Interval(78, 77, 79, 20),)))
    assert not turned_over(question, misses.answer)
    little = altered(ahead, rival=replace(cheaper, difference=Interval(-0.5, -0.7, -0.3, 20)))
    assert not turned_over(question, little.answer)


def test_today_s_unit_that_wins_afresh_is_a_warning_whatever_the_search_said_of_it(found: Found) -> None:
    against = "Warning: in these replications, today's unit meets every target on average"
    answer = found.answer
    assert against not in said(found)
    less = replace(answer.wish, change=replace(answer.wish.change, difference=Interval(2.0, 1.0, 3.0, 20)))
    meets = replace(answer.targets[0], today=Interval(81, 79, 83, 20))
    ahead = altered(found, wish=less, targets=(meets,), rival=None)
    assert f"{against}, and is better by what matters or more." in said(ahead)
    misses = replace(meets, today=Interval(79.5, 78, 81, 20))
    assert against not in said(altered(ahead, targets=(misses,)))
    little = replace(less, change=replace(less.change, difference=Interval(0.5, 0.4, 0.6, 20)))
    assert against not in said(altered(ahead, wish=little))
    none = replace(answer.choice, outcome="none meets")
    assert f"{against}. That speaks" in said(altered(ahead, wish=little, choice=none))


def test_a_difference_that_was_run_afresh_is_the_one_shown(found: Found) -> None:
    answer, today = found.answer, found.plan.question.today
    assert answer.rival is not None
    by_number = {each.number: each for each in answer.seen}
    rival = answer.afresh(by_number[answer.rival.number], today)
    assert (rival.difference, rival.targets) == (answer.rival.difference, answer.rival.targets)
    assert today is not None
    its, change = answer.afresh(by_number[today], today), answer.wish.change.difference
    fresh = its.difference
    if today != answer.rival.number:
        assert (fresh.mean, fresh.low, fresh.high, fresh.n) == (-change.mean, -change.high, -change.low, 20)
        assert its.targets == tuple(each.today for each in answer.targets)
    other = next(each for each in answer.seen if each.number not in {today, answer.rival.number})
    assert answer.afresh(other, today) == other


@pytest.mark.parametrize(
    ("mean", "says"),
    [(80.5, ""), (79.6, "within the tolerance of 1."), (78.0, "Warning: afresh, it misses a target. ")],
)
def test_a_target_missed_afresh_is_said(mean: float, says: str, found: Found) -> None:
    checked = replace(found.answer.targets[0], found=Interval(mean, mean - 0.4, mean + 0.4, 20))
    text = said(altered(found, targets=(checked,)))
    assert says in text
    assert ("comes out at" in text) is bool(says)
    if says:
        assert f"comes out at {mean:.1f} % (95 % interval" in text
        assert "where at least 80 is wanted" in text


def test_fresh_replications_that_break_down_are_told(tmp_path: Path) -> None:
    run = run_by()

    def faulty(jobs: Sequence[Job]) -> list[Outcome]:
        lost = Failed("a bed was lost")
        return [lost if job.replication == FRESH_FROM + 7 else each for job, each in zip(jobs, run(jobs), strict=True)]

    assert "Warning: 1 of the fresh replications broke down" in said(found_for(question_of(tmp_path), faulty))


@pytest.mark.parametrize("replication", [3, FRESH_FROM + 8])
def test_a_failure_that_may_pass_stops_the_search(replication: int, tmp_path: Path) -> None:
    run = run_by()

    def losing(jobs: Sequence[Job]) -> list[Outcome]:
        lost = Failed("took its worker with it", lasting=False)
        return [lost if job.replication == replication else each for job, each in zip(jobs, run(jobs), strict=True)]

    with pytest.raises(
        IncompleteRun, match=r"took its worker with it\. What is finished is kept, and the same command"
    ):
        found_for(question_of(tmp_path), losing)
