"""Points from a CSV file."""

from pathlib import Path

import pytest

from tests.experiments.sweep.sweeping import BEDS, DEMAND, RICH, SWEEP, faults, rows, sweep_of

pytestmark = pytest.mark.unit

OPEN = (
    "  beds: {path: unit.beds}\n  demand: {path: demand.per_day, from: 1, to: 3}\n  roster: {levels: {as it is: {}}}\n"
)
LIST = SWEEP.replace(BEDS + DEMAND, OPEN).replace("design: grid", "design: {list: points.csv}")


def table(folder: Path, *lines: str) -> None:
    (folder / "points.csv").write_text("\r\n".join(lines), encoding="utf-8-sig")


def test_a_row_is_a_point_whatever_the_order_of_the_columns(tmp_path: Path) -> None:
    table(tmp_path, "roster,demand,beds", "as it is,1.5,30", "", "as it is,3,unlimited")
    sweep = sweep_of(tmp_path, LIST, RICH)
    assert rows(sweep) == [(30, 1.5, "as it is"), ("unlimited", 3, "as it is")]
    assert [sweep.scenario(point).unit.beds for point in sweep.points] == [30, "unlimited"]


def test_lengths_of_time_are_hours_or_have_a_unit(tmp_path: Path) -> None:
    table(tmp_path, "a", "90 min", "2")
    sweep = sweep_of(tmp_path, LIST.replace(OPEN, "  a: {path: unit.turnover}\n"), RICH)
    assert rows(sweep) == [(1.5,), (2,)]
    assert [sweep.scenario(point).unit.turnover.mean for point in sweep.points] == [1.5, 2]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["bed,demand,roster", "1,2,as it is"],
         ["points.csv:1: has a column 'bed', which is no axis; did you mean beds?",
          "points.csv:1: has no column 'beds'; one for each axis is needed"]),
        (["beds,demand,roster,beds", "1,2,as it is,1"], ["points.csv:1: has a column twice; each once is accepted"]),
        (["beds,demand,roster"], ["points.csv: has no points; a row for each is accepted"]),
        ([""], ["points.csv:1: has no column 'beds'; one for each axis is needed",
                "points.csv:1: has no column 'demand'; one for each axis is needed",
                "points.csv:1: has no column 'roster'; one for each axis is needed"]),
        (["beds,demand,roster", "1,2"],
         ["points.csv:2: point 1: has 2 cells; 3 are accepted, as in the first line"]),
        (["beds,demand,roster", "1,2,as it is", "1,9,more"],
         ["points.csv:3: point 2: demand is '9'; a number from 1 to 3 is accepted, as the axis says",
          "points.csv:3: point 2: roster is 'more'; as it is is accepted, as the axis says"]),
        (["beds,demand,roster", "1,,as it is"],
         ["points.csv:2: point 1: demand is empty; a number from 1 to 3 is accepted, as the axis says"]),
    ],
)  # fmt: skip
def test_a_fault_is_a_sentence_with_its_line(lines: list[str], says: list[str], tmp_path: Path) -> None:
    table(tmp_path, *lines)
    assert faults(tmp_path, LIST) == says


def test_of_many_faults_the_first_ten_are_told(tmp_path: Path) -> None:
    table(tmp_path, "beds,demand,roster", *["1,9,as it is"] * 30)
    found = faults(tmp_path, LIST)
    assert len(found) == 11
    assert found[-1] == "points.csv:31: is the last line; there are 20 more faults in the file"


def test_a_table_that_is_not_there_or_no_table(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, LIST)
    assert found.startswith("points.csv: cannot be read")
    (tmp_path / "points.csv").write_bytes(b"\xff\xfe\x00a")
    assert faults(tmp_path, LIST) == ["points.csv: is not a table in UTF-8; save it as CSV in UTF-8"]
    (tmp_path / "points.csv").write_text('beds,demand,roster\n"1"x,2,as it is\n', encoding="utf-8")
    (found,) = faults(tmp_path, LIST)
    assert found.startswith("points.csv: is not a table that can be read")
