"""What a study of uncertainty says in sentences, on the terminal and over its figures."""

from math import isfinite

from sim.experiments.uncertainty.analysis import SAME, TOO_FEW
from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Importance, Summary

SURE = 0.95
ALMOST_ALL = 0.99
HALF = 0.5


def decided_of(saved: SavedUncertainty) -> str:
    """What the answers are about: the difference when there is an alternative, else the only scenario."""
    scenarios = saved.facts["scenarios"]
    return DIFFERENCE if len(scenarios) > 1 else str(scenarios[0]["id"])


def title(saved: SavedUncertainty) -> str:
    """What was studied, in one line."""
    base, *others = (str(each["name"]) for each in saved.facts["scenarios"])
    return f"{others[0]}, compared with {base}" if others else base


def drawn(saved: SavedUncertainty) -> str:
    """How many parameters were drawn, from what, and how often."""
    facts, count = saved.facts, len(saved.parameters)
    published = sum(each.range == "published" for each in saved.parameters)
    rest = f", {count - published} a quarter down and up because none is published" if count > published else ""
    left = len(facts["left_out"])
    lost = f" {left} draws make no valid scenario and were left out." if left else ""
    near = sum(each.is_near_an_end for each in saved.parameters)
    stand = "stands" if near == 1 else "stand"
    shifted = f" {near} of the parameters {stand} near an end of that range in the scenario itself." if near else ""
    return (
        f"{count} parameters were drawn {facts['draws']} times: {published} from their published interval{rest}."
        f"{shifted} Each draw ran {facts['replications']} replications that met the same luck.{lost}"
    )


def how_sure(row: Summary, better: str) -> str:
    """Whether the alternative is better, or for a measure of which neither way is good (`better` is empty) higher."""
    if row.remark in (SAME, TOO_FEW):
        return ""
    if not isfinite(row.probability_better):
        return "The alternative makes no difference to it."
    words = ("better", "worse") if better else ("higher", "lower")
    likely = max(row.probability_better, 1 - row.probability_better)
    word = words[row.probability_better < HALF]
    return f"{word.capitalize()} with a probability of {percent(likely)}" + (
        ", which is clear." if likely >= SURE else ": it stays open."
    )


def percent(share: float) -> str:
    """Never quite sure, and never impossible."""
    if share > ALMOST_ALL:
        return "over 99 %"
    return "under 1 %" if share < 1 - ALMOST_ALL else f"{100 * share:.0f} %"


def split(row: Summary) -> str:
    """Which of the two makes the answer uncertain."""
    if row.remark == TOO_FEW:
        return f"It was seen in {row.draws} draws only, which is too few to say anything."
    if row.remark == SAME:
        return "It is the same in every draw and replication."
    if row.parameters_variance == 0:
        return "No sign of the parameters: the draws differ no more than chance makes them."
    share = row.parameters_share_pct
    more = "what we do not know" if share > 100 * HALF else "chance"
    return f"{share:.0f} % of the variance comes from the parameters, so most of it is {more}."


def standing_out(saved: SavedUncertainty, measure: str) -> list[Importance]:
    """The parameters that matter to a measure more than chance would show, the most important first."""
    return [row for row in saved.importance if _is_of(saved, row, measure) and row.stands_out]


def _is_of(saved: SavedUncertainty, row: Importance, measure: str) -> bool:
    return (row.of, row.measure) == (decided_of(saved), measure)


def what_matters(saved: SavedUncertainty, measure: str) -> str:
    """Which of the parameters decide the answer."""
    found = standing_out(saved, measure)
    if not any(isfinite(row.correlation) for row in saved.importance if _is_of(saved, row, measure)):
        return ""
    if not found:
        return f"None of the {len(saved.parameters)} parameters stands out from chance."
    name = found[0].name
    names = f"{name[:1].upper()}{name[1:]} matters most"
    if len(found) == 1:
        return f"{names}; no other stands out from chance."
    more = "one other stands" if len(found) == 2 else f"{len(found) - 1} others stand"
    return f"{names}; {more} out from chance."
