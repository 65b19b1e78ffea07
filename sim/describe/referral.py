"""Referral in prose: sources, rates and the week."""

from collections.abc import Iterator

from sim.describe.words import counted, escaped, lasting, listing, number, on_days
from sim.scenario.demand import Demand, ProfileRow, Source
from sim.scenario.values.hours import say_clock


def referral(demand: Demand) -> Iterator[str]:
    """A paragraph about sources and one about the week."""
    yield _sources(demand)
    yield _profile(demand)


def source_name(name: str, source: Source) -> str:
    return escaped(source.label or name)


def _sources(demand: Demand) -> str:
    sources = [_source(name, source) for name, source in demand.sources.items()]
    rate = _rate(demand) if any(source.share_pct is not None for source in demand.sources.values()) else ""
    return f"**Referral.** People are referred by these sources: {listing(sources, between='; ')}. {rate}".rstrip()


def _rate(demand: Demand) -> str:
    per_day = (demand.per_day or 0.0) * demand.factor
    times = "" if demand.factor == 1 else f" ({demand.per_day:g} times a factor of {demand.factor:g})"
    return (
        f"The random sources together bring {per_day:g} referrals a day on average{times}, in the shares given, each "
        "as a Poisson process of its own."
    )


def _source(name: str, source: Source) -> str:
    label = source_name(name, source)
    if source.scheduled:
        every_h, first_h = source.scheduled.every_h, source.scheduled.first_h
        return f"{label} (one every {lasting(every_h)}, the first after {lasting(first_h)})"
    if source.listed is not None:
        return f"{label} ({counted(len(source.listed), 'listed time')})"
    return f"{label} ({source.share_pct:g} %)"


def _profile(demand: Demand) -> str:
    own = [(name, source) for name, source in demand.sources.items() if source.profile]
    sentences = []
    if demand.profile:
        sentences.append(f"The rate follows the week with these weights: {_weights(demand.profile)}.")
    sentences += [
        f"{source_name(name, source)} has weights of its own: {_weights(source.profile)}."
        for name, source in own
        if source.profile
    ]
    if not sentences:
        return ""
    sentences.append("Only the ratio between weights counts; the mean rate stays as given.")
    return f"**Time of referral.** {' '.join(sentences)}"


def _weights(profile: tuple[ProfileRow, ...]) -> str:
    return listing(
        [
            f"{number(row.weight)} {on_days(row.days)} from {say_clock(row.from_h)} to {say_clock(row.to_h)}"
            for row in profile
        ]
    )
