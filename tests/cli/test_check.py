"""`check` names every fault with its place, exits with 3 and writes nothing."""

from pathlib import Path

import pytest

from tests.cli.program import Terminal

pytestmark = pytest.mark.functional


def test_shipped_scenarios_are_valid(terminal: Terminal) -> None:
    ending = terminal("check", "baseline", "two-more-beds")
    assert (ending.code, ending.err) == (0, "")
    assert ending.out.count("valid") == 2


def test_all_faults_of_all_files_are_told_at_once(terminal: Terminal, tmp_path: Path) -> None:
    terminal("new", "good")
    Path("one.yaml").write_text("extends: baseline\nname: One\nunit:\n  beds: -1\n  bedz: 2\n", encoding="utf-8")
    Path("two.yaml").write_text("extends: baseline\nname: Two\nrun:\n  length: 52\n", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    ending = terminal("check", "one.yaml", "good.yaml", "two.yaml", "three.yaml")
    assert ending.code == 3
    lines = ending.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["one.yaml:4", "one.yaml:5", "two.yaml:4", "three.yaml"]
    assert "did you mean" in lines[1]
    assert ending.out == "good.yaml: valid\n"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"a: &x [*x]\n",
        b"unit: !!python/object:os.system {}\n",
        b"name: a\nname: b\n",
        b"- 1\n",
        b"{" * 99,
    ],
)
def test_what_is_no_scenario_is_refused_in_sentences(terminal: Terminal, content: bytes) -> None:
    Path("bad.yaml").write_bytes(content)
    ending = terminal("check", "bad.yaml")
    assert ending.code == 3
    assert ending.err.startswith("bad.yaml")
    assert "Traceback" not in ending.err


def test_a_folder_is_no_scenario(terminal: Terminal) -> None:
    Path("folder.yaml").mkdir()
    ending = terminal("check", "folder.yaml")
    assert ending.code == 3
    assert "folder" in ending.err


def test_a_name_nearly_right_is_answered_with_the_right_one(terminal: Terminal) -> None:
    ending = terminal("check", "two-more-bed")
    assert ending.code == 3
    assert "did you mean two-more-beds?" in ending.err


def test_strict_asks_for_grounds(terminal: Terminal) -> None:
    terminal("new", "mine")
    Path("mine.yaml").write_text("extends: baseline\nname: Mine\nleaving:\n  per_day: 0.3\n", encoding="utf-8")
    assert terminal("check", "mine.yaml").code == 0
    ending = terminal("check", "mine.yaml", "--strict")
    assert ending.code == 3
    assert ending.err == "mine.yaml: leaving.per_day: has neither a source nor an assumption\n"


def test_a_change_is_checked_too(terminal: Terminal) -> None:
    assert terminal("check", "baseline", "--set", "unit.beds=26").code == 0
    ending = terminal("check", "baseline", "--set", "unit.bed=26", "--set", "unit.beds=many")
    assert ending.code == 3
    assert len(ending.err.splitlines()) == 2


@pytest.mark.parametrize("command", ["run", "describe", "trace", "warm-up", "sensitivity", "animate"])
def test_a_sweep_given_to_another_command_is_one_sentence(terminal: Terminal, command: str) -> None:
    Path("beds.yaml").write_text("name: Beds\naxes: {}\n", encoding="utf-8")
    for given in ("beds.yaml", "beds"):
        ending = terminal(command, given)
        said = f"{given}: is a sweep, not a scenario; it belongs to the command 'sweep {given}'\n"
        assert (ending.code, ending.out, ending.err) == (3, "", said)


def test_each_kind_of_file_is_checked_as_what_it_is(terminal: Terminal) -> None:
    ending = terminal("check", "rosters", "lofexidine-trial", "tight-nights")
    assert (ending.code, ending.err) == (0, "")
    assert [line.partition(": ")[2] for line in ending.out.splitlines()] == [
        "valid; 36 units to choose from", "valid; values to find: 1, targets: 1", "valid",
    ]  # fmt: skip
    assert (
        "is a calibration study, which --set cannot change"
        in terminal("check", "lofexidine-trial", "--set", "unit.beds=2").err
    )


def test_an_option_is_named_as_it_was_typed(terminal: Terminal) -> None:
    ending = terminal("run", "baseline", "--replications", "20000", "--set", "run.length=0 h")
    assert ending.err.splitlines() == [
        "--replications 20000: run.replications: is 20000; a value of at most 10000 is accepted",
        "--set run.length=0 h: run.length: is '0 h'; a value above 0 h is accepted",
    ]
