"""The README keeps its word: its commands run, its files are there, its tables say what the project says."""

import csv
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sim.cli.main import main
from sim.scenario import load_scenario

pytestmark = pytest.mark.docs

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(?:\w*)\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    shlex.split(line, comments=True)[2:]
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("python3 start.py ")
]
SHORT = ("--set", "run.length=1 week", "--set", "run.warm_up=1 day")
ALONE = ("--workers", "1")
QUICK = {
    "run": (*SHORT, *ALONE, "--replications", "1"),
    "compare": (*SHORT, *ALONE, "--replications", "1"),
    "trace": SHORT,
    "sweep": (*ALONE, "--replications", "1"),
    "find": ("--budget", "12 replications", "--looks", "2"),
    "uncertainty": (*SHORT, *ALONE, "--draws", "10", "--replications", "2", "--only", "leaving.*"),
    "warm-up": (*SHORT, "--replications", "2"),
}
"""What cuts a long command short."""
STUDIES = ("sweeps", "find")
"""Folders of files that say for themselves how long is run."""
PLACEHOLDER = "results/NAME-OF-THE-FOLDER"
PICTURES = "--images"
"""Only a browser draws them."""
LONG = "set: {run.length: 26 weeks}"
BRIEF = "set: {run.length: 2 weeks, run.warm_up: 1 week}"
FEW = {"find": "\nfresh_replications: 2\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place with the shipped scenarios, where a newcomer would type the commands."""
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    for file in (file for name in STUDIES for file in (tmp_path / "scenarios" / name).glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        assert LONG in text
        file.write_text(text.replace(LONG, BRIEF) + FEW.get(file.parent.name, ""), encoding="utf-8")
    return tmp_path


def test_the_example_is_a_valid_scenario_that_changes_what_it_says(folder: Path) -> None:
    (example,) = [block for block in BLOCKS if block.startswith("extends: baseline")]
    file = folder / "scenarios" / "our-nights.yaml"
    file.write_text(example, encoding="utf-8")
    staff = load_scenario(file).scenario.staff
    assert staff is not None
    assert staff.roster["nurses_by_night"].staff == {"nurse": 3}


def test_every_command_of_the_readme_is_one_that_exists() -> None:
    names = {words[0] for words in COMMANDS}
    assert names <= {"demo", "test", "new", "check", "report", "animate", "gallery", "describe", "measures", *QUICK}
    assert {"demo", "new", "check", "compare", "find", "sweep", "uncertainty"} <= names


@pytest.mark.timeout(600)
def test_the_commands_run_as_they_stand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In their order, in one folder; long runs are cut short, the placeholder becomes the folder that was written."""
    monkeypatch.chdir(folder)
    for words in COMMANDS:
        if words[0] not in ("demo", "test") and PICTURES not in words:
            assert main(_cut_short(words)) == 0, words
    assert Path("scenarios", "our-nights.yaml").is_file()
    assert len(list(Path("results").glob("*/report.html"))) >= 3


@pytest.mark.usefixtures("chromium")
def test_the_commands_that_draw_pictures_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert main(["run", "baseline", *QUICK["run"]]) == 0
    (drawing,) = [words for words in COMMANDS if PICTURES in words]
    assert main(_cut_short(drawing)) == 0
    assert list(Path("results").glob("*/images/*.svg"))


def _cut_short(words: list[str]) -> list[str]:
    if "--precision" in words:
        return [*words, *SHORT, *ALONE, "--most", "10"]
    named = [str(next(Path("results").iterdir())) if word == PLACEHOLDER else word for word in words]
    return [*named, *QUICK.get(words[0], ())]


def test_the_python_example_runs_and_prints_a_table(folder: Path) -> None:
    (example,) = [block for block in BLOCKS if block.startswith("import sim")]
    short = example.replace('"baseline", replications=5', f'"baseline", {[*SHORT[1::2]]}, replications=2')
    short = short.replace('["unit.beds=26"], replications=5', f"{['unit.beds=26', *SHORT[1::2]]}, replications=2")
    assert "=5" not in short
    line = [sys.executable, "-P", "-c", short]
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=True)
    assert "verdict" in done.stdout


def test_the_table_of_scenarios_is_complete() -> None:
    section = README.split("### Shipped scenarios")[1].split("###")[0]
    told = dict(re.findall(r"^\| `([\w-]+)` \| (.+) \|$", section, re.MULTILINE))
    files = {path.stem: YAML(typ="safe").load(path) for path in (ROOT / "scenarios").glob("*.yaml")}
    assert told.keys() == files.keys()
    for name, question in told.items():
        assert name == "baseline" or question == files[name]["question"]


def test_pictures_links_and_folders_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    links = [link for link in re.findall(r"[^!]\[[^\]]+\]\(([^)]+)\)", README) if "://" not in link]
    folders = re.findall(r"^\| `((?:sim|reports)[\w/]*)` \|", README, re.MULTILINE)
    assert pictures
    titles = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    headings = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    for name in [*pictures, *links, *folders]:
        assert name.removeprefix("#") in headings if name.startswith("#") else (ROOT / name).exists(), name


@pytest.mark.parametrize("trial", ["lofexidine", "clonidine"])
def test_the_table_of_trials_is_the_shipped_fit(trial: str) -> None:
    with (ROOT / "scenarios" / "calibration" / f"{trial}-trial-fit.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["role"]: f"{float(row['mean']):.1f} %" for row in csv.DictReader(file)}
    section = README.partition("### How the model compares with trials")[2].partition("##")[0]
    assert f"{found['target']}, fitted" in section
    assert f"{found['prediction']}, predicted" in section
