"""Reading a distribution from a scenario: `lognormal: {mean: 10 min, sd: 4 min}` or just `2 h`."""

from collections.abc import Callable, Mapping
from typing import Any

from sim.scenario.values.distributions import Constant, Distribution, Empirical
from sim.scenario.values.families import FAMILIES, Family
from sim.scenario.values.hours import duration
from sim.scenario.values.nearest import suggestion
from sim.scenario.values.number_slips import plainly

Quantity = Callable[[Any], float]
Said = list[tuple[tuple[str | int, ...], str]]

FAMILY_WORDS = {name: frozenset(family.words) for name, family in FAMILIES.items()} | {"empirical": frozenset[str]()}
"""The words that each family is written with."""


class WrongSpread(ValueError):
    """What is wrong with a spread; `within` holds (way from the spread, sentence) of each fault."""

    def __init__(self, within: Said):
        self.within = within
        super().__init__("; ".join(says for _, says in within))


def plain_number(value: Any) -> float:
    """A finite number as it stands; raises ValueError otherwise."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < float("inf"):
        raise ValueError(f"a number in plain digits, without quotes, is accepted{plainly(value)}")
    return float(value)


def duration_distribution(value: Any) -> Distribution:
    """A distribution of hours. Raises ValueError with what would be accepted."""
    return _distribution(value, duration, "4 h")


def number_distribution(value: Any) -> Distribution:
    """A distribution of plain numbers. Raises ValueError with what would be accepted."""
    return _distribution(value, plain_number, "18")


def _distribution(value: Any, quantity: Quantity, example: str) -> Distribution:
    if isinstance(value, Distribution):
        return value
    if not isinstance(value, Mapping):
        return Constant(_not_negative(quantity(value)))
    if len(value) != 1:
        raise ValueError(f"one family is accepted, for example 'lognormal: {{mean: {example}, sd: {example}}}'")
    name, said = next(iter(value.items()))
    if name == "empirical":
        return _empirical(said, quantity)
    if name not in FAMILIES:
        raise WrongSpread([((name,), f"is no family of distributions{suggestion(str(name), FAMILY_WORDS)}")])
    return _parametric(name, FAMILIES[name], said, quantity)


def _parametric(name: str, family: Family, said: Any, quantity: Quantity) -> Distribution:
    takes = f"'{name}' takes {', '.join(family.words)}"
    if not isinstance(said, Mapping):
        raise WrongSpread([((name,), takes)])
    wrong: Said = [((name, word), f"is not known here; {takes}") for word in said if word not in family.words]
    wrong += [((name, word), f"is missing; {takes}") for word in family.words if word not in said]
    numbers = [
        _number(said[word], plain_number if word in family.plain else quantity, (name, word), wrong)
        for word in family.words
        if word in said
    ]
    if wrong:
        raise WrongSpread(wrong)
    if not family.rule(*numbers):
        raise WrongSpread([((name,), f"'{name}' needs {family.rule_says}")])
    return family.make(*numbers)


def _empirical(values: Any, quantity: Quantity) -> Distribution:
    if not isinstance(values, (list, tuple)) or not values:
        raise WrongSpread([(("empirical",), "'empirical' takes a list of at least one value")])
    wrong: Said = []
    numbers = [_number(value, quantity, ("empirical", place), wrong) for place, value in enumerate(values)]
    if wrong:
        raise WrongSpread(wrong)
    return Empirical(tuple(numbers))


def _number(value: Any, quantity: Quantity, way: tuple[str | int, ...], wrong: Said) -> float:
    """The number, or 0 with a sentence added to `wrong`."""
    try:
        return _not_negative(quantity(value))
    except ValueError as problem:
        wrong.append((way, str(problem)))
        return 0.0


def _not_negative(number: float) -> float:
    if number < 0:
        raise ValueError("a value of at least 0 is accepted")
    return number
