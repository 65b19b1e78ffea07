"""A search on the disk: tables that add up, a scenario that runs, and all that is needed to do it again."""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sim.errors import ResultsError
from sim.experiments.digest import sha256_of
from sim.experiments.driving import Failed
from sim.experiments.find.finding import Found
from sim.experiments.find.question import Question
from sim.experiments.find.saving import folder_of, save
from sim.scenario import load_scenario
from tests.experiments.find.made_up import QUESTION, found_for, of, question_of, run_by

pytestmark = pytest.mark.functional
WHEN = datetime(2027, 1, 4, 10, 15, tzinfo=UTC)
LINE = ["detox-sim", "find", "question.yaml"]


@pytest.fixture
def question(tmp_path: Path) -> Question:
    return question_of(tmp_path)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    return found_for(question_of(tmp_path_factory.mktemp("found")))


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_say_what_was_found(found: Found, tmp_path: Path) -> None:
    folder = folder_of(found.plan.question, tmp_path / "results")
    save(found, folder, LINE, WHEN)
    assert folder.name == "how-few-find"
    points, front, choice = (table(folder / f"{name}.csv") for name in ("points", "pareto", "choice"))
    assert len(points) == 48
    assert sum(int(row["replications"]) for row in points) == found.search.runs.spent
    (chosen,) = [row for row in points if row["chosen"] == "yes"]
    assert chosen["meets"] == "meets"
    assert float(chosen["chance_pct"]) > 50
    assert float(chosen["cost_per_year_low"]) < float(chosen["cost_per_year"]) < float(chosen["cost_per_year_high"])
    assert {row["point"] for row in front} == {row["point"] for row in points if row["front"] == "yes"}
    costs = [float(row["cost_per_year"]) for row in front]
    assert costs == sorted(costs)
    assert [(row["measure"], row["wanted"]) for row in choice] == [
        ("cost_per_year", "smallest"), ("admitted_72h_pct", "at least 80"),
    ]  # fmt: skip
    assert float(choice[0]["mean"]) == found.answer.wish.found.mean


def test_the_scenario_of_the_choice_is_valid_and_is_the_choice(found: Found, tmp_path: Path) -> None:
    question = found.plan.question
    path = save(found, folder_of(question, tmp_path / "results"), LINE, WHEN)
    loaded = load_scenario(path)
    number = found.answer.choice.number
    assert of(loaded.scenario) == of(question.scenario(number))
    assert loaded.scenario.name == f"How few: {question.said(number)}"
    assert "a good choice among these" in loaded.scenario.rationale
    assert loaded.provenance["unit.beds"].kind == "assumed"
    assert loaded.provenance["unit.beds"].text == "Chosen on 2027-01-04 by the search 'How few'."


def test_what_is_set_and_levels_with_their_grounds_go_into_the_scenario(tmp_path: Path) -> None:
    levels = """{levels: {more: {demand: {per_day: {value: 2, assumed: "Growth."}},
      protocols: {stay: {stay: {exponential: {mean: 2 days}}}}}}}"""
    text = QUESTION.replace("{path: demand.per_day, from: 1, to: 4}", levels) + "set: {run.length: 3 weeks}\n"
    found = found_for(question_of(tmp_path, text))
    loaded = load_scenario(save(found, tmp_path / "there", LINE, WHEN))
    assert loaded.scenario.run.length_h == 3 * 168
    assert loaded.provenance["demand.per_day"].text == "Growth."
    assert loaded.scenario.protocols == found.plan.question.scenario(found.answer.choice.number).protocols


def test_facts_are_enough_to_do_it_again(found: Found, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    save(found, folder, LINE, WHEN)
    facts = json.loads((folder / "find.json").read_text(encoding="utf-8"))
    assert facts["complete"] is True
    assert facts["text"] == QUESTION
    assert (facts["ended"], facts["spent"], facts["looked_at"]) == ("sure", found.search.runs.spent, 48)
    assert facts["choice"]["sure"] is True
    assert facts["command"] == LINE
    assert facts["error_of_each_bound"] == pytest.approx(0.05 / (2 * 47 + 1))
    assert {name: sha256_of(folder / name) for name in facts["files"]} == facts["files"]


def test_saving_again_replaces_what_was_there(found: Found, tmp_path: Path) -> None:
    folder = tmp_path / "there"
    save(found, folder, LINE, WHEN)
    before = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    save(found, folder, LINE, WHEN)
    assert {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_points_that_failed_are_in_the_table_with_their_reason(question: Question, tmp_path: Path) -> None:
    run = run_by()
    found = found_for(
        question,
        lambda jobs: [Failed("=a bed") if of(job.scenario)[0] == 7 else run([job])[0] for job in jobs],
    )
    save(found, tmp_path / "there", LINE, WHEN)
    failed = [row for row in table(tmp_path / "there" / "points.csv") if row["status"] == "failed"]
    assert [(row["beds"], row["reason"], row["cost_per_year"]) for row in failed] == [("7", "'=a bed", "")] * 4


def test_a_place_that_cannot_be_written_is_a_sentence(found: Found, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("a file", encoding="utf-8")
    with pytest.raises(ResultsError, match="cannot be saved here"):
        save(found, tmp_path / "there" / "inside", LINE, WHEN)
