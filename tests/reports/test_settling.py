"""What the report knows of the warm-up."""

from pathlib import Path
from typing import Any

import pytest

from reports.offered import offered
from reports.sections.settling import settling
from reports.settled import settled
from reports.study import Study
from reports.warm_up_evidence import judged, judged_series, otherwise
from sim.experiments.results_reader import SavedResults
from tests.reports.sample import results

pytestmark = pytest.mark.unit


def series(name: str, days: int | None, at_limit: bool = False, too_short: bool = False) -> dict[str, Any]:
    return {"series": name, "days": days, "at_limit": at_limit, "too_short": too_short}


def warmed_up(*rows: dict[str, Any]) -> Study:
    saved = results(days=28, names=("Now",))
    entry = {"scenario": "scenario-0", "terminating": False, "chosen_days": 56.0, "series": list(rows)}
    return Study(SavedResults(Path(), saved.manifest | {"warm_up": [entry]}, saved.frames))


def test_each_series_says_how_many_days_it_needs():
    study = warmed_up(
        series("occupied", 14), series("waiting", 70, too_short=True), series("boarding", None),
        series("step_down", 0) | {"still": "climbing"}, series("referred", 1, at_limit=True),
    )  # fmt: skip
    table = judged_series(study)
    assert table is not None
    assert table.caption.endswith("56 days were left out")
    assert [row[1] for row in table.rows] == [
        "14 days", "70 days, more than were left out", "cannot be judged", "0 days, not settled",
        "1 day, not settled",
    ]  # fmt: skip
    assert otherwise(study).startswith(
        "As far as can be told: “Step-down houses” and “Referrals, returns included” had not settled"
    )
    assert otherwise(warmed_up(series("occupied", 14))).startswith("Yes")


def test_page_one_warns_in_plain_words_and_researchers_read_how_to_heed_it():
    study = warmed_up(series("waiting", 70, too_short=True))
    study.manifest["warm_up"][0] |= {"advised_weeks": 10, "settled": True}
    (warning,), (again, how) = settled(study.manifest), judged(study)
    assert warning == again
    assert "MSER-5" not in warning
    assert "--set" not in warning
    assert how.endswith('On the command line: --set "run.warm_up=10 weeks"')
    assert judged(Study(results(days=28))) == [otherwise(Study(results(days=28)))]


def test_where_nothing_is_known_the_command_is_named():
    study = Study(results(days=28, names=("Now",)))
    assert judged_series(study) is None
    assert otherwise(study).endswith("This command does: detox-sim warm-up scenarios/scenario-0.yaml")


def test_the_figure_begins_with_the_first_day_and_marks_the_end_of_the_warm_up():
    (section,) = settling(Study(results(days=28, names=("Now",))))
    assert section.figure.data[-1].x[0] == 0
    assert section.figure.layout.shapes[0].x0 == 56
    titles = [note.text for note in section.figure.layout.annotations]
    assert len(titles) == 4, "nobody is ever in step-down here"


def test_without_the_series_there_is_no_figure():
    saved = results(days=28, names=("Now",))
    frames = {**saved.frames, "from_start": saved.frames["from_start"].iloc[:0]}
    assert not list(settling(Study(SavedResults(Path(), saved.manifest, frames))))


def test_what_is_asked_beforehand_stands_beside_what_there_is():
    saved = results(days=28, names=("Now", "Then"))
    assert offered(Study(saved)) is None
    loads = [
        {"scenario": "scenario-0", "resource": "beds", "offered": 22.132, "capacity": 24.0, "unit": "beds"},
        {"scenario": "scenario-1", "resource": "beds", "offered": 22.132, "capacity": 26.0, "unit": "beds"},
        {"scenario": "scenario-1", "resource": "nurse", "offered": 168.9, "capacity": 386.1, "unit": "hours a week"},
    ]
    table = offered(Study(SavedResults(Path(), saved.manifest | {"beforehand": {"loads": loads}}, saved.frames)))
    assert table is not None
    assert table.columns == ["Resource", "Now", "Then"]
    assert table.rows == [
        ["Beds", "22.1 of 24.0 (92\u00a0%)", "22.1 of 26.0 (85\u00a0%)"],
        ["Nurse (hours a week)", "–", "169 of 386 (44\u00a0%)"],
    ]
