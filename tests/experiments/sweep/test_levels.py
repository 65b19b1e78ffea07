"""What is wrong with a level is a sentence."""

from pathlib import Path

import pytest

from tests.experiments.sweep.sweeping import BEDS, DEMAND, SWEEP, faults

pytestmark = pytest.mark.unit

OTHER = """\
schema_version: 1
name: Other
run: {length: 2 weeks, warm_up: 0 h, replications: 2, seed: 1}
demand: {per_day: 2, sources: {all: {share_pct: 100}}}
unit: {beds: 8}
protocols: {stay: {kind: fixed stay, stay: {exponential: {mean: 3 days}}}}
"""


@pytest.mark.parametrize(
    ("levels", "says"),
    [
        ("{}", "axes.a.levels: is an empty map; at least one level is accepted"),
        ("{x: 3}", "axes.a.levels.x: is 3; a map of what the level changes, or a scenario file, is accepted"),
        ("{x: zebra}",
         "axes.a.levels.x: is 'zebra', and there is no such file and no shipped scenario of that name; a file "
         "near this one, or a shipped scenario, is accepted"),
        ("{x: other}", "axes.a.levels.x: is 'other', which does not extend ward.yaml; one that does is accepted"),
        ("{x: {extends: ward}}",
         "axes.a.levels.x.extends: is not accepted in a level, which says only what it changes"),
        ("{x: {unit: {beds: {value: 3, source: nothing_like_it}}}}",
         "axes.a.levels.x.unit.beds: source 'nothing_like_it' is no row of the evidence table; say 'assumed: why' for "
         "a number without one"),
    ],
)  # fmt: skip
def test_a_fault_is_a_sentence(levels: str, says: str, tmp_path: Path) -> None:
    text = SWEEP.replace(BEDS + DEMAND, f"  a: {{levels: {levels}}}\n")
    assert faults(tmp_path, text, other=OTHER) == [f"sweep.yaml:6: {says}"]


def test_a_level_that_makes_no_valid_unit_is_told_with_its_line(tmp_path: Path) -> None:
    text = SWEEP.replace(BEDS + DEMAND, "  a: {levels: {as it is: {}, bad: {unit: {bedz: 3}}}}\n")
    assert faults(tmp_path, text) == [
        "sweep.yaml:6: axes.a: bad is not valid, because unit.bedz is not known here; did you mean unit.beds?"
    ]
