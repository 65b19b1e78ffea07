"""Help and `check` answer at once, and a worker starts soon: they load no heavy library that they do not need."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.architecture

HEAVY = {
    *("scipy", "pandas", "plotly", "simpy", "jinja2", "dask", "distributed", "numba", "pyarrow", "kaleido"),
    "xlsxwriter",
}
LOADED_AFTER = """
import json, sys
from sim.cli.main import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""


AT_WORK = """
import json, sys
from sim.experiments.driving.outcome import outcome_of
from sim.experiments.driving.worker import Worker
from sim.experiments.replication import Job
from sim.scenario import load_scenario
short = load_scenario("baseline.yaml", ["run.length=1 day", "run.warm_up=1 day"]).scenario
print(json.dumps([len(outcome_of(Job("short", short, 0))), sorted({name.partition(".")[0] for name in sys.modules})]))
"""


@pytest.mark.parametrize(
    "words", [["--help"], ["compare", "--help"], ["check", "baseline.yaml"], ["measures"]], ids=" ".join
)
def test_no_heavy_library_is_loaded(words: list[str], scenarios: Path) -> None:
    line = [sys.executable, "-c", LOADED_AFTER, *words]
    ran = subprocess.run(line, cwd=scenarios, capture_output=True, encoding="utf-8", check=True)
    code, loaded = json.loads(ran.stderr)
    assert code == 0
    assert not HEAVY & set(loaded)


def test_a_worker_that_gives_numbers_loads_no_tables(scenarios: Path) -> None:
    line = [sys.executable, "-c", AT_WORK]
    numbers, loaded = json.loads(subprocess.check_output(line, cwd=scenarios, encoding="utf-8"))
    assert numbers > 50
    assert HEAVY & set(loaded) == {"simpy", "scipy"}
