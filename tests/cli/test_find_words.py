"""What a search says before and after, in whole sentences."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest

from sim.cli.find_outlook import outlook
from sim.cli.find_summary import answer_text
from sim.cli.find_words import sureness
from sim.experiments.driving import Failed, Outcome, Values
from sim.experiments.find.budget import Budget, Clock
from sim.experiments.find.finding import Found
from sim.experiments.find.plan import Known, Plan, planned
from sim.experiments.find.runs import Runs
from sim.experiments.find.seen import better_within
from sim.experiments.replication import Job
from tests.experiments.find.made_up import QUESTION, found_for, of, question_of, run_by

pytestmark = pytest.mark.functional

WIDE = QUESTION.replace("to: 12", "to: 40").replace("to: 4}", "to: 30}") + "looks: 40\n"


def said(found: Found) -> str:
    return " ".join(sureness(found))


def test_a_sure_choice_among_all(tmp_path: Path) -> None:
    assert (
        "With a chance of at least 95 %, it misses no target by more than its tolerance, and no other of the 48 units "
        "that meets them all with the tolerance to spare is better in 'Cost in total' by 1 USD a year or more."
    ) in said(found_for(question_of(tmp_path)))


def test_a_sure_choice_among_some_says_what_was_not_run(tmp_path: Path) -> None:
    found = found_for(question_of(tmp_path, WIDE))
    text, looked_at = said(found), found.search.runs.looked_at
    assert f"no other of the {looked_at} units looked at that meets them all with the tolerance to spare" in text
    assert (
        f"The other {1_200 - looked_at:,} were not run: a surrogate (a formula fitted to those that were) sees none"
        in text
    )
    assert re.search(r"Tried on units left out, it explains (9\d|100) % or more of their differences\. That is", text)
    assert "That is a good guess, no guarantee." in text


def test_a_choice_that_is_not_sure_says_what_it_would_take(tmp_path: Path) -> None:
    found = found_for(question_of(tmp_path, QUESTION + "replications: 400\n"))
    text = said(found)
    assert text.startswith("This is the best of the 48 units so far, but the search ended before that was sure; it ")
    still = found.answer.choice.still
    assert (
        f"To be 95 % sure takes about {still.likely:.0f} more replications, and {still.nearly_always:.0f} are enough "
        "nine times in ten: give the same command again with --budget "
    ) in text


def test_a_budget_that_ends_while_looking_promises_nothing_of_the_rest(tmp_path: Path) -> None:
    found = found_for(question_of(tmp_path, WIDE), budget=Budget(replications=60))
    assert "were not run, and nothing is promised about them; with more --budget or --looks, more of them run." in said(
        found
    )


def test_units_that_could_not_be_run_do_not_count(tmp_path: Path) -> None:
    run = run_by()

    def faulty(jobs: Sequence[Job]) -> list[Outcome]:
        lost = Failed("a bed was lost")
        return [lost if of(job.scenario)[0] == 7 else each for job, each in zip(jobs, run(jobs), strict=True)]

    text = said(found_for(question_of(tmp_path), faulty))
    assert "no other of the 44 units that could be run" in text
    assert "4 could not be run" in text


def test_targets_that_nobody_meets(tmp_path: Path) -> None:
    text = said(found_for(question_of(tmp_path, QUESTION.replace("at_least: 80", "at_least: 95"))))
    assert (
        "With a chance of at least 95 %, none of the 48 units meets every target with the tolerance to spare." in text
    )
    assert re.search(r"The nearest, above, misses 'Admitted within 72 h' by [2-4](\.\d+)? points\.", text)


@pytest.mark.parametrize(
    ("affordable", "says"),
    [(100, "That is too few to be sure"), (1_440, "A sure answer is possible"), (1_680, "A sure answer is likely.")],
)
def test_the_outlook_is_said_beforehand(affordable: int, says: str, tmp_path: Path) -> None:
    plan = Plan(question_of(tmp_path), affordable, affordable, 0.5, least=480, at_a_tie=120)
    first, second = outlook(plan, Budget(seconds=600))
    assert first == (
        "48 units to choose from; all of them are looked at. A replication, one run of the simulation, takes about "
        "500 ms. 10 min hold about "
        f"{affordable:,} replications for the search, beside the 54 that the answer takes."
    )
    assert says in second
    assert "at least 480 replications" in second


def test_going_on_with_fewer_than_at_once_is_said_beforehand(tmp_path: Path) -> None:
    """Two steps tell apart what the first one looked at; one would have looked at all."""
    question = question_of(tmp_path)
    runs, known = Runs(question, run_by()), Known(looks=4, spent=100, still=inf)
    plan = planned(question, runs, Budget(replications=4_000), Clock(None), known)
    assert (plan.question.looks, plan.at_once) == (4, 48)
    assert outlook(plan, Budget(replications=4_000))[-1].endswith(
        "A search that begins with so much would look at 48: for that, add --looks 48."
    )
    begun = planned(question, runs, Budget(replications=4_000), Clock(None), Known())
    assert not any("--looks" in sentence for sentence in outlook(begun, Budget(replications=4_000)))


def test_cheaper_units_within_the_tolerance_are_named(tmp_path: Path) -> None:
    """Seven beds miss the target by half a tolerance, and cost less."""

    def law(beds: float, demand: float) -> Values:
        return {"cost_per_year": 10 * beds, "admitted_72h_pct": {6: 60.0, 7: 79.5, 8: 90.0}[int(beds)]}

    text = QUESTION.replace("from: 1, to: 12", "values: [6, 7, 8]").replace("from: 1, to: 4", "values: [2]")
    found = found_for(question_of(tmp_path, text), run_by(law, sd=0.3))
    assert found.plan.question.said(found.answer.choice.number) == "beds 8, demand 2"
    assert ("Better by that much, but short of a target, though by less than its tolerance: beds 7, demand 2.") in said(
        found
    )
    shown = answer_text(found, {"change": [], "afresh": [], "sureness": []})
    assert re.search(
        r"beds 7, demand 2 .* misses Admitted within 72 h by 0\.\d+\s+\(within tolerance\)", " ".join(shown.split())
    )
    (without,) = [each for each in found.answer.seen if found.plan.question.said(each.number).startswith("beds 6")]
    assert without not in better_within(found.plan.question, found.answer.seen)


def test_a_worth_of_a_percentage_is_in_points(tmp_path: Path) -> None:
    text = QUESTION.replace("cheapest: cost_per_year", "largest: admitted_72h_pct").replace("worth: 1\n", "worth: 2\n")
    found = found_for(question_of(tmp_path, text), budget=Budget(replications=1_000))
    sure = replace(
        found, answer=replace(found.answer, choice=replace(found.answer.choice, outcome="chosen", sure=True))
    )
    assert "is better in 'Admitted within 72 h' by 2 points or more." in said(sure)
    assert re.search(r"Compared with it +points", answer_text(found, {"change": [], "afresh": [], "sureness": []}))


def test_without_a_clock_the_cap_is_said_beforehand(tmp_path: Path) -> None:
    plan = Plan(question_of(tmp_path), 4_800, 4_800, float("nan"), least=480, at_a_tie=120)
    assert outlook(plan, Budget())[0].endswith(
        "looked at. The search stops after 4,800 replications, and the answer takes 54 more."
    )
    assert outlook(replace(plan, before=800), Budget())[0].endswith(
        "stops after 4,000 replications beyond the 800 that have run, and the answer takes 54 more."
    )
    timed = replace(plan, replication_s=0.5)
    assert outlook(timed, Budget())[0].endswith("the answer takes 54 more: 40 min in all at most.")
