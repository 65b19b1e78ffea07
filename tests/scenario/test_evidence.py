"""The evidence table that ships with the program."""

import math

import pytest

from sim.scenario.evidence import STRENGTHS, names, rows, strength, table

pytestmark = pytest.mark.unit


def test_every_row_is_read_with_its_numbers() -> None:
    assert len(table()) == 265
    assert all(math.isfinite(row.value) and row.low <= row.value <= row.high for row in table())
    assert {row.strength for row in table()} == set(STRENGTHS)


def test_a_row_by_name() -> None:
    (row,) = rows("ama_or_early_moud")
    assert (row.value, row.low, row.high, row.unit, row.strength) == (0.73, 0.68, 0.8, "adjusted odds ratio", "cohort")
    assert strength("ama_or_early_moud") == "cohort"


def test_names_that_repeat_keep_all_their_rows() -> None:
    repeated = sorted(name for name in names() if len(rows(name)) > 1)
    assert repeated == ["seed_duration_days", "seed_onset_hours", "seed_peak_hours"]
    assert all(len(rows(name)) == 4 for name in repeated)


def test_an_unknown_name() -> None:
    with pytest.raises(KeyError, match="no_such_row"):
        rows("no_such_row")
