"""An installed wheel holds all that the program reads, and finds the shipped scenarios."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import start

pytestmark = pytest.mark.functional

ROOT = Path(start.__file__).parent
DATA = {".csv", ".jinja", ".css", ".js", ".json"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, away from the project."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("detox_sim-*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_it_holds_code_and_data(installed: Path) -> None:
    for package in ("sim", "reports"):
        written = {path for path in (ROOT / package).rglob("*") if path.suffix in {".py", *DATA}}
        missing = {path for path in written if not (installed / path.relative_to(ROOT)).is_file()}
        assert not missing


def test_it_holds_nothing_else_at_the_top(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if path.suffix != ".dist-info"} == {"sim", "reports"}


def test_it_finds_the_shipped_scenarios(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    line = [sys.executable, "-m", "sim", "check", "two-more-beds"]
    ran = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
