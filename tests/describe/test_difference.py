"""What a scenario changes in the one that it extends, as a table that can be read."""

from pathlib import Path

import pytest

from sim.describe.difference import difference
from sim.describe.markdown import rendered
from sim.scenario import LoadedScenario, load_scenario

pytestmark = pytest.mark.unit


@pytest.fixture
def baseline(scenarios: Path) -> Path:
    return scenarios / "baseline.yaml"


def rows(loaded: LoadedScenario) -> list[str]:
    return [line for line in rendered(difference(loaded)).splitlines() if line.startswith("| `")]


def test_the_base_itself_changes_nothing(baseline: Path) -> None:
    assert rendered(difference(load_scenario(baseline))) == "Nothing: this is the base scenario."


def test_a_changed_value_stands_beside_the_old_one(baseline: Path) -> None:
    assert rows(load_scenario(baseline, ["unit.beds=26"])) == ["| `unit.beds` | 24 | 26 |"]


def test_a_part_that_is_gone_is_one_row(baseline: Path) -> None:
    found = rows(load_scenario(baseline, ["demand.no_show=null", "demand.travel=null", "money=null"]))
    assert found[0] == "| `demand.no_show` | 2 values | – |"
    assert found[1].startswith("| `demand.travel` | lognormal: ")
    assert found[2].startswith("| `money` | ")
    assert len(found) == 3


def test_what_is_new_is_told_without_what_the_program_adds(baseline: Path) -> None:
    slots = ["days=sat", "slot_time=11:00", "slots_per_day=2"]
    where = "transition.destinations.outpatient_counselling.telehealth"
    assert rows(load_scenario(baseline, [f"{where}.{each}" for each in slots])) == [
        f"| `{where}.days` | – | sat |",
        f"| `{where}.slot_time` | – | 11:00 |",
        f"| `{where}.slots_per_day` | – | 2 |",
    ]
