"""The report says how to get the model in words."""

import pytest

from reports import described, render
from reports.study import Study
from tests.reports.sample import results

pytestmark = pytest.mark.unit


def test_each_scenario_has_its_command_with_what_the_study_changed() -> None:
    saved = results(days=1, names=("Now", "Then"))
    for entry, file in zip(saved.manifest["scenarios"], ("base.yaml", "a file.yaml"), strict=True):
        entry["file"] = file
    saved.manifest["command"] = ["detox-sim", "compare", "x", "y", "--set", "unit.beds=26", "--seed", "7", "--events"]
    changes = "--set unit.beds=26 --set run.seed=7 --results results/made-up"
    assert described.commands(Study(saved)) == [
        f"detox-sim describe base.yaml {changes} --out scenario-0.html",
        f"detox-sim describe 'a file.yaml' {changes} --out scenario-1.html",
    ]


def test_the_report_shows_them() -> None:
    saved = results(days=1, names=("Now",))
    saved.manifest["scenarios"][0]["file"] = "<b>.yaml"
    page = render(saved)
    assert "How the model is described" in page
    assert "detox-sim describe &#39;&lt;b&gt;.yaml&#39; --results results/made-up --out scenario-0.html" in page
