"""`export` writes the event log as other programs read it, from a scenario as from saved results."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sim.experiments.motion.activities import ACTIVITIES, Activity
from sim.experiments.motion.xes import xes
from sim.vocabulary import Event
from tests.cli.program import PLAIN, Terminal, copy_of, made

pytestmark = pytest.mark.functional
SHORT = ("--set", "run.length=2 weeks", "--set", "run.warm_up=1 week", "--set", "run.replications=2")
XES = "{http://www.xes-standard.org/}"
ENDINGS = {"vidigi": "-vidigi.csv", "xes": ".xes", "csv": "-events.csv"}


def table(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def traces(path: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Name of each case and, by key, what each of its events has."""
    for trace in ET.parse(path).getroot().iter(f"{XES}trace"):  # noqa: S314 - written a moment ago
        name = next(child.attrib["value"] for child in trace if child.attrib.get("key") == "concept:name")
        yield (
            name,
            [{each.attrib["key"]: each.attrib["value"] for each in event} for event in trace.iter(f"{XES}event")],
        )


@pytest.fixture(scope="module")
def baseline_results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made("run", "baseline", *SHORT, "--events", folder=tmp_path_factory.mktemp("baseline"))


@pytest.fixture(scope="module")
def without_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("without-events")
    (folder / "plain.yaml").write_text(PLAIN, encoding="utf-8")
    return made("run", "plain.yaml", folder=folder)


@pytest.mark.parametrize("form", ENDINGS)
def test_saved_results_give_what_their_scenario_gives(terminal: Terminal, baseline_results: Path, form: str) -> None:
    words = ("--format", form, "--replication", "1")
    assert terminal("export", "baseline", *SHORT, *words).code == 0
    assert terminal("export", str(baseline_results), *words, "--out", "saved").code == 0
    assert Path("saved").read_bytes() == Path(f"baseline-1{ENDINGS[form]}").read_bytes()
    assert Path("saved").stat().st_size > 10_000


def test_animation_tools_find_an_arrival_a_bed_and_a_departure(terminal: Terminal) -> None:
    ending = terminal("export", "baseline", *SHORT, "--format", "vidigi", "--out", "unit.csv")
    assert ending.code == 0, ending.err
    assert "arrival, screening, waiting_list, on_the_way, in_bed, outpatient, depart" in " ".join(ending.out.split())
    rows = table("unit.csv")
    assert list(rows[0]) == ["entity_id", "pathway", "event_type", "event", "time", "resource_id"]
    people: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        people.setdefault(row["entity_id"], []).append(row)
    for own in people.values():
        counts = Counter(row["event"] for row in own)
        assert own[0]["event"] == "arrival"
        assert counts["arrival"] == 1
        assert counts["depart"] <= 1
        assert counts["leaves_bed"] <= counts["in_bed"] <= 1
        assert [float(row["time"]) for row in own] == sorted(float(row["time"]) for row in own)
        assert len({row["pathway"] for row in own}) == 1
    assert {(row["event_type"], bool(row["resource_id"])) for row in rows} == {
        ("arrival_departure", False), ("queue", False), ("resource_use", True), ("resource_use_end", True),
    }  # fmt: skip
    assert max(float(row["time"]) for row in rows if row["event"] == "depart") >= 0


def test_no_bed_has_two_people_at_once(terminal: Terminal) -> None:
    assert terminal("export", "baseline", *SHORT, "--format", "vidigi", "--out", "unit.csv").code == 0
    uses = [row for row in table("unit.csv") if row["event_type"].startswith("resource_use")]
    uses.sort(key=lambda row: (float(row["time"]), row["event_type"] == "resource_use"))
    lies_in: dict[str, str] = {}
    for row in uses:
        if row["event_type"] == "resource_use":
            assert row["resource_id"] not in lies_in
            lies_in[row["resource_id"]] = row["entity_id"]
        else:
            assert lies_in.pop(row["resource_id"]) == row["entity_id"]
    assert min(int(row["resource_id"]) for row in uses) >= 1
    assert max(int(row["resource_id"]) for row in uses) <= 24


def test_time_and_people_are_those_of_the_window(terminal: Terminal) -> None:
    window = ("--from", "week 2 tue", "--days", "1", "--format", "vidigi", "--out", "unit.csv")
    assert terminal("export", "baseline", *SHORT, *window).code == 0
    rows = table("unit.csv")
    arrivals = [float(row["time"]) for row in rows if row["event"] == "arrival"]
    departures = [float(row["time"]) for row in rows if row["event"] == "depart"]
    assert min(arrivals) < 0
    assert 0 < max(arrivals) < 24 * 60
    assert min(departures) >= 0


def test_process_mining_finds_cases_activities_and_times(terminal: Terminal) -> None:
    ending = terminal("export", "baseline", *SHORT, "--format", "xes")
    assert ending.code == 0, ending.err
    assert "2024-01-01, a Monday, stands for the start of the run" in " ".join(ending.out.split())
    cases = dict(traces("baseline-0.xes"))
    assert len(cases) > 50
    assert f"{len(cases)} people, each a case of their own: everybody who is on the way" in ending.out.replace(
        "\n", " "
    )
    for events in cases.values():
        assert all({"concept:name", "time:timestamp", "lifecycle:transition"} <= event.keys() for event in events)
        times = [datetime.fromisoformat(event["time:timestamp"]) for event in events]
        assert times == sorted(times)
        assert events[0]["concept:name"] == "Referred"
    details = {event.get("detail", "") for events in cases.values() for event in events}
    assert {"none", "moderate", "No aftercare"} <= details
    assert any(re.fullmatch(r"COWS \d+", detail) for detail in details)


def test_the_document_declares_what_it_uses(terminal: Terminal) -> None:
    assert terminal("export", "baseline", *SHORT, "--format", "xes").code == 0
    root = ET.parse("baseline-0.xes").getroot()  # noqa: S314 - written a moment ago
    assert root.tag == f"{XES}log"
    declared = {each.attrib["prefix"] for each in root.iter(f"{XES}extension")}
    used = {each.attrib["key"].partition(":")[0] for each in root.iter() if ":" in each.attrib.get("key", "")}
    assert used == declared
    first_trace = next(place for place, child in enumerate(root) if child.tag == f"{XES}trace")
    assert {child.tag for child in root[first_trace:]} == {f"{XES}trace"}


def test_both_forms_for_process_mining_say_the_same(terminal: Terminal) -> None:
    for form in ("xes", "csv"):
        assert terminal("export", "baseline", *SHORT, "--format", form).code == 0
    told = [
        (case, event["concept:name"], event["time:timestamp"], event.get("org:resource", ""), event.get("detail", ""))
        for case, events in traces("baseline-0.xes")
        for event in events
    ]
    rows = [(row["case_id"], row["activity"], f"{row['timestamp']}+00:00", row["resource"], row["detail"])
            for row in table("baseline-0-events.csv")]  # fmt: skip
    assert rows == told
    admitted = [row for row in rows if row[1] == "Admitted"]
    assert admitted
    assert all(row[3].startswith("Bed ") for row in admitted)


def test_dates_are_those_of_the_scenario(terminal: Terminal) -> None:
    Path("plain.yaml").write_text(PLAIN.replace("seed: 1}", "seed: 1, start_date: 2027-01-04}"), encoding="utf-8")
    ending = terminal("export", "plain.yaml", "--format", "csv")
    assert ending.code == 0, ending.err
    assert "stands for" not in ending.out
    rows = table("plain-0-events.csv")
    assert {row["timestamp"][:7] for row in rows} == {"2027-01"}
    assert {row["activity"] for row in rows} <= set(ACTIVITIES.values())


def test_text_of_a_scenario_does_no_harm(terminal: Terminal) -> None:
    assert terminal(
        "export", "baseline", *SHORT, "--format", "csv", "--set", "transition.destinations.no_aftercare.label='=1+1'"
    ).code == 0  # fmt: skip
    details = {row["detail"] for row in table("baseline-0-events.csv")}
    assert "'=1+1" in details
    assert "=1+1" not in details


def test_every_sign_comes_back_from_the_document_but_those_that_no_document_may_hold() -> None:
    text = "<a href=\"x\">&amp; 'q' 🙂\n\x07"
    case = {1: [Activity(1, text, datetime(2024, 1, 1), "", text)]}
    event = ET.fromstring("\n".join(xes(text, case))).find(f".//{XES}event")  # noqa: S314 - made here
    assert event is not None
    found = {each.attrib["key"]: each.attrib["value"] for each in event}
    assert found["concept:name"] == found["detail"] == text.removesuffix("\x07")
    assert "org:resource" not in found


def test_every_event_is_an_activity() -> None:
    assert list(ACTIVITIES) == sorted(Event)
    assert len(set(ACTIVITIES.values())) == len(Event)


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (["results/kept", "--format", "csv", "--set", "unit.beds=3"], 2, "saved results are as they were run"),
        (["results/kept", "--format", "csv", "--seed", "3"], 2, "saved results are as they were run"),
        (["results/kept", "--format", "csv", "--replication", "7"], 3, "has no replication 7; 0 to 1 is accepted"),
        (
            ["results/kept", "--format", "csv", "--scenario", "other"],
            3,
            "has no scenario other; --scenario with one of",
        ),
        (["results/bare", "--format", "csv"], 3, "has no events.csv; results of a run with --events are accepted"),
        (["plain.yaml", "--format", "csv", "--scenario", "plain"], 2, "goes with a results folder"),
        (["plain.yaml", "--format", "pnml"], 2, "'pnml' is not one of"),
        (["plain.yaml"], 2, "Missing option '--format'"),
        (["plain.yaml", "--format", "csv", "--from", "week 9"], 2, "week 9 is not in the measured time"),
        (["plain.yaml", "--format", "csv", "--out", "gone/log.csv"], 3, "log.csv: the export cannot be written here"),
    ],
)
def test_what_cannot_be_exported_is_a_sentence_and_no_file(
    terminal: Terminal, plain_results: Path, without_events: Path, words: list[str], code: int, complaint: str
) -> None:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    copy_of(plain_results, "kept")
    copy_of(without_events, "bare")
    ending = terminal("export", *words)
    assert ending.code == code
    assert complaint in " ".join(ending.err.replace("│", " ").split())
    assert sorted(path.name for path in Path().iterdir()) == ["plain.yaml", "results"]


def test_of_several_scenarios_one_is_named(terminal: Terminal) -> None:
    Path("plain.yaml").write_text(PLAIN, encoding="utf-8")
    more = "extends: plain\nname: More\nquestion: And more?\nunit: {beds: 9}\n"
    Path("more.yaml").write_text(more, encoding="utf-8")
    assert terminal("compare", "plain.yaml", "more.yaml", "--events", "--quiet", "--workers", "1").code == 0
    folder = str(next(Path("results").iterdir()))
    ending = terminal("export", folder, "--format", "csv")
    assert ending.code == 3
    assert "which scenario is not said; --scenario with one of plain, more is accepted" in " ".join(ending.err.split())
    assert terminal("export", folder, "--format", "csv", "--scenario", "more", "--out", "more.csv").code == 0
    assert terminal("export", "more.yaml", "--format", "csv", "--out", "again.csv").code == 0
    assert Path("more.csv").read_bytes() == Path("again.csv").read_bytes()
