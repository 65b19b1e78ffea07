"""The same command again: what it goes on from, and when there is nothing left to do."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from math import inf
from pathlib import Path

import pytest

from sim.experiments.find.budget import Budget, Clock
from sim.experiments.find.earlier import STORE, Earlier, earlier
from sim.experiments.find.facts import FACTS
from sim.experiments.find.plan import Known, planned
from sim.experiments.find.question import Question
from sim.experiments.find.runs import Runs
from sim.experiments.find.saving import save
from tests.experiments.find.made_up import QUESTION, WARD, WITHOUT, found_for, question_of, run_by

pytestmark = pytest.mark.functional
WHEN = datetime(2027, 1, 4, 10, 15, tzinfo=UTC)
WIDE = QUESTION.replace("to: 12", "to: 40").replace("to: 4}", "to: 30}") + "looks: 40\n"


def saved(folder: Path, question: Question, budget: Budget = WITHOUT) -> Path:
    """A folder with the search as it ended, and a store."""
    save(found_for(question, budget=budget), folder, ["detox-sim"], WHEN)
    (folder / STORE).touch()
    return folder


@pytest.fixture(scope="module")
def question(tmp_path_factory: pytest.TempPathFactory) -> Question:
    return question_of(tmp_path_factory.mktemp("question"))


@pytest.fixture(scope="module")
def sure(question: Question, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(tmp_path_factory.mktemp("sure"), question)


@pytest.fixture(scope="module")
def unsure(question: Question, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ended by its budget, a part of which is too little for another batch."""
    return saved(tmp_path_factory.mktemp("unsure"), question, Budget(replications=200))


def test_nothing_is_known_of_what_was_not(question: Question, tmp_path: Path) -> None:
    assert earlier(tmp_path, question) == Earlier()
    (tmp_path / FACTS).write_text("{}", encoding="utf-8")
    assert earlier(tmp_path, question) == Earlier()


def test_a_sure_answer_is_done_whatever_the_budget(question: Question, sure: Path) -> None:
    before = earlier(sure, question)
    assert (before.same, before.sure, before.other) == (True, True, False)
    assert all(before.covers(question, budget, None) for budget in (WITHOUT, Budget(seconds=60)))


def test_a_file_that_allows_no_more_writes_nothing_over_and_a_budget_goes_on(question: Question, unsure: Path) -> None:
    before = earlier(unsure, question)
    assert not before.sure
    assert before.covers(question, Budget(seconds=60), before.known.looks - 1)
    assert before.covers(replace(question, replications=before.reach), WITHOUT, None)
    assert not before.covers(replace(question, replications=before.reach + 1), WITHOUT, None)
    assert not before.covers(question, Budget(replications=1), None)
    assert not before.covers(question, Budget(seconds=1), None)
    assert not before.covers(question, WITHOUT, None)
    assert not before.covers(question, Budget(replications=100), before.known.looks + 1)


def test_results_that_were_changed_are_made_again(question: Question, tmp_path: Path) -> None:
    folder = saved(tmp_path / "there", question)
    (folder / "points.csv").write_text("mine", encoding="utf-8")
    before = earlier(folder, question)
    assert before.same
    assert not before.covers(question, WITHOUT, None)


def test_without_its_store_all_is_run_again(question: Question, tmp_path: Path) -> None:
    folder = saved(tmp_path / "there", question)
    (folder / STORE).unlink()
    assert earlier(folder, question).known == Known()


def test_another_scenario_under_the_same_name_is_another_search(question: Question, sure: Path, tmp_path: Path) -> None:
    changed = question_of(tmp_path, ward=WARD.replace("per_day: 2", "per_day: 3"))
    assert changed.text == question.text
    before = earlier(sure, changed)
    assert (before.same, before.other, before.known) == (False, True, Known())


def test_another_scenario_behind_a_level_is_too(sure: Path, tmp_path: Path) -> None:
    levels = "{levels: {as it is: {}, more: more}}"
    text = QUESTION.replace("{path: demand.per_day, from: 1, to: 4}", levels)
    more = tmp_path / "more.yaml"

    def read(per_day: int) -> Question:
        more.write_text(
            f"extends: ward\nname: More\ndemand:\n  per_day: {{value: {per_day}, assumed: A test.}}\n", encoding="utf-8"
        )
        return question_of(tmp_path, text)

    folder = saved(tmp_path / "there", read(3))
    assert earlier(folder, read(3)).same
    assert earlier(folder, read(4)).other


def test_another_program_starts_anew(question: Question, tmp_path: Path) -> None:
    folder = saved(tmp_path / "there", question)
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    (folder / FACTS).write_text(json.dumps({**facts, "fingerprint": "", "model_hash": ""}), encoding="utf-8")
    before = earlier(folder, question)
    assert (before.same, before.other) == (False, False)


@pytest.mark.parametrize(
    ("known", "replications", "looks"),
    [
        (Known(looks=10, spent=200, still=300), 300, 10),
        (Known(looks=10, spent=200, still=300), 400, 15),
        (Known(looks=10, spent=200, still=inf), 9_800, 10),
        (Known(looks=10, spent=200, still=0), 9_800, 40),
    ],
)
def test_more_is_looked_at_once_what_was_is_told_apart(
    known: Known, replications: int, looks: int, tmp_path: Path
) -> None:
    question = question_of(tmp_path, WIDE)
    plan = planned(question, Runs(question, run_by()), Budget(replications=replications), Clock(None), known)
    assert plan.question.looks == looks
