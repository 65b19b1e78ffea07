"""The document answers every item, in words of the scenario that would run."""

import re
from pathlib import Path

import pytest

from sim.describe.parameters import parameters
from sim.describe.words import escaped
from sim.measures import MEASURES, registry_for
from sim.scenario import LoadedScenario, load_scenario
from tests.cli.program import PLAIN
from tests.describe.everything import everything, text_of

pytestmark = pytest.mark.unit

ROOT = Path(__file__).parents[2]
PARTS = {"1": 3, "2": 4, "2.5": 5, "3": 4, "4": 3, "5": 4, "6": 1}
ITEMS = [f"{section}.{number}" for section, most in PARTS.items() for number in range(1, most + 1)]
NEED_NO_EFFORT = ("4.1", "5.1", "5.2", "5.3")


@pytest.fixture
def baseline(scenarios: Path) -> LoadedScenario:
    return load_scenario(scenarios / "baseline.yaml")


@pytest.fixture
def plain(tmp_path: Path) -> LoadedScenario:
    path = tmp_path / "plain.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    return load_scenario(path)


def item(document: str, number: str) -> str:
    return document.partition(f"### {number} ")[2].partition("\n### ")[0]


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for below in value.values() for leaf in leaves(below)]
    return [leaf for below in value for leaf in leaves(below)] if isinstance(value, list) else [value]


def test_every_item_is_there_in_order_and_counted(baseline: LoadedScenario) -> None:
    document = text_of(baseline)
    assert re.findall(r"^### (\S+) ", document, re.MULTILINE) == ITEMS
    counted = re.search(r"Of (\d+) items: (\d+) filled, (\d+) partly, (\d+) not provided by author\.", document)
    assert counted is not None
    total, *parts = map(int, counted.groups())
    assert total == sum(parts) == len(ITEMS)


def test_what_papers_leave_out_needs_no_effort_of_the_author(plain: LoadedScenario) -> None:
    document = text_of(plain)
    for number in NEED_NO_EFFORT:
        assert "*Filled*" in item(document, number)
    assert "*Partly*" in item(document, "1.1")
    assert "*Not provided by author*" in item(document, "3.2")


def test_every_value_of_the_scenario_is_a_parameter(baseline: LoadedScenario) -> None:
    told = " ".join(each.value for each in parameters(baseline))
    assert all(str(leaf) in told for leaf in leaves(baseline.resolved))


def test_only_rules_in_use_are_told(baseline: LoadedScenario, plain: LoadedScenario) -> None:
    rules = ("Screening.", "Induction.", "Boarding.", "Self-discharge.", "End of a shift.", "Felt score.")
    full, bare = item(text_of(baseline), "2.2"), item(text_of(plain), "2.2")
    assert all(f"**{rule}**" in full for rule in rules)
    assert not any(f"**{rule}**" in bare for rule in rules)
    assert "**Fixed stay.**" in bare
    assert "**Fixed stay.**" not in full


def test_a_change_shows_in_text_table_and_difference(scenarios: Path) -> None:
    document = text_of(load_scenario(scenarios / "two-more-beds.yaml", ["demand.no_show=null"]))
    assert "| `unit.beds` | 24 | 26 |" in item(document, "2.3")
    assert "- 26 detox beds" in item(document, "2.5.3")
    assert "does not turn up" not in item(document, "2.2")


def test_text_of_an_author_cannot_change_the_document(plain: LoadedScenario) -> None:
    document = text_of(plain)
    assert document.startswith("# Plain \\<unit\\> \\| \\*one\\*: the model in words\n")
    assert "<unit>" not in document


@pytest.mark.parametrize("path", ["scenarios/baseline.yaml", "tests/describe/scenarios/everything.yaml"])
def test_tables_have_as_many_cells_in_each_row(path: str) -> None:
    for block in re.findall(r"(?:^\|.*\|$\n?)+", text_of(load_scenario(ROOT / path)), re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


def test_strength_of_evidence_is_counted(baseline: LoadedScenario) -> None:
    found = list(parameters(baseline))
    rows = dict(re.findall(r"^\| (\w[\w ]*) \| [^|]+ \| (\d+) \|$", item(text_of(baseline), "3.1"), re.MULTILINE))
    assert sum(map(int, rows.values())) == len(found)
    assert int(rows["guideline"]) > 0
    assert int(rows["assumed"]) > 0


def test_it_is_the_same_each_time(baseline: LoadedScenario) -> None:
    assert text_of(baseline) == text_of(baseline)


def test_values_have_the_units_that_their_names_mean() -> None:
    told = {each.path: each.value for each in parameters(everything())}
    assert told["people.traits.pregnant.where.women"] == "5 %"
    assert told["people.traits.young.ages.to"] == "30 years"
    assert told["complications.kinds.dehydration.per_1000_patient_days"] == "6 per 1,000 patient-days"
    assert told["money.wage_an_hour.nurse"] == "45 USD an hour"
    assert told["money.on_costs_ratio"] == "1.3"
    assert told["protocols.continued.injection.cost"] == "1600 USD"
    assert told["transition.boarding_limit"] == "3 days"


def test_what_is_left_to_the_program_is_told() -> None:
    left = {each.path: each.value for each in parameters(everything()) if each.strength == "default"}
    assert left["money.income_per_admission"] == "0 USD"
    assert left["unit.bed_groups.shared.nowhere_else"] == "False"
    assert left["protocols.continued.drugs_per_day_cost"] == "0 USD"


def test_the_measures_are_those_that_the_scenario_has(plain: LoadedScenario) -> None:
    for loaded in (everything(), plain):
        has = {measure.name.partition("[")[0] for measure in registry_for(loaded.scenario)}
        text = item(text_of(loaded), "1.2")
        told = {each.name for each in MEASURES if f"| {escaped(each.label)} | {each.unit} |" in text}
        assert told == has


def test_the_pathway_is_drawn_with_every_end() -> None:
    drawn, bare = (item(text_of(everything(*changes)), "2.1") for changes in ((), ("afterwards=null",)))
    for words in ("Outpatient withdrawal management", "Sent away by the unit", "Hospital", "back in time"):
        assert words in drawn
    assert "referred again" in drawn
    assert "Return to use" not in bare


def test_the_diagram_names_every_box_and_no_label_can_break_it() -> None:
    hostile = 'a"] --> b; <script> | {x} [y] `z` 🙂'
    drawn = item(text_of(everything(f"demand.sources.self.label={hostile}")), "2.1").partition("```mermaid")[2]
    chart, _, below = drawn.partition("```")
    boxes = re.findall(r'^    (\w+)\["([^"\[\]<>|{}]+)"\]$', chart, re.MULTILINE)
    arrows = re.findall(r"^    (\w+) -->\|([\w ,-]+)\| (\w+)$", chart, re.MULTILINE)
    assert len(boxes) + len(arrows) == len(chart.split("flowchart TD\n")[1].splitlines())
    assert {name for start, _, end in arrows for name in (start, end)} == {name for name, _ in boxes}
    assert f"- {escaped(hostile)}: referral: Telephone screening" in below


def test_published_figures_are_links(baseline: LoadedScenario) -> None:
    text = item(text_of(baseline), "3.1")
    assert "[doi 10.1080/08897077.2017.1353570](<https://doi.org/10.1080/08897077.2017.1353570>)" in text
    assert ", none |" not in text


def test_how_a_figure_was_read_stands_beside_its_parameter(baseline: LoadedScenario) -> None:
    text = item(text_of(baseline), "3.2")
    assert "| `people.traits.women.share_pct` | `casemix_male` | The others than the 70.7 % who are men. |" in text
    assert re.search(r"^\| `[\w.]+` and \d+ more \|", text, re.MULTILINE)


def test_how_long_the_warm_up_is_wants_a_reason(baseline: LoadedScenario, tmp_path: Path) -> None:
    assert "The length of the warm-up was chosen so: " in item(text_of(baseline), "4.1")
    path = tmp_path / "plain.yaml"
    path.write_text(PLAIN.replace("warm_up: 0 h", "warm_up: 1 week"), encoding="utf-8")
    text = item(text_of(load_scenario(path)), "4.1")
    assert "Not provided by author: how the length of the warm-up was chosen." in text
    reason = "{value: 1 week, assumed: By MSER-5}"
    path.write_text(PLAIN.replace("warm_up: 0 h", f"warm_up: {reason}"), encoding="utf-8")
    text = item(text_of(load_scenario(path)), "4.1")
    assert "*Filled*" in text
    assert "The length of the warm-up was chosen so: By MSER-5" in text


def test_work_is_done_by_people_with_names() -> None:
    text = item(text_of(everything("staff.roles.nurse.label=Charge nurse")), "2.5.2")
    assert "Charge nurse" in text
