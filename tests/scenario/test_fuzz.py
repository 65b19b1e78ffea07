"""Whatever is in a file, it is accepted or refused in sentences; nothing else ever happens."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.errors import ScenarioError
from sim.scenario import load_scenario
from sim.scenario.reading.load import LoadedScenario
from tests.scenario.grown import GROWN
from tests.scenario.texts import TAPER, WARD

pytestmark = pytest.mark.unit

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ODDITIES = [
    *(b"null", b"~", b"{}", b"[]", b"''", b"true", b"NO", b"1e3", b"010", b"-1", b"0", b".nan", b"1e999", b"9" * 400),
    *(
        b"&a ",
        b"*a",
        b"!!str ",
        b"<<: ",
        b"---\n",
        b"\t",
        b"\x00",
        b"\xff",
        b"\xe2\x80\xa8",
        b"? ",
        b": ",
        b"- ",
        b"[",
        b"{",
        b"}",
    ),
    *(b"|", b">", b"#", b"'", b'"', b"%", b"07:30", b"24:00", b"4 h", b"0 h", b"unlimited", b"{value: 1}"),
    *(b"{value: 1, assumed: x}", b"kind: none", b"extends: ward\n"),
]


def outcome(path: Path, *changes: str) -> LoadedScenario | list[str]:
    """The scenario, or the sentences with which it is refused."""
    try:
        return load_scenario(path, changes)
    except ScenarioError as refused:
        return refused.faults


def read(folder: Path, content: bytes) -> LoadedScenario | None:
    """The scenario, or None after a look at the sentences with which it is refused."""
    path = folder / "ward.yaml"
    path.write_bytes(content)
    result = outcome(path)
    if isinstance(result, LoadedScenario):
        return result
    assert result
    for sentence in result:
        assert sentence.startswith(f"{path}:")
        assert sentence.isprintable()
        assert not re.search("pydantic|Traceback|Input should", sentence)
    return None


@QUICK
@given(st.binary(max_size=300))
def test_any_bytes(tmp_path: Path, content: bytes) -> None:
    read(tmp_path, content)


@QUICK
@given(st.text(alphabet=st.sampled_from(list("ab01: -[]{},&*!|>'\"%#?\n\t~.<")), max_size=60))
def test_the_characters_of_yaml(tmp_path: Path, text: str) -> None:
    read(tmp_path, text.encode())


@QUICK
@given(
    st.sampled_from([WARD, TAPER, GROWN]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(ODDITIES)), min_size=1, max_size=3),
)
def test_a_scenario_with_pieces_replaced(tmp_path: Path, text: str, slips: list[tuple[float, int, bytes]]) -> None:
    content = text.encode()
    for place, length, piece in slips:
        start = int(place * len(content))
        content = content[:start] + piece + content[start + length :]
    read(tmp_path, content)


@QUICK
@given(st.sampled_from([WARD, TAPER, GROWN]), st.data())
def test_a_scenario_with_a_value_replaced(tmp_path: Path, text: str, data: st.DataObject) -> None:
    values = [match.span(1) for match in re.finditer(r": ([^\s{\[,}][^,}\n]*)", text)]
    start, end = data.draw(st.sampled_from(values))
    piece = data.draw(st.sampled_from(ODDITIES))
    loaded = read(tmp_path, text[:start].encode() + piece + text[end:].encode())
    if loaded is not None:
        assert loaded.scenario.run.length_h > 0


@QUICK
@given(st.sampled_from([WARD, TAPER, GROWN]), st.data())
def test_a_scenario_with_a_line_left_out_or_repeated(tmp_path: Path, text: str, data: st.DataObject) -> None:
    lines = text.splitlines(keepends=True)
    line = data.draw(st.integers(0, len(lines) - 1))
    lines[line : line + 1] = [lines[line]] * data.draw(st.sampled_from([0, 2]))
    read(tmp_path, "".join(lines).encode())


@QUICK
@given(st.text(max_size=40))
def test_any_change_on_the_command_line(tmp_path: Path, change: str) -> None:
    path = tmp_path / "ward.yaml"
    path.write_text(WARD)
    for text in (change, f"unit.beds={change}", f"protocols.plain.{change}=4 h"):
        result = outcome(path, text)
        assert isinstance(result, LoadedScenario) or all(sentence.isprintable() for sentence in result)
