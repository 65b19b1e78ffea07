"""Who arrives, in prose: age, traits and what each depends on."""

from collections.abc import Iterator

from sim.describe.word_names import by_word
from sim.describe.words import bullets, escaped, number_spread, paragraphs
from sim.scenario.people import Ages, Trait
from sim.scenario.scenario import Scenario

ORDER = (
    "For each person source, opioid, age, traits, priority class, protocol and destination are drawn in this order, "
    "and each may depend on those before it."
)
NOBODY_OLDER = 110.0


def people(scenario: Scenario) -> Iterator[str]:
    """A paragraph about who people are, when the scenario says anything about it."""
    rule = scenario.people
    age = f"Age in years is {number_spread(rule.age_years)}." if rule.age_years else ""
    if not rule.traits:
        if age:
            yield f"**Who arrives.** {age}"
        return
    drawn = "A person has or lacks each of these traits:"
    yield paragraphs(
        " ".join(part for part in ("**Who arrives.**", ORDER, age, drawn) if part),
        bullets(_trait(scenario, name, trait) for name, trait in rule.traits.items()),
        _dependence(scenario),
    )


def _trait(scenario: Scenario, name: str, trait: Trait) -> str:
    told = [f"{escaped(trait.label or name)}: {_how_often(scenario, trait)}"]
    if trait.peak_ratio != 1:
        told.append(f"the peak score is multiplied by {trait.peak_ratio:g}")
    if trait.decline_ratio != 1:
        told.append(f"the time from the peak to the end of the acute phase is multiplied by {trait.decline_ratio:g}")
    return "; ".join(told)


def _how_often(scenario: Scenario, trait: Trait) -> str:
    if trait.ages:
        return _aged(trait.ages)
    if not trait.where:
        return f"{trait.share_pct or 0:g} %"
    return f"{by_word(scenario, trait.where)}; {trait.share_pct or 0:g} % of all others"


def _aged(ages: Ages) -> str:
    if ages.to_years >= NOBODY_OLDER:
        return f"everyone aged {ages.from_years:g} and over"
    return f"everyone aged {ages.from_years:g} to below {ages.to_years:g}"


def _dependence(scenario: Scenario) -> str:
    traits = scenario.people.traits.values()
    first = (
        "Where shares are given by condition, the first that is true of a person counts. "
        if any(len(trait.where) > 1 for trait in traits)
        else ""
    )
    clipped = (
        " A peak score that a trait raises stays at 48 at most."
        if any(trait.peak_ratio > 1 for trait in traits)
        else ""
    )
    return f"{first}Apart from what is said here, traits are independent of each other, of age and of source.{clipped}"
