"""What a loaded scenario holds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import load_scenario
from sim.scenario.protocols import FixedStay
from sim.scenario.reading.identity import LONGEST, identity
from sim.scenario.values.distributions import Exponential
from tests.scenario.conftest import Loaded, Write
from tests.scenario.texts import CHILD, TAPER, WARD

pytestmark = pytest.mark.unit

SHIPPED = Path(__file__).parents[2] / "scenarios"


def test_durations_are_hours_and_clock_times_hours_after_midnight(load: Loaded) -> None:
    scenario = load(WARD).scenario
    assert (scenario.run.length_h, scenario.run.warm_up_h, scenario.run.horizon_h) == (1680.0, 168.0, 1848.0)
    assert scenario.staff is not None
    day = scenario.staff.roster["day"]
    assert (day.days, day.from_h, day.to_h, day.staff) == (tuple(range(7)), 7.5, 19.5, {"nurse": 2, "doctor": 1})
    plain = scenario.protocols["plain"]
    assert isinstance(plain, FixedStay)
    assert plain.stay == Exponential(120.0)


def test_the_resolved_tree_is_the_file_as_it_is_written(load: Loaded) -> None:
    resolved = load(TAPER).resolved
    assert resolved == json.loads(json.dumps(resolved))
    assert resolved["run"] == {"length": "10 weeks", "warm_up": "1 week", "replications": 2, "seed": 1}
    assert resolved["protocols"]["taper"]["mg_by_day"] == [8, 6, 4]
    assert "leaving" not in resolved


def test_the_resolved_tree_says_the_same_scenario_again(load: Loaded, write: Write) -> None:
    loaded = load(CHILD + "unit: {beds: 12, ratio: null}\n", base=TAPER)
    again = load_scenario(write(json.dumps(loaded.resolved), "again.yaml"))
    assert again.scenario == loaded.scenario
    assert again.resolved == loaded.resolved


def test_a_path_may_be_text(write: Write) -> None:
    write(WARD)
    assert load_scenario("ward.yaml").path == Path("ward.yaml")


def test_a_loaded_scenario_cannot_be_changed(load: Loaded) -> None:
    loaded = load(WARD)
    with pytest.raises(Exception, match="frozen"):
        loaded.scenario.run.seed = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("stem", "changes", "name"),
    [
        ("two-more-beds", (), "two-more-beds"),
        ("Two more beds (final)", (), "two-more-beds-final"),
        ("Übergang", (), "ubergang"),
        ("病棟", (), "scenario"),
        ("..", (), "scenario"),
        ("baseline", ("unit.beds=26",), "baseline-unit-beds-26"),
        ("baseline", ("unit.beds=26", "run.seed=2"), "baseline-unit-beds-26-run-seed-2"),
    ],
)
def test_identity(stem: str, changes: tuple[str, ...], name: str) -> None:
    assert identity(stem, changes) == name


def test_long_identities_are_cut_and_stay_apart() -> None:
    first, second = identity("x" * 300 + "a", ()), identity("x" * 300 + "b", ())
    assert first != second
    assert max(len(first), len(second)) <= LONGEST


def test_faults_are_sentences_and_the_exit_code_is_3(load: Loaded) -> None:
    with pytest.raises(ScenarioError) as refused:
        load("name: Nothing\n")
    assert refused.value.exit_code == 3
    assert str(refused.value) == "\n".join(refused.value.faults)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_scenario_is_valid(path: Path) -> None:
    loaded = load_scenario(path)
    assert loaded.identity == path.stem
    assert loaded.scenario.question
    assert loaded.scenario.rationale


def test_reading_a_scenario_loads_no_heavy_library(write: Write) -> None:
    write(TAPER.replace("peak_score: 24", "peak_score: {normal: {centre: 24, width: 6, low: 4, high: 45}}"))
    heavy = "{'numpy', 'scipy', 'pandas', 'plotly', 'dask', 'numba', 'simpy'}"
    code = (
        "import sys; from sim.scenario import load_scenario; load_scenario('ward.yaml'); "
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SHIPPED.parent)},
    )
    assert done.stdout.strip() == "[]"
