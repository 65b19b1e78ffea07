"""Precision, comparing, more and warm-up on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import PLAIN, Terminal, copy_of

pytestmark = pytest.mark.functional
ONE = ("--workers", "1")


@pytest.fixture
def plain() -> str:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    return "plain.yaml"


@pytest.fixture
def bigger(plain: str) -> list[str]:
    names = []
    for beds in (9, 10):
        Path(f"beds-{beds}.yaml").write_text(
            f"extends: plain\nname: Beds {beds}\nunit: {{beds: {beds}}}\n", encoding="utf-8"
        )
        names.append(f"beds-{beds}.yaml")
    return [plain, *names]


def newest() -> Path:
    return max(Path("results").iterdir(), key=lambda folder: (folder / "run.json").stat().st_mtime_ns)


def manifest(folder: Path) -> Any:
    return json.loads((folder / "run.json").read_text(encoding="utf-8"))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_precision_adds_replications_and_the_line_repeats_them(terminal: Terminal, plain: str) -> None:
    words = ("--precision", "wait_mean_h=500", "--precision", "90%")
    ending = terminal("run", plain, *words, *ONE)
    assert ending.code == 0, ending.err
    assert "The precision that was asked for was reached with " in flat(ending.out)
    assert "The interval holds the true mean with about 95 % confidence." in flat(ending.out)
    assert ending.out.startswith("Before the run: about ")
    told = manifest(newest())
    assert told["replications"] >= told["precision"]["reached"] + 5
    assert told["command"] == ["detox-sim", "run", plain, *words]


def test_the_cap_is_honest(terminal: Terminal, plain: str) -> None:
    ending = terminal("run", plain, "--precision", "occupancy_pct=0.001", "--most", "10", *ONE)
    assert ending.code == 0, ending.err
    said = flat(ending.out)
    assert "Not there yet at the cap of 10 replications" in said
    assert "and ±0.001 was asked for. About " in said
    assert max(map(len, ending.out.partition("Report:")[0].splitlines())) <= 80


def test_a_measure_that_is_never_seen_is_not_reached(terminal: Terminal, plain: str) -> None:
    ending = terminal("run", plain, "--precision", "wait_mean_h=500", "--set", "demand.per_day=0", "--most", "10", *ONE)
    assert ending.code == 0, ending.err
    assert "was not reached in 10 replications. No interval, and so not reached: “Wait to" in flat(ending.out)
    assert manifest(newest())["precision"]["reached"] is None


def test_comparisons_of_every_pair_fit_the_terminal(terminal: Terminal, bigger: list[str]) -> None:
    words = ("--all-pairs", "--correction", "holm", "--matters", "occupancy_pct=3")
    ending = terminal("compare", *bigger, *words, "--replications", "4", *ONE)
    assert ending.code == 0, ending.err
    table = ending.out.partition("Report:")[0]
    assert table.count("Verdict") == 3
    assert "Beds 10, compared with Beds 9" in table
    assert "changed, by enough" in table
    assert "Holm's test of all 3 differences" in flat(table)
    assert "Luck in common: " in table
    assert max(map(len, table.splitlines())) <= 80
    told = manifest(newest())
    assert told["comparison"]["matters"] == {"occupancy_pct": 3.0}
    assert told["comparison"]["family"] == 3
    assert (newest() / "pairs.csv").is_file()
    assert [word for word in words if word not in told["command"]] == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--precision", "five"), "'five' is no precision"),
        (("--precision", "wait_mean=1"), "did you mean wait_mean_h?"),
        (("--precision", "5%", "--most", "10", "--replications", "8"), "13 or more is accepted"),
        (("--most", "20"), "goes with --precision"),
        (("--correction", "sidak"), "bonferroni, holm or none is accepted"),
        (("--matters", "wait_mean_h"), "MEASURE=AMOUNT"),
        (("--matters", "wait_mean_h=nan"), "MEASURE=AMOUNT"),
        (("--matters", "wait_mean=1"), "did you mean wait_mean_h?"),
    ],
)
def test_a_bad_wish_is_a_sentence_and_nothing_is_written(
    terminal: Terminal, bigger: list[str], words: tuple[str, ...], says: str
) -> None:
    ending = terminal("compare", *bigger, *words, *ONE)
    assert ending.code == 2
    assert says in flat(ending.err.replace("│", " "))
    assert not Path("results").exists()


def test_more_makes_a_new_folder_beside_the_old_one(terminal: Terminal, plain: str) -> None:
    assert terminal("run", plain, "--quiet", *ONE).code == 0
    old = newest()
    before = {path.name: path.read_bytes() for path in old.iterdir()}
    ending = terminal("more", str(old), "--replications", "5", *ONE)
    assert ending.code == 0, ending.err
    new = newest()
    assert new != old
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before
    told = manifest(new)
    assert (told["replications"], told["more_of"]) == (5, old.name)
    assert told["command"] == f"detox-sim run {plain} --replications 5".split()
    assert "Means of 5 replications" in ending.out
    assert terminal(*told["command"][1:], "--quiet", *ONE).code == 0
    for path in new.glob("*.csv"):
        assert path.read_bytes() == (newest() / path.name).read_bytes(), path.name


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "either --replications or --precision"),
        (("--replications", "5", "--precision", "5%"), "either --replications or --precision"),
        (("--replications", "2"), "2 replications are there already"),
    ],
)
def test_more_says_what_it_needs(terminal: Terminal, plain_results: Path, words: tuple[str, ...], says: str) -> None:
    ending = terminal("more", str(copy_of(plain_results)), *words, *ONE)
    assert ending.code == 2
    assert says in flat(ending.err.replace("│", " "))
    assert len(list(Path("results").iterdir())) == 1


def test_more_runs_nothing_for_what_is_there(terminal: Terminal, plain: str) -> None:
    assert terminal("run", plain, "--quiet", "--replications", "10", *ONE).code == 0
    ending = terminal("more", str(newest()), "--precision", "wait_mean_h=500", *ONE)
    assert (ending.code, ending.err) == (0, "")
    assert "that precise already: 5 of their 10 replications are enough" in flat(ending.out)
    assert len(list(Path("results").iterdir())) == 1


def test_warm_up_gives_advice_and_a_page(terminal: Terminal, plain: str) -> None:
    ending = terminal("warm-up", plain, "--set", "run.length=20 weeks", *ONE)
    assert ending.code == 0, ending.err
    assert "Beds occupied" in ending.out
    assert "MSER-5 leaves out" in ending.out
    assert "is advised; the scenario has 0 weeks" in flat(ending.out)
    (folder,) = Path("results").iterdir()
    assert {path.name for path in folder.iterdir()} == {"from_start.csv", "welch.csv", "warm-up.html", "warm-up.json"}
    rows = (folder / "welch.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "series,day,mean,moving_average,low,high"
    assert [row.partition(",")[2].partition(",")[0] for row in rows if row.startswith("occupied")][-1] == "139"
    told = json.loads((folder / "warm-up.json").read_text(encoding="utf-8"))
    assert told["command"] == ["detox-sim", "warm-up", plain, "--set", "run.length=20 weeks"]
    assert told["advice"]["chosen_days"] == 0


def test_warm_up_of_too_short_a_run(terminal: Terminal, plain: str) -> None:
    ending = terminal("warm-up", plain, *ONE)
    assert ending.code == 0, ending.err
    assert "Too short to say: nobody can tell whether a warm-up of 0 weeks is enough" in flat(ending.out)
    assert "run it again over 8 weeks or more (run.length)" in flat(ending.out)
    assert 'On the command line: --set "run.length=8 weeks"' in flat(ending.out)


def test_a_run_too_short_to_judge_its_warm_up_is_a_warning(terminal: Terminal, plain: str) -> None:
    ending = terminal("run", plain, *ONE)
    assert "Warning: nobody can tell whether a warm-up of 0 weeks is enough." in flat(ending.out)
    assert "takes 50 days from the start, and this run has 14" in flat(ending.out)


def test_a_warm_up_that_is_too_short_is_a_warning(terminal: Terminal, plain: str) -> None:
    filling = ("--replications", "4", "--set", "run.length=20 weeks", "--set", "protocols.stay.stay=20 days")
    ending = terminal("run", plain, *filling, "--set", "unit.beds=unlimited", *ONE)
    assert "Warning: the warm-up of 0 weeks is too short." in flat(ending.out)
    (entry,) = manifest(newest())["warm_up"]
    assert entry["advised_weeks"] >= 2
    page = (newest() / "report.html").read_text(encoding="utf-8")
    assert "Warning: the warm-up of 0 weeks" in page


def test_a_run_from_a_census_has_no_warning(terminal: Terminal, plain: str) -> None:
    words = ("--set", "census.in_bed=[{people: 2, stay_so_far: 1 day}]", "--set", "run.length=20 weeks")
    ending = terminal("run", plain, *words, *ONE)
    assert ending.code == 0, ending.err
    assert "with people in its beds, so it needs no warm-up" in flat(ending.out)
    assert "Warning" not in ending.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "about 6 beds are asked for of 8 (75 %)."),
        (("--set", "unit.beds=5"), "(120 %). Warning: where there are too few, the waiting list grows"),
        (
            ("--set", "unit.beds=5", "--set", "demand.patience=1 day"),
            "(120 %). Where there are too few, people give up",
        ),
        (("--replications", "6"), "Expected 95 % intervals: bed occupancy to about ±"),
    ],
)
def test_before_the_run_the_load_is_told(terminal: Terminal, plain: str, words: tuple[str, ...], says: str) -> None:
    ending = terminal("run", plain, "--set", "run.length=1 week", *words, *ONE)
    assert says in flat(ending.out.partition("Plain")[0])


def test_staff_with_more_work_than_hours_is_a_warning(terminal: Terminal) -> None:
    short = ("--set", "run.length=1 day", "--set", "run.warm_up=0 h", "--replications", "1")
    fewer = ("--set", "staff.roster.prescribers_on_weekdays.prescriber=1")
    ending = terminal("run", "baseline", *short, *fewer, *ONE)
    assert "hours of work a week are asked of prescriber staff, who are on shift for 68" in flat(ending.out)
