"""Counselling in prose: sessions for one person, and groups."""

from collections.abc import Iterator

from sim.describe.words import bullets, counted, escaped, lasting, number, on_days, paragraphs
from sim.scenario.counselling import GroupSession, Individual
from sim.scenario.scenario import Scenario
from sim.scenario.staff import Task
from sim.scenario.values.hours import say_clock

ANY_SCORE = 48


def counselling(scenario: Scenario) -> Iterator[str]:
    """A paragraph for each kind of counselling that this scenario uses."""
    rule, group = scenario.counselling, scenario.tasks.group
    if rule.individual:
        yield _individual(rule.individual)
    if rule.groups and group:
        yield _groups(rule.groups, group)


def _individual(rule: Individual) -> str:
    return (
        f"**Counselling for one person.** A session falls due {on_days(rule.days)} at {say_clock(rule.at)} for "
        f"everyone in withdrawal care{_well_enough(rule.score_below)}. One that has not begun when the next "
        "one is due is missed."
    )


def _groups(groups: dict[str, GroupSession], task: Task) -> str:
    return paragraphs(
        "**Groups.** Sessions that one member of staff holds for many people:",
        bullets(_group(name, group) for name, group in groups.items()),
        "If more would come than can, those who have attended the fewest sessions come first. A session that nobody "
        f"can begin within {lasting(task.on_time_within_h)} does not take place.",
    )


def _group(name: str, group: GroupSession) -> str:
    return (
        f"{escaped(group.label or name)}: {on_days(group.days)} at {say_clock(group.at)}, up to "
        f"{counted(group.up_to, 'person', 'people')}, for everyone in withdrawal care{_well_enough(group.score_below)}"
    )


def _well_enough(score_below: float) -> str:
    return "" if score_below >= ANY_SCORE else f" whose felt score is below {number(score_below)}"
