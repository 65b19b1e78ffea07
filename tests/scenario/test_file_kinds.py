"""A file of another kind is told from a scenario, and which command it belongs to; shipped names are known anywhere."""

from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import load_scenario
from sim.scenario.finding import any_path, scenario_names, scenario_path, sweep_path
from sim.scenario.reading.file_kinds import CALIBRATION, SCENARIO, SEARCH, SWEEP, FileKind, kind_of, kind_of_file
from tests.scenario.conftest import Told, Write
from tests.scenario.texts import CHILD, WARD

pytestmark = pytest.mark.unit
SHIPPED = Path(__file__).parents[2] / "scenarios"
OTHERS = {
    "axes: {}\nscenario: ward\n": "is a sweep, not a scenario; it belongs to the command 'sweep ward.yaml'",
    "choose: {}\nscenario: ward\n": "is a search, not a scenario; it belongs to the command 'find ward.yaml'",
    "free: {}\ncalibrates: a\n": "is a calibration study, not a scenario; it belongs to the command "
    "'calibrate ward.yaml'",
}


@pytest.mark.parametrize(
    ("folder", "kind"), [("", SCENARIO), ("trials", SCENARIO), ("sweeps", SWEEP), ("find", SEARCH),
                         ("calibration", CALIBRATION)],
)  # fmt: skip
def test_every_shipped_file_is_known_for_what_it_is(folder: str, kind: FileKind) -> None:
    files = list((SHIPPED / folder).glob("*.yaml"))
    assert files
    assert {kind_of_file(path) for path in files} == {kind}


@pytest.mark.parametrize(("text", "says"), OTHERS.items())
def test_what_is_no_scenario_is_told_in_one_sentence(told: Told, text: str, says: str) -> None:
    assert told(text) == [f"ward.yaml: {says}"]


def test_what_shows_no_sign_is_left_to_the_reader(write: Write) -> None:
    assert kind_of("name: x\n") is None
    assert kind_of("people: {axes: 1}\n# axes: 2\n  axes: 3\n") is None
    assert kind_of_file(write("\xff", "x.yaml").parent) is None


def test_a_name_leads_to_the_file_of_the_kind_that_is_wanted(write: Write) -> None:
    write(WARD, "baseline.yaml")
    sweep = write("axes: {}\n", "mine.yaml")
    assert scenario_path(Path("baseline")) == Path("baseline.yaml")
    assert sweep_path(Path("mine")) == sweep
    assert any_path(Path("mine")) == sweep
    assert any_path(Path("beds-and-nurses")).parent.name == "find"
    with pytest.raises(
        ScenarioError, match=r"^mine: is a sweep, not a scenario; it belongs to the command 'sweep mine'"
    ):
        scenario_path(Path("mine"))
    with pytest.raises(ScenarioError, match=r"^rosters: is a search, not a sweep; it belongs to the command 'find ros"):
        sweep_path(Path("rosters"))
    with pytest.raises(
        ScenarioError, match=r"^tight-nights: is a scenario, not a sweep; it belongs to the command 'run "
    ):
        sweep_path(Path("tight-nights"))


def test_only_scenarios_are_offered_for_a_name_that_is_not_there(write: Write) -> None:
    write(WARD, "wards.yaml")
    write("axes: {}\n", "war.yaml")
    assert list(scenario_names([Path()])) == ["wards"]
    with pytest.raises(ScenarioError, match=r"did you mean wards\?"):
        scenario_path(Path("warx"))


def test_a_shipped_scenario_may_be_extended_from_anywhere(write: Write) -> None:
    mine = load_scenario(write("extends: two-more-beds\nname: Mine\n", "far/away/mine.yaml"))
    assert [path.name for path in mine.files] == ["mine.yaml", "two-more-beds.yaml", "baseline.yaml"]
    assert mine.scenario.unit.beds == 26
    inside = load_scenario(write("extends: baseline\nname: Mine\n", "scenarios/mine.yaml"))
    assert inside.scenario.unit.beds == 24


def test_what_a_shipped_scenario_extends_is_shipped_too(write: Write) -> None:
    """And a neighbour goes before a shipped scenario of its name."""
    write(WARD, "baseline.yaml")
    assert load_scenario(write("extends: two-more-beds\nname: A\n", "a.yaml")).scenario.unit.beds == 26
    assert load_scenario(write("extends: baseline\nname: B\n", "b.yaml")).scenario.unit.beds == 10


def test_a_parent_that_is_a_sweep_is_told_as_one(write: Write) -> None:
    write("axes: {}\n", "base.yaml")
    with pytest.raises(ScenarioError, match=r"^base.yaml: is a sweep, not a scenario"):
        load_scenario(write(CHILD))
