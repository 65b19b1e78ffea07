"""The front door in prose: screening, outpatient withdrawal management, waiting list and the harm of waiting."""

from collections.abc import Iterator

from sim.describe.referral import source_name
from sim.describe.word_names import names, who, word_name
from sim.describe.words import counted, escaped, hours_spread, listing
from sim.scenario.demand import Demand, NoShow, OutpatientWithdrawal, PriorityClass, Screening, WaitingHarm
from sim.scenario.scenario import Scenario


def front_door(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each rule between referral and the call that this scenario uses."""
    demand = scenario.demand
    if demand.screening:
        yield _screening(demand.screening)
        if demand.screening.outpatient:
            yield _outpatient(scenario, demand.screening.outpatient)
    yield _waiting_list(scenario)
    if demand.harm_while_waiting:
        yield _harm(demand.harm_while_waiting)


def waits_are_limited(demand: Demand) -> bool:
    """Whether anybody's patience can end."""
    return demand.patience is not None or any(source.patience for source in demand.sources.values())


def no_show_formula(rule: NoShow) -> str:
    """The chance of not turning up after *d* days."""
    return f"1 − (1 − {rule.at_once_pct / 100:g}) × (1 − {rule.per_day_pct / 100:g})^*d*"


def _screening(rule: Screening) -> str:
    others = "the others are screened further" if rule.outpatient else "the others join the waiting list"
    return (
        "**Screening.** Each referral is screened by telephone, which is a task of its own and waits for somebody to "
        f"do it. Afterwards {rule.lost_pct:g} % cannot be reached again and are lost, {rule.diverted_pct:g} % are "
        f"sent to hospital or to another service, and {others}."
    )


def _outpatient(scenario: Scenario, rule: OutpatientWithdrawal) -> str:
    onward = "go on to the destination that they wish for" if scenario.transition else "are done"
    return (
        f"**Outpatient withdrawal management.** Of those who are left, {who(scenario, rule.only_for, rule.not_for)} "
        f"can be treated as outpatients, and {rule.share_pct:g} % of them are, without a bed. It lasts for some time "
        f"({hours_spread(rule.lasts)}). Then {rule.completes_pct:g} % have completed it and {onward}; the others have "
        "dropped out. Everybody else joins the waiting list."
    )


def _waiting_list(scenario: Scenario) -> str:
    demand = scenario.demand
    sentences = ["**Waiting list.**", _order(scenario)]
    if scenario.unit.bed_groups:
        sentences.append("Somebody for whom no bed is free does not hold up those behind them.")
    if demand.list_limit == 0:
        sentences.append("Nobody can wait: whoever finds no bed at once is refused.")
    elif demand.list_limit is not None:
        sentences.append(f"At most {demand.list_limit} people can wait; beyond that a person is refused.")
    sentences.append(_patience(demand))
    return " ".join(sentences)


def _order(scenario: Scenario) -> str:
    classes = scenario.demand.priority_classes
    if not classes:
        return "People are called in the order in which they joined the list, at one instant the lower number first."
    ordered = [_class(scenario, name, each) for name, each in classes.items()]
    sources = [source for source in scenario.demand.sources.items() if source[1].priority]
    apart = [
        f" Everyone from {source_name(name, source)} is in {word_name(scenario, source.priority or '')}."
        for name, source in sources
    ]
    return (
        f"The list has {counted(len(classes), 'priority class', 'priority classes')}, called in this order: "
        f"{listing(ordered, ', then ')}. Inside a class the first who joined the list is called first.{''.join(apart)}"
    )


def _class(scenario: Scenario, name: str, rule: PriorityClass) -> str:
    label = escaped(rule.label or name)
    if rule.share_pct is not None:
        return f"{label} ({rule.share_pct:g} %)"
    return f"{label} ({names(scenario, rule.all_of, ' and ')})" if rule.all_of else label


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


def _harm(rule: WaitingHarm) -> str:
    return (
        "**Harm while waiting.** Time on the list is counted with rates; nobody comes to harm in the simulation "
        f"itself. They are {rule.deaths_per_1000_person_years:g} deaths per 1,000 person-years and "
        f"{rule.emergency_visits_per_person_year:g} emergency visits per person-year."
    )
