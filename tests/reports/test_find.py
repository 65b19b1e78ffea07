"""The report of a search: what is asked, what is recommended, how sure it is, in one page that says what was saved."""

import json
import re
from dataclasses import replace
from html import unescape
from math import nan
from pathlib import Path

import pandas as pd
import pytest

from reports.figures import pareto_front
from reports.find import is_find, render, write_report
from reports.find.sections import front_frame, sections
from reports.find.view import CLOSE, MET, MISSED, View, verdict
from sim.errors import ResultsError
from sim.experiments.find.budget import Budget
from sim.experiments.find.facts import FACTS, TargetSaid
from sim.experiments.find.reader import SavedFind, read_find
from tests.experiments.find.made_up import QUESTION
from tests.reports.sample_find import BY_LENGTH, HOSTILE, UGLY, hostile, searched

pytestmark = pytest.mark.functional
WIDE = BY_LENGTH.replace("to: 12", "to: 40").replace("to: 4}", "to: 30}") + "looks: 20\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return searched(tmp_path_factory.mktemp("sure"))


@pytest.fixture(scope="module")
def saved(folder: Path) -> SavedFind:
    return read_find(folder)


@pytest.fixture(scope="module")
def page(saved: SavedFind) -> str:
    return words(render(saved))


def words(html: str) -> str:
    """What a reader sees, but for scripts and style."""
    main = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).replace("\u00a0", " ").split())


def test_the_folder_is_known_by_a_file_that_it_holds(folder: Path, tmp_path: Path) -> None:
    assert is_find(folder)
    assert not is_find(tmp_path)


def test_the_question_comes_with_its_targets_and_chance(page: str) -> None:
    assert "How few beds will do?" in page
    assert "Of 48 units, which differ from “Plain” in “beds” and “demand”" in page
    assert "the answer is to be right with a chance of 95 %" in page
    assert "Admitted within 72 h: at least 80 %, with a tolerance of 1 point" in page


def test_the_recommendation_says_what_to_change_at_what_cost(saved: SavedFind, page: str) -> None:
    facts = saved.facts
    assert f"Recommended beds {facts.choice.values['beds']}, demand {facts.choice.values['demand']}" in page
    assert facts.said["change"][0] in page
    assert re.search(
        r"Cost in total: 2\d\.\d USD a year \(95 % interval [\d.]+ to [\d.]+\), [\d.]+ USD a year more", page
    )
    assert re.search(r"(✓ met|≈ close to it) Admitted within 72 h \d+\.\d+ %", page)
    for sentence in facts.said["sureness"]:
        assert sentence in page


def test_the_unit_as_it_is_comes_first_among_what_was_beaten(saved: SavedFind, page: str) -> None:
    (today,) = saved.points[saved.points["today"] == "yes"]["point"]
    assert saved.facts.today == today
    beaten = page.partition("What speaks against it")[2]
    assert re.match(r"(?s).{0,60}\(today\)", beaten)
    assert "not better by what matters" in beaten


def test_every_unit_is_in_the_table_with_its_verdict(saved: SavedFind) -> None:
    html = render(saved)
    assert len(re.findall(r'<tr id="unit-\d+">', html)) == 48
    assert "misses Admitted within 72 h by" in html


def test_the_same_results_give_the_same_bytes(saved: SavedFind, folder: Path) -> None:
    path = write_report(folder)
    assert path == folder / "report.html"
    assert path.read_text(encoding="utf-8") == render(saved)


def test_a_search_that_was_not_sure_says_so_before_all(tmp_path: Path) -> None:
    html = words(render(read_find(searched(tmp_path, budget=Budget(replications=120)))))
    assert "Best so far" in html
    assert "do not decide on this yet" in html
    assert "To be 95 % sure takes about" in html
    assert "not ruled out yet" in html


def test_sure_among_a_few_is_no_recommendation(tmp_path: Path) -> None:
    saved = read_find(searched(tmp_path, WIDE.replace("looks: 20", "looks: 3")))
    assert (saved.facts.choice.sure, saved.facts.choice.settled) == (True, False)
    html = words(render(saved))
    assert "Best so far" in html
    assert "Only 3 of 1,200 units were looked at; a larger budget may find a better." in html


def test_what_fresh_replications_speak_against_is_a_warning(saved: SavedFind) -> None:
    against = {**saved.facts.said, "afresh": ["Warning: these replications speak against the choice.", "A fact."]}
    html = render(replace(saved, facts=saved.facts.model_copy(update={"said": against})))
    assert '<p class="notice"><strong>Warning: these replications speak against the choice.</strong></p>' in html
    assert "<p>A fact.</p>" in html


def test_when_none_meets_the_targets_the_nearest_is_named(tmp_path: Path) -> None:
    html = words(render(read_find(searched(tmp_path, BY_LENGTH.replace("at_least: 80", "at_least: 95")))))
    assert "No unit meets every target with the tolerance to spare; this one comes nearest" in html
    assert "✗ missed" in html
    assert re.search(
        r"None of \d+ units (is known to meet|meets) every target; (\w+ units? may still|3 come nearest)", html
    )


def test_a_guided_search_says_what_the_surrogate_can_do(tmp_path: Path) -> None:
    html = words(render(read_find(searched(tmp_path, WIDE))))
    assert "The surrogate, tried on each unit in turn when it is left out" in html
    assert "the first 5 replications of each unit, which chose where to look" in html


def test_one_measure_against_itself_is_no_figure(tmp_path: Path) -> None:
    text = QUESTION.replace("cheapest: cost_per_year", "largest: admitted_72h_pct")
    view = View(
        read_find(
            searched(
                tmp_path,
                text.replace("measure: admitted_72h_pct", "measure: wait_mean_h") + "access: admitted_72h_pct\n",
            )
        )
    )
    assert [section.slug for section in sections(view)] == ["lines"]


def test_the_front_is_drawn_with_its_intervals(saved: SavedFind) -> None:
    frame = front_frame(View(saved))
    fig = pareto_front(frame, ["Cost", "Wait"], ["USD", "h"])
    assert fig is not None
    assert [trace.name for trace in fig.data if trace.name] == [
        "Best compromises", "Misses a target", "Not decided", "Meets the targets", "Today", "The choice",
    ]  # fmt: skip
    (line,) = [trace for trace in fig.data if trace.mode == "lines"]
    assert list(line.x) == sorted(frame.loc[frame["front"], "x"])
    (choice,) = [trace for trace in fig.data if trace.name == "The choice"]
    assert choice.error_x.array[0] > 0 < choice.error_y.array[0]
    assert "95 % interval" in choice.hovertext[0]


def test_one_unit_is_no_front(saved: SavedFind) -> None:
    assert pareto_front(front_frame(View(saved)).head(1), ["Cost", "Wait"]) is None


def test_the_choice_may_be_the_unit_as_it_is(saved: SavedFind) -> None:
    frame = front_frame(View(saved)).assign(today=lambda table: table["chosen"])
    fig = pareto_front(frame, ["Cost", "Wait"])
    assert fig is not None
    assert "The choice, which is today's unit" in [trace.name for trace in fig.data]


@pytest.mark.parametrize(
    ("mean", "low", "high", "said"),
    [
        (82, 81, 83, MET),
        (80.5, 79, 82, CLOSE),
        (79.5, 79, 80, CLOSE),
        (79, 78, 81, MISSED),
        (81, nan, nan, MET),
    ],
)
def test_a_verdict_needs_the_whole_interval(mean: float, low: float, high: float, said: str) -> None:
    target = TargetSaid(
        name="a", label="A", unit="%", definition="", better="higher", at_least=True, value=80.0, tolerance=1.0
    )
    assert verdict(target, mean, low, high) == said


def test_what_a_stranger_wrote_is_text(tmp_path: Path) -> None:
    html = render(read_find(hostile(tmp_path)))
    assert HOSTILE not in html
    assert "&lt;script&gt;document.title" in html
    assert UGLY not in html
    assert html.count("<script") == html.count("</script>")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (FACTS, "{", "is damaged, it is not JSON"),
        (FACTS, '{"format": 1}', "the results have format 1; this program reads format 2"),
        (FACTS, '{"format": 2}', "is damaged (created is missing"),
        ("points.csv", "point\n1\n", "has been changed or damaged since it was saved"),
    ],
)
def test_a_folder_that_was_damaged_is_a_sentence(name: str, text: str, said: str, tmp_path: Path) -> None:
    folder = searched(tmp_path)
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(ResultsError, match=re.escape(said)):
        write_report(folder)


def test_a_folder_of_something_else_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ResultsError, match=r"has no find\.json, so it is not the folder of a finished search"):
        write_report(tmp_path)
    with pytest.raises(ResultsError, match="there is no such folder"):
        write_report(tmp_path / "nowhere")


def test_what_was_read_is_what_was_saved(saved: SavedFind, folder: Path) -> None:
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    assert saved.facts.choice.number == facts["choice"]["number"]
    assert saved.points["replications"].sum() == facts["spent"]
    assert saved.points["beds"].tolist()[:5] == ["1", "1", "1", "1", "2"]
    assert isinstance(saved.surrogate, pd.DataFrame)
    assert saved.surrogate.empty
