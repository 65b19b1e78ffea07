"""What a study of uncertainty says: sure and open, seldom seen, and nothing of parameters that show no sign."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reports.uncertainty import render
from sim.cli.uncertainty_picture import picture
from sim.cli.uncertainty_words import answer, drawn, seldom, split, what_matters
from sim.experiments.uncertainty.analysis import NO_SIGN, SAME, TOO_FEW
from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Importance, Parameter, Summary

pytestmark = pytest.mark.unit

WAIT = Summary(
    DIFFERENCE, "wait", draws=20, replications=3, mean=-4.0, low=-8.0, high=0.5, parameters_variance=9.0,
    parameters_variance_low=4.0, parameters_variance_high=25.0, chance_variance=1.0, chance_variance_low=0.5,
    chance_variance_high=4.0, parameters_share_pct=90.0, probability_better=0.97, worth_of_knowing_all=0.2,
)  # fmt: skip
BEDS = replace(WAIT, measure="beds", probability_better=0.3)
NONE = replace(
    WAIT, parameters_variance=0.0, parameters_variance_low=0.0, parameters_share_pct=0.0, low=-4.0, high=-4.0,
    remark=NO_SIGN,
)  # fmt: skip
LABELS = {"wait": ("Wait (mean)", "h", "lower"), "beds": ("Beds", "%", ""), "dose": ("First dose", "h", "lower")}


def few(measure: str, draws: int) -> Summary:
    return Summary(DIFFERENCE, measure, draws, 3, remark=TOO_FEW)


def matter(measure: str, name: str, correlation: float) -> Importance:
    return Importance(DIFFERENCE, measure, 1, name, name, correlation, 0.1, 0.9, 0.4, 0.1, 0.05)


def saved(*rows: Summary, importance: tuple[Importance, ...] = (), **facts: Any) -> SavedUncertainty:
    both = [{"id": name, "name": name, "question": ""} for name in ("now", "more")]
    measures = [{"name": name, **dict(zip(("label", "unit", "better"), LABELS[name], strict=True))} for name in LABELS]
    told = {"scenarios": both, "draws": 20, "replications": 3, "left_out": [], "measures": measures, "command": ["x y"]}
    parameter = Parameter("p", "p", "", "", "published", "", 1.0, 0.5, 1.0, 2.0, 0.5, "normal", 0.0, 3.0)
    return SavedUncertainty(Path(), told | facts, [parameter] * 3, list(rows), list(importance))


def test_what_is_clear_and_what_is_open() -> None:
    """Clear is what has the whole 95 % range on one side: 97.5 % of what may be."""
    assert answer(saved(WAIT, BEDS)) == "Still open: “Wait” and “Beds”."
    sure = replace(WAIT, probability_better=0.98, high=-0.5)
    assert answer(saved(sure, BEDS)) == "Clear in spite of what is not known: “Wait” (better). Still open: “Beds”."
    assert answer(saved(replace(WAIT, of="now"))) == ""
    assert answer(saved(few("wait", 3))) == ""


def test_too_few_draws_are_told_once_for_all_measures() -> None:
    study = saved(few("wait", 3), BEDS, few("dose", 0))
    assert seldom(study) == "Known in fewer than 10 draws, too few to say anything: “Wait” (3) and “First dose” (none)."
    assert seldom(saved(WAIT)) == ""
    page = render(picture(study))
    assert page.count("too few to say anything") == 1
    assert [panel.label for panel in picture(study).panels] == ["Beds"]


def test_where_the_parameters_show_no_sign_none_of_them_matters_most() -> None:
    study = saved(NONE, importance=(matter("wait", "demand", 0.8),))
    assert split(NONE) == "No sign of the parameters: the draws differ no more than chance makes them."
    assert what_matters(study, NONE) == ""
    (panel,) = picture(study).panels
    assert (len(panel.bars), "matters" in panel.sentence) == (0, False)


def test_what_matters_most_and_how_many_others_stand_out() -> None:
    three = tuple(matter("wait", name, found) for name, found in (("demand", 0.9), ("stay", 0.5), ("list", 0.1)))
    assert what_matters(saved(WAIT, importance=three), WAIT) == (
        "“demand” matters most; one other stands out from chance."
    )
    assert what_matters(saved(WAIT, importance=three[2:]), WAIT) == "None of the 3 parameters stands out from chance."
    little = replace(WAIT, parameters_share_pct=0.3)
    assert what_matters(saved(little, importance=three[:1]), little).startswith(
        "“demand” matters most of them; no other"
    )


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.2, "Under 1 % of the variance comes from the parameters, so most of it is chance."),
        (30, "30 % of the variance comes from the parameters, so most of it is chance."),
        (49, "49 % of the variance comes from the parameters, so about half of it is chance."),
        (80, "80 % of the variance comes from the parameters, so most of it is what we do not know."),
        (99.9, "Over 99 % of the variance comes from the parameters, so most of it is what we do not know."),
    ],
)
def test_a_share_is_never_quite_nothing_or_everything(share: float, said: str) -> None:
    assert split(replace(WAIT, parameters_share_pct=share)) == said
    assert split(replace(WAIT, remark=SAME)) == "It is the same in every draw and replication."


def test_from_what_it_was_drawn() -> None:
    study = saved(WAIT)
    assert drawn(study).startswith("3 parameters were drawn 20 times from their published intervals. Each draw ran 3")
    mixed = replace(study, parameters=[*study.parameters, replace(study.parameters[0], range="25 %", below=0.05)])
    assert drawn(mixed).startswith(
        "4 parameters were drawn 20 times: 3 from their published intervals, 1 from a quarter less to a quarter more. "
        "1 of the parameters stands near an end"
    )


def test_the_line_that_repeats_it_can_be_pasted() -> None:
    command = ["detox-sim", "uncertainty", "our unit.yaml", "--only", "demand.*"]
    assert picture(saved(WAIT, command=command)).command == "detox-sim uncertainty 'our unit.yaml' --only 'demand.*'"
