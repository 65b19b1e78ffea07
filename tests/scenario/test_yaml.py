"""Strict YAML: every trick and trap of the language ends in a sentence with its line."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from ruamel.yaml import YAML

from sim.scenario import load_scenario
from sim.scenario.tree import yaml_tree
from sim.scenario.tree.place import Refused
from sim.scenario.tree.yaml_tree import read_tree
from tests.scenario.conftest import Loaded, Told
from tests.scenario.texts import WARD, changed

pytestmark = pytest.mark.unit

BEDS = "  beds: 10\n"
HERE = "ward.yaml:16: "


def with_beds(lines: str) -> str:
    return changed(WARD, (BEDS, lines))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("  beds: 10\n  beds: 12\n", "ward.yaml:17: unit.beds: is said twice; it is said first at ward.yaml:16"),
        ("  beds: &b 10\n", f"{HERE}unit.beds: the anchor '&b' is not accepted; write each value out"),
        ("  beds: *b\n", f"{HERE}unit.beds: the alias '*b' is not accepted; write the value out"),
        ("  beds: !!int 10\n", f"{HERE}unit.beds: the tag '!!int' is not accepted; write the value alone"),
        ("  beds: !new x\n", f"{HERE}unit.beds: the tag '!new' is not accepted; write the value alone"),
        ("  <<: {beds: 10}\n", f"{HERE}unit: the merge key '<<' is not accepted; use extends"),
        ("  1: 10\n", f"{HERE}unit: a name of letters is expected before the ':'"),
        ("  true: 10\n", f"{HERE}unit: a name of letters is expected before the ':'"),
        ("  [a, b]: 10\n", f"{HERE}unit: a name of letters is expected before the ':'"),
        ("  beds: .nan\n", f"{HERE}unit.beds: '.nan' is no number that can be used; a finite number is accepted"),
        ("  beds: -.inf\n", f"{HERE}unit.beds: '-.inf' is no number that can be used; a finite number is accepted"),
        ('  beds: "\\e[31m"\n', f"{HERE}unit.beds: holds a control character; plain text is accepted"),
    ],
)
def test_tricks(told: Told, lines: str, sentence: str) -> None:
    assert told(with_beds(lines)) == [sentence]


def test_a_value_left_out_is_no_null(told: Told) -> None:
    (sentence,) = told(with_beds("  beds:\n"))
    assert "unit.beds: has no value; write null to take away what the file it extends says" in sentence


@pytest.mark.parametrize(
    ("lines", "line", "says"),
    [
        ("  beds: [10\n", 16, "a bracket or brace is not closed, or a comma is missing"),
        ("  beds: 'ten\n", 16, "a quotation mark is not closed"),
        ("\tbeds: 10\n", 16, "a tab stands where spaces are expected; indent with spaces"),
        ("  beds: a: b\n", 16, "a ':' is not expected here; check the indentation, or put text with ': ' in quotes"),
        ("  beds: @ten\n", 16, "a value cannot start with this character; put the value in quotes"),
        ("    beds: 10\n", 17, "the indentation does not match the lines above"),
        ("  beds: - 10\n", 16, "a list cannot start here; put its first '-' on a line of its own"),
        ('  beds: "\\q"\n', 16, "a backslash in double quotes is not understood; use single quotes or '/'"),
        ("  beds: }\n", 16, "this is not valid YAML; check brackets, quotes and indentation"),
    ],
)
def test_slips_of_syntax(told: Told, lines: str, line: int, says: str) -> None:
    assert told(with_beds(lines)) == [f"ward.yaml:{line}: {says}"]


def test_a_second_document(told: Told) -> None:
    assert told(WARD + "---\na: 1\n") == ["ward.yaml:37: a second document starts here; one is accepted"]


def test_directives(told: Told) -> None:
    assert told("%YAML 1.1\n---\n" + WARD) == ["ward.yaml:2: directives such as %YAML are not accepted"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_has_an_end(told: Told, opening: str) -> None:
    assert told(opening * 20_000) == ["ward.yaml:1: is nested more than 20 deep"]


def test_an_alias_bomb_is_never_built(told: Told) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    sentences = told(bomb)
    assert len(sentences) == 9 + 16
    assert sentences[0] == "ward.yaml:1: a: the anchor '&a' is not accepted; write each value out"


@pytest.mark.parametrize(
    "word", ["NO", "on", "yes", "1_000", "010", "0x10", "0o10", "1e3", "12:60", "10.", "+-1", "1,000"]
)
def test_what_could_be_read_in_two_ways_is_no_number(told: Told, word: str) -> None:
    text = changed(WARD, ("beds: 10", f"beds: {word}"), ("per_day: 2", f"per_day: {word}"))
    hint = {"1_000": "; write 1000", "1,000": "; write 1000 or 1.000"}.get(word, "")
    assert told(text) == [
        f"ward.yaml:9: demand.per_day: is '{word}'; a number in plain digits, without quotes, is accepted{hint}",
        f"{HERE}unit.beds: is '{word}'; a whole number from 1 to 10000, or unlimited, is accepted",
    ]


@pytest.mark.parametrize("word", ["true", "false", "True", "FALSE"])
def test_true_and_false_are_no_numbers(told: Told, word: str) -> None:
    text = changed(
        WARD, ("beds: 10", f"beds: {word}"), ("per_day: 2", f"per_day: {word}"), ("seed: 1", f"seed: {word}")
    )
    assert [sentence.split("; ")[0] for sentence in told(text)] == [
        f"ward.yaml:7: run.seed: is {word.lower()}",
        f"ward.yaml:9: demand.per_day: is {word.lower()}",
        f"ward.yaml:16: unit.beds: is {word.lower()}",
    ]


@pytest.mark.parametrize("word", ["NO", "on", "7:30", "12:60", "24:30", "450", "07.30"])
def test_clock_times_are_written_in_full(told: Told, word: str) -> None:
    (sentence,) = told(changed(WARD, ("from: 07:30", f"from: {word}")))
    assert sentence.endswith("a clock time from 00:00 to 23:59 is accepted, for example 07:30")


def test_a_number_in_quotes_is_text_and_text_that_looks_like_a_number_needs_them(load: Loaded, told: Told) -> None:
    assert load(changed(WARD, ("name: Small ward", "name: '2027'"))).scenario.name == "2027"
    text = changed(WARD, ("name: Small ward", "name: 2027"), ("per_day: 2", "per_day: '2'"))
    assert told(text) == [
        "ward.yaml:2: name: is 2027; text is accepted, in quotes when it looks like a number",
        "ward.yaml:9: demand.per_day: is '2'; a number in plain digits, without quotes, is accepted",
    ]


@pytest.mark.parametrize(("written", "value"), [("2", 2.0), ("2.5", 2.5), ("0.25", 0.25), ("+2", 2.0), ("0", 0.0)])
def test_numbers(load: Loaded, written: str, value: float) -> None:
    assert load(changed(WARD, ("per_day: 2", f"per_day: {written}"))).scenario.demand.per_day == value


def test_every_fault_of_the_syntax_tree_is_told_at_once(told: Told) -> None:
    text = changed(
        WARD, ("beds: 10", "beds: &b 10"), ("seed: 1", "seed: .nan"), ("per_day: 2", "per_day: 2\n  per_day: 3")
    )
    assert [sentence.split(":")[1] for sentence in told(text)] == ["7", "10", "17"]


def test_a_scenario_that_many_extend_is_parsed_once_and_is_each_one_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    parsed: list[str] = []
    monkeypatch.setattr(yaml_tree, "YAML", lambda **how: SimpleNamespace(parse=_noting(parsed, YAML(**how))))
    read_tree.cache_clear()
    Path("ward.yaml").write_text(WARD, encoding="utf-8")
    for beds in (11, 12):
        Path(f"beds-{beds}.yaml").write_text(f"extends: ward\nname: More\nunit: {{beds: {beds}}}\n", encoding="utf-8")
    loaded = [load_scenario(name).scenario.unit.beds for name in ("beds-11.yaml", "beds-12.yaml", "ward.yaml")]
    assert loaded == [11, 12, 10]
    assert parsed.count(WARD) == 1
    assert len(parsed) == 3


def _noting(parsed: list[str], reader: YAML) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        parsed.append(text)
        return reader.parse(text)

    return parse


def test_a_text_of_another_name_has_places_of_its_own_and_a_fault_is_told_each_time() -> None:
    assert [read_tree("a: 1\n", name).place.said_in for name in ("one.yaml", "other.yaml")] == [
        "one.yaml",
        "other.yaml",
    ]
    for _ in range(2):
        with pytest.raises(Refused, match="is said twice"):
            read_tree("a: 1\na: 2\n", "one.yaml")
