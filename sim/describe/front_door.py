"""The front door in prose: referral, screening, waiting list, gate and call."""

from collections.abc import Iterator

from sim.describe.words import counted, escaped, hours_spread, listing, named_days, number, window_hours
from sim.scenario.demand import Demand, ProfileRow, Source
from sim.scenario.scenario import Scenario
from sim.scenario.values.hours import say_clock, say_hours
from sim.vocabulary import Blocked


def front_door(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule between referral and the bed that this scenario uses."""
    demand = scenario.demand
    yield _referral(demand)
    yield _profile(demand)
    yield _screening(demand)
    yield _waiting_list(demand)
    yield _gate(scenario)
    yield _call(demand)


def source_name(name: str, source: Source) -> str:
    return escaped(source.label or name)


def waits_are_limited(demand: Demand) -> bool:
    """Whether anybody's patience can end."""
    return demand.patience is not None or any(source.patience for source in demand.sources.values())


def _referral(demand: Demand) -> str:
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
        return f"{label} (one every {say_hours(every_h)}, the first after {say_hours(first_h)})"
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
    rows = [
        f"{number(row.weight)} on {named_days(row.days)} from {say_clock(row.from_h)} to {say_clock(row.to_h)}"
        for row in profile
    ]
    return listing(rows).replace("on every day", "every day")


def _screening(demand: Demand) -> str:
    if demand.screening is None:
        return ""
    rule = demand.screening
    return (
        "**Screening.** Each referral is screened by telephone, which is a task of its own and waits for somebody to "
        f"do it. Afterwards {rule.lost_pct:g} % cannot be reached again and are lost, {rule.diverted_pct:g} % are "
        "diverted to outpatient withdrawal management or to hospital, and the others join the waiting list."
    )


def _waiting_list(demand: Demand) -> str:
    sentences = ["**Waiting list.**", _order(demand)]
    if demand.list_limit == 0:
        sentences.append("Nobody can wait: whoever finds no bed at once is refused.")
    elif demand.list_limit is not None:
        sentences.append(f"At most {demand.list_limit} people can wait; beyond that a person is refused.")
    sentences.append(_patience(demand))
    return " ".join(sentences)


def _order(demand: Demand) -> str:
    if not demand.priority_classes:
        return "People are called in the order in which they joined the list, at one instant the lower number first."
    classes = [escaped(each.label or name) for name, each in demand.priority_classes.items()]
    return (
        f"The list has {counted(len(classes), 'priority class', 'priority classes')}, called in this order: "
        f"{listing(classes, ', then ')}. Inside a class the first who joined the list is called first."
    )


def _patience(demand: Demand) -> str:
    own = [
        f"{source_name(name, source)}: {hours_spread(source.patience)}"
        for name, source in demand.sources.items()
        if source.patience
    ]
    if not waits_are_limited(demand):
        return "People wait for as long as it takes."
    usual = hours_spread(demand.patience) if demand.patience else "no limit"
    apart = f" ({'; '.join(own)})" if own else ""
    rule = "A person gives up, or is admitted elsewhere, when their patience ends, counted from joining the list"
    return f"{rule}: {usual}{apart}."


def _gate(scenario: Scenario) -> str:
    unit = scenario.unit
    needs = {Blocked.BEDS: "a bed is free and clean"}
    if unit.admission_hours:
        needs[Blocked.HOURS] = f"the hour is inside admission hours ({window_hours(unit.admission_hours)})"
    if unit.ratio:
        needs[Blocked.RATIO] = (
            f"after the admission there are at most {unit.ratio.patients:g} patients for each "
            f"{escaped(unit.ratio.role)} on shift, counting people on their way"
        )
    missing = " Where several of these are missing, the first in this order is what blocked the admission."
    in_order = [needs[cause] for cause in Blocked if cause in needs]
    called = f"**Gate.** The next person is called as soon as {listing(in_order, ', and ')}."
    return called + missing if len(needs) > 1 else called


def _call(demand: Demand) -> str:
    sentences = []
    if demand.travel:
        sentences.append(
            f"The time from the call to arrival is {hours_spread(demand.travel)}; the bed is reserved meanwhile."
        )
    if demand.no_show:
        sentences.append(
            f"A called person does not turn up with chance 1 − (1 − {demand.no_show.at_once_pct / 100:g}) × (1 − "
            f"{demand.no_show.per_day_pct / 100:g})^d, where d is the wait in days; the bed is then free again "
            "without cleaning."
        )
    return f"**Call.** {' '.join(sentences)}" if sentences else ""
