"""The searches that are shipped are valid, and so is every unit that they may choose."""

from datetime import date
from pathlib import Path

import pytest

from sim.experiments.calibration.originals import originals
from sim.experiments.find.answer import Answer, Checked, Choice
from sim.experiments.find.reading import read_question
from sim.experiments.find.written import scenario_text
from sim.experiments.intervals import paired_interval, t_interval
from sim.experiments.statistics.selection.forecast import Forecast
from sim.scenario import load_scenario

pytestmark = pytest.mark.functional


@pytest.mark.parametrize(("name", "size"), [("beds-and-nurses", 42), ("rosters", 36)])
def test_a_shipped_search_is_valid_with_all_its_units(name: str, size: int, scenarios: Path) -> None:
    question = read_question(scenarios / "find" / f"{name}.yaml")
    assert question.size == size
    assert question.question.endswith("?")
    for number in question.allowed:
        question.scenario(number)


def test_every_shipped_search_is_tested(scenarios: Path) -> None:
    assert sorted(path.stem for path in (scenarios / "find").iterdir()) == ["beds-and-nurses", "rosters"]


@pytest.mark.parametrize("number", [0, 17, 35])
def test_the_scenario_of_a_choice_is_the_unit_that_was_run(number: int, scenarios: Path, tmp_path: Path) -> None:
    question = read_question(scenarios / "find" / "rosters.yaml")
    extends, texts = originals(question.loaded)
    none = t_interval([])
    nothing = Checked(none, none, paired_interval([], []))
    answer = Answer(
        Choice("chosen", number, sure=True, settled=True, reached=0.95, still=Forecast(0, 0)), (), nothing, (), None
    )
    texts["found.yaml"] = scenario_text(question, answer, extends, date(2027, 1, 4))
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    written, run = load_scenario(tmp_path / "found.yaml").scenario, question.scenario(number)
    words = {"name": "", "question": "", "rationale": ""}
    assert written.model_copy(update=words) == run.model_copy(update=words)
