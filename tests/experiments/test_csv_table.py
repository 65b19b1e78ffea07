"""Tables survive a file to the last bit, and no cell of one runs in a spreadsheet."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.experiments.csv_table import guard, read_csv, unguard, write_csv
from tests.experiments.ward import table

pytestmark = pytest.mark.unit

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def test_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    write_csv("runs", table("runs", ("ä", 0, "wait_h", 0.1), ("b, c", 1, "wait_h", float("nan"))), path)
    lines = ("scenario,replication,measure,value", "ä,0,wait_h,0.1", '"b, c",1,wait_h,', "")
    assert path.read_bytes() == b"\xef\xbb\xbf" + "\r\n".join(lines).encode()


@given(st.lists(st.tuples(texts, st.integers(-(2**63), 2**63 - 1), texts, st.floats()), max_size=5))
def test_reading_undoes_writing(rows: list[tuple[object, ...]]) -> None:
    frame = table("runs", *rows)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "runs.csv"
        write_csv("runs", frame, path)
        pd.testing.assert_frame_equal(read_csv("runs", path), frame, check_exact=True)


@pytest.mark.parametrize("formula", ["=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_formula_becomes_text(formula: str) -> None:
    assert guard(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["", "bed", "15+", "7-14", "'quoted'", "Ärzte"])
def test_other_text_is_left_alone(text: str) -> None:
    assert guard(text) == text


@given(texts | st.from_regex(r"'*[=+@-].*", fullmatch=True))
def test_guarding_is_undone_exactly(text: str) -> None:
    assert unguard(guard(text)) == text
    assert guard(text)[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n"}


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    path.write_text("scenario,measure\r\na,b\r\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the columns are scenario, measure"):
        read_csv("runs", path)
