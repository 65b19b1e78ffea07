"""Rows of a dataclass come back from a table as they went in."""

from dataclasses import astuple, dataclass
from math import isnan, nan
from pathlib import Path

import pytest

from sim.experiments.csv_rows import read_rows, write_rows

pytestmark = pytest.mark.unit


@dataclass(frozen=True)
class Thing:
    """A row with a cell of every kind."""

    name: str
    size: float
    count: int


def test_rows_come_back_to_the_last_bit(tmp_path: Path) -> None:
    rows = [Thing("=1+2", 0.1 + 0.2, 3), Thing('a, "b"', -1e-300, -4), Thing("'-", 5.0, 0)]
    write_rows(tmp_path / "t.csv", ("name", "size", "count"), map(astuple, rows))
    assert read_rows(tmp_path / "t.csv", Thing) == rows
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfname,size,count\r\n'=1+2,0.30000000000000004,3")
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_what_is_not_known_is_an_empty_cell(tmp_path: Path) -> None:
    write_rows(tmp_path / "t.csv", ("name", "size", "count"), [("", nan, 1)])
    (row,) = read_rows(tmp_path / "t.csv", Thing)
    assert isnan(row.size)


@pytest.mark.parametrize(
    "text", ["", "name,size\r\na,1\r\n", "name,size,count\r\na,1\r\n", "name,size,count\r\na,b,1\r\n"]
)
def test_any_other_content_is_a_fault(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 - which of many is of no account
        read_rows(tmp_path / "t.csv", Thing)


def test_a_table_that_cannot_be_finished_leaves_the_one_before(tmp_path: Path) -> None:
    write_rows(tmp_path / "t.csv", ("name",), [("before",)])
    with pytest.raises(ZeroDivisionError):
        write_rows(tmp_path / "t.csv", ("name",), ((1 / each,) for each in (1, 0)))
    assert b"before" in (tmp_path / "t.csv").read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]
