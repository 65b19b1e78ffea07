"""What a study of uncertainty says in sentences, on the terminal and over its figures."""

from math import isfinite

from reports.uncertainty import percent
from reports.words import listing
from sim.cli.uncertainty_picked import of_decision, standing_out
from sim.experiments.statistics.importance import LEAST_DRAWS
from sim.experiments.statistics.resampling import ENDS
from sim.experiments.uncertainty.analysis import SAME, TOO_FEW
from sim.experiments.uncertainty.reader import SavedUncertainty
from sim.experiments.uncertainty.rows import DIFFERENCE, Summary

SURE = ENDS[1]
"""What makes an answer clear: then the whole 95 % range is on one side."""
HALF = 0.5
ABOUT = 0.1


def title(saved: SavedUncertainty) -> str:
    """What was studied, in one line."""
    base, *others = (str(each["name"]) for each in saved.facts["scenarios"])
    return f"{others[0]}, compared with {base}" if others else base


def drawn(saved: SavedUncertainty) -> str:
    """How many parameters were drawn, from what, and how often."""
    facts, count = saved.facts, len(saved.parameters)
    published = sum(each.range == "published" for each in saved.parameters)
    ways = {"from their published intervals": published, "from a quarter less to a quarter more": count - published}
    parts = [f"{number} {way}" if number < count else way for way, number in ways.items() if number]
    joint = ": " if len(parts) > 1 else " "
    left = len(facts["left_out"])
    lost = f" {left} draws make no valid scenario and were left out." if left else ""
    near = sum(each.is_near_an_end for each in saved.parameters)
    stand = "stands" if near == 1 else "stand"
    shifted = f" {near} of the parameters {stand} near an end of that range in the scenario itself." if near else ""
    return (
        f"{count} parameters were drawn {facts['draws']} times{joint}{', '.join(parts)}.{shifted} Each draw ran "
        f"{facts['replications']} replications that met the same luck.{lost}"
    )


def answer(saved: SavedUncertainty) -> str:
    """Which measures are decided in spite of what is not known, and which stay open; empty without an alternative."""
    clear, open_ = list[str](), list[str]()
    better = {each["name"]: each["better"] for each in saved.facts["measures"]}
    for row in of_decision(saved):
        if row.of == DIFFERENCE and isfinite(row.probability_better):
            label = _label(saved, row)
            way, likely = _likely(row, better[row.measure])
            (clear if likely >= SURE else open_).append(f"{label} ({way})" if likely >= SURE else label)
    parts = {"Clear in spite of what is not known: ": clear, "Still open: ": open_}
    return " ".join(f"{begins}{listing(names)}." for begins, names in parts.items() if names)


def seldom(saved: SavedUncertainty) -> str:
    """The measures of which nothing can be said, all at once; empty when there is none."""
    rows = [row for row in of_decision(saved) if row.remark == TOO_FEW]
    told = [f"{_label(saved, row)} ({row.draws or 'none'})" for row in rows]
    return f"Known in fewer than {LEAST_DRAWS} draws, too few to say anything: {listing(told)}." if told else ""


def _label(saved: SavedUncertainty, row: Summary) -> str:
    label: str = next(each["label"] for each in saved.facts["measures"] if each["name"] == row.measure)
    return f"“{label.partition(' (')[0]}”"


def how_sure(row: Summary, better: str) -> str:
    """Whether the alternative is better, or for a measure of which neither way is good (`better` is empty) higher."""
    if row.remark in (SAME, TOO_FEW):
        return ""
    if not isfinite(row.probability_better):
        return "The alternative makes no difference to it."
    way, likely = _likely(row, better)
    ends = ", which is clear." if likely >= SURE else ": it stays open."
    return f"{way.capitalize()} with a probability of {percent(likely)}{ends}"


def _likely(row: Summary, better: str) -> tuple[str, float]:
    """The likelier way, and how likely it is."""
    words = ("better", "worse") if better else ("higher", "lower")
    return words[row.probability_better < HALF], max(row.probability_better, 1 - row.probability_better)


def split(row: Summary) -> str:
    """Which of the two makes the answer uncertain."""
    if row.remark == SAME:
        return "It is the same in every draw and replication."
    if row.parameters_variance == 0:
        return "No sign of the parameters: the draws differ no more than chance makes them."
    share = row.parameters_share_pct / 100
    most = f"most of it is {'what we do not know' if share > HALF else 'chance'}"
    said, about_half = percent(share), abs(share - HALF) < ABOUT
    ends = "about half of it is chance" if about_half else most
    return f"{said[0].upper()}{said[1:]} of the variance comes from the parameters, so {ends}."


def what_matters(saved: SavedUncertainty, row: Summary) -> str:
    """Which of the parameters decide the answer; nothing where all of them together do not."""
    if not row.parameters_variance > 0:
        return ""
    found = standing_out(saved, row)
    if not found:
        return f"None of the {len(saved.parameters)} parameters stands out from chance."
    names = f"“{found[0].name}” matters most" + (" of them" if row.parameters_share_pct < 1 else "")
    if len(found) == 1:
        return f"{names}; no other stands out from chance."
    more = "one other stands" if len(found) == 2 else f"{len(found) - 1} others stand"
    return f"{names}; {more} out from chance."
