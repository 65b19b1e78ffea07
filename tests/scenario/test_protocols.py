"""What each kind of protocol needs, and the rules that it has to keep."""

import pytest

from tests.scenario.conftest import Loaded, Told
from tests.scenario.grown import GROWN
from tests.scenario.texts import changed, line_of

pytestmark = pytest.mark.unit

CARE = ("nursing_assessment", "history_and_physical", "check", "daily_review", "discharge")


def without_task(name: str) -> str:
    row = next(line for line in GROWN.splitlines(keepends=True) if line.startswith(f"  {name}: {{roles"))
    return changed(GROWN, (row, ""))


@pytest.mark.parametrize(
    ("task", "needed_by"),
    [
        *((task, "buprenorphine taper protocols.taper") for task in (*CARE, "first_dose", "dose")),
        ("blood_pressure", "alpha-2 agonist protocols.lofexidine"),
        ("injection", "buprenorphine continued protocols.continued"),
    ],
)
def test_a_protocol_needs_its_tasks(told: Told, task: str, needed_by: str) -> None:
    text = without_task(task)
    assert told(text) == [f"ward.yaml:{line_of(text, 'tasks:')}: tasks.{task}: is missing; the {needed_by} needs it"]


def test_comfort_alone_needs_no_dose(load: Loaded) -> None:
    start, end = GROWN.index("  taper:\n"), GROWN.index("  comfort:\n")
    text = GROWN[:start] + GROWN[end:]
    for task in ("first_dose", "dose", "blood_pressure", "injection"):
        row = next(line for line in text.splitlines(keepends=True) if line.startswith(f"  {task}: {{roles"))
        text = text.replace(row, "")
    load(
        changed(
            text,
            ("protocol: taper, stay_so_far: 2 days, first_dose_ago: 1 day,", "stay_so_far: 2 days,"),
            ("      at_first_dose: {share_pct: 2, where: {heroin: 5}}\n      begins_after: 30 min\n"
             "      not_for: [methadone]\n", "      per_1000_patient_days: 1\n"),
            (", taper: 1.1", ""), ("share_pct: 5\n    days", "share_pct: 95\n    days"),
        )
    )  # fmt: skip


@pytest.mark.parametrize("name", ["continued", "methadone", "lofexidine", "naltrexone"])
def test_dose_times_rise_whatever_the_protocol(told: Told, name: str) -> None:
    start = GROWN.index("    dose_times", GROWN.index(f"  {name}:\n"))
    text = GROWN[:start] + GROWN[start:].replace("[08:00, 20:00]", "[20:00, 08:00]", 1)
    assert told(text) == [
        f"ward.yaml:{line_of(text, '[20:00, 08:00]')}: protocols.{name}.dose_times: are not in order; "
        "clock times that rise through the day are accepted"
    ]


RAPID = "rapid: {from_day: 3, felt_ratio: 1.2, injection_on_day: 6}"


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("opioid_free: 6 days", ".opioid_free: is 6 days; at least 7 days is accepted: naltrexone before the "
         "opioid-free days would bring on withdrawal"),
        (RAPID.replace("from_day: 3", "from_day: 2"),
         ".rapid.from_day: is 2; at least 3 is accepted, a whole day after the last agonist day (1)"),
        (RAPID.replace("on_day: 6", "on_day: 4"),
         ".rapid.injection_on_day: is 4; at least 5 is accepted, after a day or more of oral doses"),
        (RAPID.replace("from_day: 3", "from_day: 6"),
         ".rapid.injection_on_day: is 6; at least 7 is accepted, after a day or more of oral doses"),
    ],
)  # fmt: skip
def test_naltrexone_never_too_soon(told: Told, new: str, says: str) -> None:
    text = changed(GROWN, (RAPID, new))
    assert told(text) == [f"ward.yaml:{line_of(text, new)}: protocols.naltrexone.injection{says}"]


@pytest.mark.parametrize(("new", "said"), [("cost: 1000", "none of them"), (f"{RAPID}\n      opioid_free: 7 days", "")])
def test_naltrexone_in_one_way(told: Told, new: str, said: str) -> None:
    text = changed(GROWN, (RAPID, new))
    assert told(text) == [
        f"ward.yaml:{line_of(text, 'rapid' if not said else 'cost: 1000') - 2}: protocols.naltrexone.injection: "
        f"says {said or 'opioid_free and rapid'}; exactly one of opioid_free, rapid is accepted (null takes one away)"
    ]


def test_a_week_without_opioids_is_enough(load: Loaded) -> None:
    load(changed(GROWN, (RAPID, "opioid_free: 7 days")))


def test_days_without_a_dose_are_no_agonist_days(load: Loaded) -> None:
    start = GROWN.index("    mg_by_day: [8]", GROWN.index("  naltrexone:\n"))
    load(GROWN[:start] + GROWN[start:].replace("[8]", "[8, 0, 0]", 1))
