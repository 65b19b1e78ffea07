"""When a complication comes, how it ends, and what its end needs."""

import pytest

from tests.scenario.conftest import Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import changed, line_of

pytestmark = pytest.mark.unit

RATE = "      per_1000_patient_days: 5\n"
FIRST_DOSE = "      at_first_dose: {share_pct: 2, where: {heroin: 5}}\n"
HOSPITAL = "  hospital: {stay: 2 days, bed_held_for: 1 day}\n"
ENDS = "{continue_pct: 60, longer_stay_pct: 30, transfer_pct: 10}"


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        (RATE, f"{RATE}      at_first_dose: {{share_pct: 2}}\n", "    dehydration:",
         "kinds.dehydration: says per_1000_patient_days and at_first_dose; exactly one of per_1000_patient_days, "
         "at_first_dose is accepted (null takes one away)"),
        (RATE, f"{RATE}      begins_after: 1 h\n", "begins_after: 1 h",
         "kinds.dehydration.begins_after: has no effect on a rate; it is accepted beside at_first_dose"),
        (FIRST_DOSE, f"{FIRST_DOSE}      ratio_per_10_points: 3\n", "ratio_per_10_points: 3",
         "kinds.precipitated.ratio_per_10_points: has no effect on a share; it is accepted beside "
         "per_1000_patient_days"),
        (ENDS, ENDS.replace("60", "50"), "ends: {continue_pct: 50",
         "kinds.dehydration.ends: the shares add up to 90; 100 is accepted"),
        ("      longer_by: 12 h\n", "", "    dehydration:",
         "kinds.dehydration.longer_by: is missing or 0; longer_stay_pct needs it"),
        (ENDS, "{continue_pct: 90, transfer_pct: 10}", "longer_by",
         "kinds.dehydration.longer_by: has no effect without longer_stay_pct"),
        (HOSPITAL, "", "complications:",
         "hospital: is missing; complications.kinds.dehydration.ends.transfer_pct needs it"),
        (ENDS, "{continue_pct: 70, longer_stay_pct: 30}", "hospital: {",
         "hospital: has no effect, because nothing ends in a transfer (null takes it away)"),
    ],
)  # fmt: skip
def test_what_a_complication_says(told: Told, old: str, new: str, at: str, says: str) -> None:
    text = changed(GROWN, (old, new))
    assert told(text) == [f"ward.yaml:{line_of(text, at)}: complications.{says}"]


def test_a_first_dose_needs_doses(told: Told) -> None:
    start, end = GROWN.index("  taper:\n"), GROWN.index("  comfort:\n")
    text = changed(GROWN[:start] + GROWN[end:], ("      not_for: [methadone]\n", ""))
    sentence = "complications.kinds.precipitated.at_first_dose: has no effect, because no protocol gives doses"
    assert f"ward.yaml:{line_of(text, 'at_first_dose')}: {sentence}" in told(text)
