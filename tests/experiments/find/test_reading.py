"""Reading the file of a search: everything that is wrong with it at once."""

from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.experiments.find.question import Question
from sim.experiments.find.reading import read_question
from tests.experiments.find.made_up import QUESTION, files, of, question_of

pytestmark = pytest.mark.unit


def faults(folder: Path, *changes: tuple[str, str]) -> list[str]:
    text = QUESTION
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    with pytest.raises(ScenarioError) as refused:
        read_question(files(folder, text))
    return [fault.removeprefix(f"{folder}/") for fault in refused.value.faults]


def test_a_question_is_a_grid(tmp_path: Path) -> None:
    question = question_of(tmp_path)
    assert (question.name, question.size, question.guided) == ("How few", 48, False)
    assert (question.chance, question.worth, question.fresh_replications) == (0.95, 1, 20)
    assert (question.looks, question.replications) == (200, 4_800)
    assert question.said(0) == "beds 1, demand 1"
    assert question.said(6) == "beds 2, demand 3"
    assert of(question.scenario(6)) == (2, 3)
    assert question.access.name == "admitted_72h_pct"


def test_numbers_may_be_listed_or_come_in_steps_and_move_together(tmp_path: Path) -> None:
    text = QUESTION.replace("from: 1, to: 12", "values: [9, 3, 3]").replace("from: 1, to: 4", "from: 1, to: 6, step: 2")
    question = question_of(tmp_path, text)
    assert [question.choices[0].values, question.choices[1].values] == [(3, 9), (1, 3, 5)]
    together = QUESTION.replace("path: unit.beds", "paths: [unit.beds, demand.per_day]").replace(
        "  demand: {path: demand.per_day, from: 1, to: 4}\n", ""
    )
    assert of(question_of(tmp_path, together).scenario(2)) == (3, 3)


def test_levels_are_parts_of_a_scenario(tmp_path: Path) -> None:
    text = QUESTION.replace(
        "{path: demand.per_day, from: 1, to: 4}",
        "{levels: {as it is: {}, more: {demand: {per_day: {value: 5, assumed: Growth.}}}}}",
    )
    question = question_of(tmp_path, text)
    assert question.said(1) == "beds 1, demand more"
    assert [of(question.scenario(number)) for number in (0, 1)] == [(1, 2), (1, 5)]


def test_neighbours_are_one_step_away(tmp_path: Path) -> None:
    question = question_of(tmp_path)
    assert [question.said(each) for each in question.neighbours(6)] == [
        "beds 2, demand 2", "beds 2, demand 4", "beds 1, demand 3", "beds 3, demand 3",
    ]  # fmt: skip
    assert [question.said(each) for each in question.neighbours(47)] == ["beds 12, demand 3", "beds 11, demand 4"]
    levels = "{levels: {a: {}, b: {demand: {per_day: 3}}, c: {demand: {per_day: 4}}}}"
    named = question_of(tmp_path, QUESTION.replace("{path: demand.per_day, from: 1, to: 4}", levels))
    assert [named.said(each) for each in named.neighbours(0)] == [
        "beds 1, demand b",
        "beds 1, demand c",
        "beds 2, demand a",
    ]


def test_conditions_leave_points_out(tmp_path: Path) -> None:
    question = question_of(tmp_path, QUESTION + "only_if: [beds >= 4 * demand]\n")
    assert [question.said(number) for number in question.allowed][:2] == ["beds 4, demand 1", "beds 5, demand 1"]
    assert question.size == 9 + 5 + 1


def test_set_changes_every_point(tmp_path: Path) -> None:
    question = question_of(tmp_path, QUESTION + "set: {run.length: 1 week}\n")
    assert question.loaded.scenario.run.length_h == question.scenario(3).run.length_h == 168


@pytest.mark.parametrize(("said", "share"), [("95 %", 0.95), ("95", 0.95), ("99.9%", 0.999), ("50 %", 0.5)])
def test_a_chance_is_written_in_percent(said: str, share: float, tmp_path: Path) -> None:
    assert question_of(tmp_path, QUESTION + f"chance: {said}\n").chance == pytest.approx(share)


def test_the_largest_may_be_wanted_too(tmp_path: Path) -> None:
    question = question_of(tmp_path, QUESTION.replace("cheapest: cost_per_year", "largest: balance_per_year"))
    assert question.wish.largest
    assert question.wish.cost(5) == -5


def test_looks_of_the_command_line_go_first(tmp_path: Path) -> None:
    def read(looks: int | None) -> Question:
        return question_of(tmp_path, QUESTION + "looks: 20\n", looks=looks)

    assert (read(None).looks, read(None).guided, read(None).replications) == (20, True, 2_000)
    assert (read(48).looks, read(48).guided) == (48, False)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("schema_version: 1", "schema_version: 2", "question.yaml:1: schema_version: is 2; 1 is accepted"),
        ("scenario: ward", "scenario: wrad", "question.yaml:4: scenario: is 'wrad'"),
        ("unit.beds", "unit.bed", "choose.beds: unit.bed is not known"),
        ("from: 1, to: 12", "from: 12, to: 1", "choose.beds.from: is 12; a value up to 'to', which is 1, is accepted"),
        ("from: 1, to: 12", "from: 0, to: 12", "choose.beds: 0 is not valid: unit.beds"),
        ("from: 1, to: 12", "from: 1", "choose.beds: 'from' and 'to' are accepted, or 'values'"),
        ("from: 1, to: 12", "values: [1.5]", "choose.beds.values.0: is 1.5; a whole number"),
        ("path: unit.beds, ", "", "choose.beds: one of 'path' and 'paths' is accepted"),
        ("demand: {path: demand.per_day", "demand: {path: unit.beds", "choose: names unit.beds more than once"),
        ("  beds: {", "  point: {", "choose.point: is not accepted as a name"),
        ("path: unit.beds, from: 1, to: 12", "levels: {}", "choose.beds: has no level"),
        ("path: unit.beds, from: 1, to: 12", "levels: {few: {unit: {beds: 0}}}", "few is not valid: unit.beds"),
        ("cheapest: cost_per_year\n", "", "one of 'cheapest', 'smallest' and 'largest' is accepted"),
        ("cheapest: cost_per_year", "cheapest: cost_per_yaer", "did you mean cost_per_year?"),
        ("worth: 1", "worth: 0", "worth: is 0; a value above 0 is accepted"),
        ("at_least: 80, ", "", "targets.0: one of 'at_least' and 'at_most' is accepted"),
        ("tolerance: 1", "tolerance: -1", "targets.0.tolerance: is -1; a value above 0 is accepted"),
        ("worth: 1", "worth: 1\nchance: 101 %", "chance: is '101 %'; a chance from 50 %"),
        ("worth: 1", "worth: 1\nchance: sure", "chance: is 'sure'; a chance from 50 %"),
        ("worth: 1", "worth: 1\naccess: occupancy_pct", "access: is 'occupancy_pct', of which neither more nor less"),
        ("worth: 1", "worth: 1\nonly_if: [beds > 100]", "only_if: leaves out every point"),
        ("worth: 1", "worth: 1\nlook: 3", "look: is not known here; did you mean looks?"),
    ],
)
def test_what_is_wrong_is_said_in_its_place(before: str, after: str, said: str, tmp_path: Path) -> None:
    found = faults(tmp_path, (before, after))
    assert any(said in fault for fault in found), found


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, ("worth: 1", "worth: -2"), ("unit.beds", "unit.bed"), ("tolerance: 1", "tolerance: x"))
    assert len(found) == 3


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="is not there; the file of a search is accepted"):
        read_question(tmp_path / "none.yaml")
