"""Who a person is, in a few lines above their story."""

from collections.abc import Iterator, Sequence

from sim.cli.story.names import Names, labels
from sim.patients.episodes import episode_of
from sim.patients.population import Population
from sim.scenario.scenario import Scenario

Facts = Iterator[tuple[str, str]]
ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def who(scenario: Scenario, population: Population, number: int) -> Facts:
    """(what, value) pairs that a person brings with them. Raises KeyError when nobody of that number is referred."""
    row, traits = population.row(number), population.traits
    yield from _character(scenario, population, row)
    if scenario.demand.priority_classes:
        yield "Priority class", labels(scenario.demand.priority_classes)[traits.priority[row]]
    if scenario.unit.bed_groups:
        groups = Names(scenario).bed_groups
        yield "Beds", ", else ".join(groups[group] for group in traits.bed_groups[row] if group >= 0)
    yield "Care plan", labels(scenario.protocols)[traits.protocol[row]]
    if list(scenario.protocols.values())[traits.protocol[row]].kind != "fixed stay":
        yield from _withdrawal(scenario, population, row)
    if scenario.transition:
        yield "Wishes for", Names(scenario).place(traits.wish[row])


def episodes(number: int, numbers: Sequence[int]) -> Facts:
    """Which episode this is, and the numbers of the person's others; nothing for somebody who is referred once."""
    others = [other for other in numbers if other != number]
    if others:
        place = f"{ordinal(episode_of(number))} of {len(numbers)}"
        yield "Episode", f"{place}; --patient {' or '.join(map(str, others))} tells of the others"


def ordinal(count: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`."""
    return f"{count}{'th' if count % 100 in (11, 12, 13) else ORDINALS.get(count % 10, 'th')}"


def _character(scenario: Scenario, population: Population, row: int) -> Facts:
    traits = population.traits
    yield "Referred by", labels(scenario.demand.sources)[population.source[row]]
    if scenario.people.age_years is not None:
        yield "Age", f"{int(traits.age_years[row])} years"
    drawn = [
        (trait.label or name)
        for (name, trait), true in zip(scenario.people.traits.items(), traits.has[row], strict=True)
        if true and trait.ages is None
    ]
    if drawn:
        yield "Traits", ", ".join(label[:1].lower() + label[1:] for label in drawn)


def _withdrawal(scenario: Scenario, population: Population, row: int) -> Facts:
    traits = population.traits
    opioids = scenario.withdrawal.opioids if scenario.withdrawal else {}
    yield "Opioid", labels(opioids)[traits.opioid[row]]
    yield "Last use", f"{traits.hours_since_use[row]:.0f} h before arrival"
    peak_h = traits.onset_h[row] + traits.rise_h[row]
    yield "Peak score", f"COWS {traits.peak_score[row]:.0f} without medication, {peak_h:.0f} h after last use"
    if scenario.leaving:
        ratio = traits.source_ratio[row] * traits.leaving_ratio[row]
        limit = traits.leaves_at[row]
        yield "Wish to leave", f"{ratio:.2f} times the usual, by source and traits; limit {limit:.2f}"
