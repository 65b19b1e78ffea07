"""Help and `check` answer at once: they load no heavy library."""

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


@pytest.mark.parametrize("words", [["--help"], ["compare", "--help"], ["check", "baseline.yaml"]], ids=" ".join)
def test_no_heavy_library_is_loaded(words: list[str], scenarios: Path) -> None:
    line = [sys.executable, "-c", LOADED_AFTER, *words]
    ran = subprocess.run(line, cwd=scenarios, capture_output=True, encoding="utf-8", check=True)
    code, loaded = json.loads(ran.stderr)
    assert code == 0
    assert not HEAVY & set(loaded)
