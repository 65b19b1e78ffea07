"""`extends`: where a parent may be, and what is said when it is not there."""

from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import load_scenario
from tests.scenario.conftest import Loaded, Told, Write
from tests.scenario.texts import CHILD, WARD, changed

pytestmark = pytest.mark.unit


def test_a_child_says_only_what_differs(load: Loaded) -> None:
    loaded = load(CHILD + "unit: {beds: 12}\n", base=WARD)
    assert loaded.scenario.unit.beds == 12
    assert loaded.scenario.demand.per_day == 2
    assert loaded.scenario.unit.ratio is not None
    assert loaded.files == (Path("ward.yaml"), Path("base.yaml"))


@pytest.mark.parametrize("name", ["base", "base.yaml", "./base", "sub/../base"])
def test_ways_to_name_the_same_parent(load: Loaded, name: str) -> None:
    assert load(f"extends: {name}\nname: Child\n", base=WARD).scenario.unit.beds == 10


def test_grandparents(write: Write) -> None:
    write(WARD, "base.yaml")
    write("extends: base\nname: Parent\nunit: {beds: 12}\nrun: {seed: 5}\n", "parent.yml")
    scenario = load_scenario(write("extends: parent.yml\nname: Child\nrun: {seed: 6}\n")).scenario
    assert (scenario.unit.beds, scenario.run.seed, scenario.run.replications) == (12, 6, 2)


def test_a_scenario_speaks_for_itself(load: Loaded, told: Told) -> None:
    base = changed(WARD, ("name: Small ward", "name: Small ward\nquestion: Why?\nrationale: Because."))
    scenario = load(CHILD, base=base).scenario
    assert (scenario.name, scenario.question, scenario.rationale) == ("Child", "", "")
    assert told("extends: base\n", base=base) == ["ward.yaml:1: name: is missing; it is needed here"]


def test_a_fault_of_the_parent_is_told_with_its_file_and_line(told: Told) -> None:
    base = changed(WARD, ("per_day: 2", "per_day: two"), ("beds: 10", "beds: ten"))
    assert told(CHILD + "unit: {beds: 12}\nrun: {seed: -1}\n", base=base) == [
        "base.yaml:9: demand.per_day: is 'two'; a number in plain digits, without quotes, is accepted",
        "ward.yaml:4: run.seed: is -1; a value of at least 0 is accepted",
    ]


def test_a_parent_that_cannot_be_read_is_told_with_its_own_name(told: Told) -> None:
    assert told(CHILD, base="a: [\n") == ["base.yaml:2: the file ends inside a bracket or brace"]


def test_a_misspelt_parent(told: Told) -> None:
    assert told("extends: bsae\nname: Child\n", base=WARD) == [
        "ward.yaml:1: extends: is 'bsae', and there is no such file here and no shipped scenario of that name; did you "
        "mean base?"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "~/base",
        "C:base",
        "C:\\base",
        "sub\\base",
        "http://example.org/base",
        "file:base",
        '""',
        "12",
        "[base]",
        "{a: b}",
    ],
)
def test_what_is_no_neighbour(told: Told, name: str) -> None:
    (sentence,) = told(f"extends: {name}\nname: Child\n", base=WARD)
    assert sentence.startswith("ward.yaml:1: extends: is ")
    assert sentence.endswith("the name of a scenario file near this one is accepted, such as baseline")


def test_a_parent_outside_the_folder(write: Write) -> None:
    write(WARD, "base.yaml")
    with pytest.raises(
        ScenarioError, match=r"^mine/ward.yaml:1: extends: is '../base', which lies outside the folder 'mine'$"
    ):
        load_scenario(write("extends: ../base\nname: Child\n", "mine/ward.yaml"))


def test_inside_a_folder_called_scenarios_the_whole_of_it_may_be_used(write: Write) -> None:
    write(WARD, "scenarios/base.yaml")
    path = write("extends: ../base\nname: Child\n", "scenarios/mine/ward.yaml")
    assert load_scenario(path).files == (path, Path("scenarios/base.yaml"))
    write(WARD, "base.yaml")
    with pytest.raises(ScenarioError, match="which lies outside the folder 'scenarios'"):
        load_scenario(write("extends: ../../base\nname: Child\n", "scenarios/mine/ward.yaml"))


def test_no_link_leads_out(write: Write) -> None:
    write(WARD, "elsewhere/secret.yaml")
    path = write("extends: base\nname: Child\n", "mine/ward.yaml")
    Path("mine/base.yaml").symlink_to(Path("elsewhere/secret.yaml").resolve())
    with pytest.raises(
        ScenarioError, match=r"^mine/ward.yaml:1: extends: is 'base', which lies outside the folder 'mine'$"
    ):
        load_scenario(path)


def test_no_linked_folder_leads_out(write: Write) -> None:
    write(WARD, "elsewhere/base.yaml")
    path = write("extends: sub/base\nname: Child\n", "mine/ward.yaml")
    Path("mine/sub").symlink_to(Path("elsewhere").resolve())
    with pytest.raises(ScenarioError, match="which lies outside the folder 'mine'"):
        load_scenario(path)


def test_a_parent_is_looked_for_beside_the_real_file(write: Write) -> None:
    write(WARD, "real/base.yaml")
    write(CHILD, "real/ward.yaml")
    Path("link.yaml").symlink_to(Path("real/ward.yaml").resolve())
    assert load_scenario("link.yaml").files == (Path("link.yaml"), Path("real/base.yaml"))


def test_a_link_to_itself(write: Write) -> None:
    path = write(CHILD)
    Path("base.yaml").symlink_to("base.yaml")
    with pytest.raises(ScenarioError, match=r"^ward.yaml:1: extends: is 'base', "):
        load_scenario(path)


def test_a_folder_is_no_parent(write: Write) -> None:
    path = write("extends: sub\nname: Child\n")
    Path("sub.yaml").mkdir()
    with pytest.raises(ScenarioError, match="extends: is 'sub', and there is no such file"):
        load_scenario(path)


def test_a_circle_is_told_with_the_chain(write: Write) -> None:
    write("extends: b\n", "a.yaml")
    write("\nextends: c\n", "b.yaml")
    write("extends: b\n", "c.yaml")
    with pytest.raises(ScenarioError, match=r"^c.yaml:1: extends: goes round in a circle: b.yaml -> c.yaml -> b.yaml$"):
        load_scenario("a.yaml")


def test_a_file_that_extends_itself(told: Told) -> None:
    assert told("extends: ward\n") == ["ward.yaml:1: extends: goes round in a circle: ward.yaml -> ward.yaml"]


def test_the_chain_has_an_end(write: Write) -> None:
    write(WARD, "s0.yaml")
    for number in range(1, 12):
        write(f"extends: s{number - 1}\nname: Child\n", f"s{number}.yaml")
    assert load_scenario("s9.yaml").scenario.unit.beds == 10
    with pytest.raises(ScenarioError, match=r"^s2.yaml:1: extends: goes back more than 10 files$"):
        load_scenario("s11.yaml")
