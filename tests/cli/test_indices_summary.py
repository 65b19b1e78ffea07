"""The indices on the terminal: 80 columns, the largest first, and honest words."""

import pytest

from sim.cli.indices_summary import print_indices
from sim.experiments.indices.rows import NOISE, Row
from sim.experiments.manifest import MeasureEntry

pytestmark = pytest.mark.unit
NAN = float("nan")
WAIT = MeasureEntry(
    name="wait_mean_h", label="Wait for a bed (mean)", unit="h", definition="Hours.", kind="per patient",
    group="access", better="lower", headline=True,
)  # fmt: skip


def said(capsys: pytest.CaptureFixture[str], *rows: Row) -> str:
    print_indices(rows, [WAIT])
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines()), default=0) <= 80
    return out


def row(axis: str, method: str, index: str, value: float, low: float = NAN, high: float = NAN) -> Row:
    return Row("wait_mean_h", axis, method, index, value, low, high, 16)


def test_the_largest_comes_first_and_a_wide_interval_is_called_vague(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(
        capsys,
        row("beds", "sobol", "S1", 0.1, 0.0, 0.2),
        row("beds", "sobol", "ST", 0.25, 0.0, 0.6),
        row("demand of all of the people in the county", "sobol", "S1", 0.6, 0.5, 0.7),
        row("demand of all of the people in the county", "sobol", "ST", 0.7, 0.6, 0.8),
        row("nights", "sobol", "S1", -0.01, -0.02, 0.0),
        row("nights", "sobol", "ST", 0.01, 0.0, 0.03),
        row("", "replications", NOISE, 0.312, 0.25, 0.4),
    )  # fmt: skip
    lines = out.splitlines()
    assert lines[0] == "Wait for a bed (h)"
    assert " ".join(lines[2].split()) == "demand of all of the pe… 0.70 0.60 to 0.80 0.60"
    assert " ".join(lines[3].split()) == "beds 0.25 0.00 to 0.60 0.10 vague"
    assert " ".join(lines[4].split()) == "nights 0.01 0.00 to 0.03 -0.01 small"
    assert "Chance makes 31 % (25 to 40) of the differences between points. More" in lines[5]
    assert "Vague: its interval is wider than it is large." in " ".join(out.split())


def test_an_axis_within_chance_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(
        capsys,
        row("beds", "pawn", "pawn_median", 0.2, 0.1, 0.3),
        row("beds", "pawn", "pawn_median_chance", 0.35),
        row("", "replications", NOISE, NAN),
    )
    assert "no more than chance" in out
    assert "cannot be told from one replication" in " ".join(out.split())


def test_what_does_not_vary_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for value in (NAN, 0.0):
        rows = (row("beds", "morris", name, value) for name in ("mu_star", "sigma"))
        assert said(capsys, *rows, row("", "replications", NOISE, NAN)) == ""


def test_effects_have_the_digits_that_their_intervals_support(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(
        capsys,
        row("beds", "morris", "mu_star", 26.3818, 14.9, 37.7),
        row("beds", "morris", "sigma", 17.6436, 6.7, 20.5),
        row("", "replications", NOISE, 0.05, 0.02, 0.09),
    )
    assert "beds      26       15 to 38     18" in out


@pytest.mark.parametrize(("method", "first", "second"), [("morris", "mu_star", "sigma"), ("sobol", "ST", "S1")])
def test_without_intervals_nothing_is_called_small_and_the_reason_is_said(
    capsys: pytest.CaptureFixture[str], method: str, first: str, second: str
) -> None:
    rows = (row(axis, method, name, value) for axis, value in (("beds", 0.9), ("nights", 0.001))
            for name in (first, second))  # fmt: skip
    out = " ".join(said(capsys, *rows, row("", "replications", NOISE, NAN)).split())
    assert "There are no intervals: fewer than ten" in out
    assert "small" not in out.lower()
    assert "vague" not in out.lower()
    assert "nan" not in out
