"""Care, checks, staff and flow: what their figures leave out and what their tables add."""

import pandas as pd
import pytest

from reports import tables
from reports.figures import care, checks
from reports.figures.panels import panels
from reports.study import Study
from tests.reports.sample import results
from tests.reports.test_figures import shown

pytestmark = pytest.mark.unit

STUDY = Study(results(days=28))
NAMES = STUDY.names
ONCE = Study(results(days=28, replications=1))


def test_intervals_of_staff_stand_in_their_table() -> None:
    staff = tables.staff(STUDY.frame("hourly"), NAMES)
    nurse_on_monday_morning = staff.rows[10][1]
    assert " to " in nurse_on_monday_morning.partition(" of ")[0]


def test_checks_add_up_and_what_hardly_happens_has_no_panel() -> None:
    counts = STUDY.frame("counts")
    assert len(shown(checks.checks_on_time(counts, NAMES))) == 3 * len(NAMES)
    table = checks.check_shares(counts)
    assert table[table["scenario"] == "scenario-0"]["mean"].sum() == pytest.approx(100)
    rare = counts.assign(count=counts["count"].where(counts["category"] != "missed", 0))
    assert len(shown(checks.checks_on_time(rare, NAMES))) == 2 * len(NAMES)


def test_short_waits_for_care_are_told_in_minutes() -> None:
    units = {kind.what: kind.unit for kind in care.kinds(STUDY.frame("waits"))}
    assert units["prescriber"] == "h"
    brief = care.Kind("check", pd.DataFrame({"percentile": [50], "mean": [0.5], "low": [0.25], "high": [0.75]}))
    assert (brief.unit, *brief.times.loc[0, ["mean", "low", "high"]]) == ("min", 30.0, 15.0, 45.0)


def test_a_single_panel_of_a_single_scenario() -> None:
    """As when every check was on time."""
    fig = panels(["Only one"], {"baseline": "Baseline"})
    assert [note.text for note in fig.layout.annotations] == ["Only one"]
