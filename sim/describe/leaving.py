"""Ends of a stay before it is completed, in prose: self-discharge with every modifier, and discharge by the unit."""

from collections.abc import Iterator

from sim.describe.blocks import Block, grid
from sim.describe.word_names import word_name
from sim.describe.words import lasting, rounded
from sim.rules.leaving import hazard_ratio
from sim.scenario.protocols import Alpha2Agonist, CarePlan
from sim.scenario.scenario import Scenario
from sim.scenario.values.ratios import ONE, Ratio
from sim.scenario.withdrawal import Leaving, Settling

HEADS = ("Modifier", "As published", "Hazard ratio used")
PUBLISHED = {
    "hazard_ratio": "hazard ratio {:g}",
    "odds_ratio": "odds ratio {:g}",
    "leaves_early_pct": "{:g} % leave early",
}


def leaving(scenario: Scenario) -> Iterator[Block]:
    """A paragraph for each way in which a stay ends early that this scenario uses."""
    rule = scenario.leaving
    if rule is None:
        return
    yield _self_discharge(rule)
    yield from _modifiers(scenario, rule)
    if rule.by_facility_per_1000_days:
        yield _by_facility(rule)


def how_published(ratio: Ratio) -> str:
    """The figure as its source gives it."""
    return PUBLISHED[ratio.published].format(ratio.figure)


def _self_discharge(rule: Leaving) -> str:
    per_ten = rule.hazard_ratio(rule.ratio_per_10_points)
    return (
        "**Self-discharge.** A person leaves against advice when their cumulative hazard reaches a threshold of "
        f"their own, drawn from a unit exponential. The hazard is {rule.per_day:g} a day × "
        f"{rounded(per_ten)}^((felt score − {rule.reference_score:g}) ÷ 10) × modifiers × settling. "
        f"{_settling(rule.settling)} The hazard is taken anew at each event of the person and is constant in between."
    )


def _settling(rule: Settling) -> str:
    if rule.ratio == 1:
        return "Settling is always 1: the wish to leave does not fall with time."
    return (
        f"Settling is 1 on admission and is multiplied by {rule.ratio:g} for each {lasting(rule.per_h)} since, down "
        f"to {rule.floor:g}."
    )


def _modifiers(scenario: Scenario, rule: Leaving) -> Iterator[Block]:
    """Every ratio in use, as published and as used."""
    found = dict(_in_use(scenario, rule))
    ratios = [rule.ratio_per_10_points, *found.values()]
    rows = [(name, how_published(ratio), rounded(rule.hazard_ratio(ratio))) for name, ratio in found.items()]
    rows.insert(0, ("ten points more of felt score", how_published(ratios[0]), rounded(rule.hazard_ratio(ratios[0]))))
    yield (
        "The first row is what ten points do; the other rows are modifiers, and those of everything that is true of a "
        "person are multiplied."
    )
    yield grid("What changes the wish to leave", HEADS, [*rows, *_by_source(scenario)])
    yield _how_read(scenario, rule, {ratio.published for ratio in ratios})


def _in_use(scenario: Scenario, rule: Leaving) -> Iterator[tuple[str, Ratio]]:
    plans = scenario.protocols.values()
    if any(isinstance(plan, CarePlan) and plan.is_agonist for plan in plans):
        yield "from the first dose of an opioid agonist on", rule.medication_started_ratio
    if any(isinstance(plan, Alpha2Agonist) for plan in plans) and rule.adjunct_started_ratio != ONE:
        yield "from the first dose of an alpha-2 agonist on", rule.adjunct_started_ratio
    if scenario.tasks.discharge_planning:
        yield "from the moment that aftercare is arranged", rule.aftercare_plan_ratio
    if (scenario.counselling.individual or scenario.counselling.groups) and rule.counselling_ratio != ONE:
        yield "from the end of the first counselling, alone or in a group, on", rule.counselling_ratio
    if rule.friday_admission_ratio != ONE:
        yield "admitted on a Friday", rule.friday_admission_ratio
    for word, ratio in rule.ratios.items():
        yield word_name(scenario, word), ratio


def _by_source(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    """Sources are compared with the mean of those whose share of leavers is known."""
    sources = scenario.demand.sources
    known = {name: pct for name, source in sources.items() if (pct := source.leaves_early_pct) is not None}
    shares = {name: sources[name].share_pct or 0.0 for name in known}
    if not any(shares.values()):
        return
    mean_pct = sum(shares[name] * pct for name, pct in known.items()) / sum(shares.values())
    for name, pct in known.items():
        published = f"{pct:g} % leave early, {rounded(mean_pct)} % over all sources"
        yield f"referred by {word_name(scenario, name)}", published, rounded(hazard_ratio(pct, mean_pct))


def _how_read(scenario: Scenario, rule: Leaving, published: set[str]) -> str:
    reference = f"{rule.reference_pct:g} %"
    told = []
    if "odds_ratio" in published:
        told.append(
            f"An odds ratio *r* compares with a group of which *p₀* = {reference} leave early. The other group then "
            "leaves with *p₁* = *r p₀* ÷ (1 − *p₀* + *r p₀*), and the hazard ratio is ln(1 − *p₁*) ÷ ln(1 − *p₀*)."
        )
    if "leaves_early_pct" in published:
        told.append(
            "A share *p₁* that leaves early becomes the hazard ratio ln(1 − *p₁*) ÷ ln(1 − *p₀*), with *p₀* = "
            f"{reference}."
        )
    if any(_by_source(scenario)):
        told.append("For referral sources *p₁* is the share of that source and *p₀* that of all sources.")
    return " ".join(told)


def _by_facility(rule: Leaving) -> str:
    return (
        "**Discharge by the unit.** For breaking rules the unit sends people away against their wish, at a constant "
        f"{rule.by_facility_per_1000_days:g} per 1,000 patient-days."
    )
