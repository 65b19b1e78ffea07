"""Every value of the resolved scenario, with its unit and its grounds (STRESS-DES 3.3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sim.describe.units import unit_of
from sim.describe.words import number
from sim.scenario.evidence import STRENGTHS, strength
from sim.scenario.part import Part
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.reading.strict import unsourced
from sim.scenario.tree.node import Provenance
from sim.scenario.values.families import FAMILIES
from sim.scenario.values.hours import say_hours
from sim.scenario.values.ratios import Ratio

ASSUMED, CHOSEN, DEFAULT, NOT_GIVEN = "assumed", "chosen", "default", "not given"


@dataclass(frozen=True)
class Parameter:
    """One value: its dotted path, the value in words, and on what grounds it stands."""

    path: str
    value: str
    grounds: Provenance | None
    without: str = CHOSEN
    """What the value is when it has no grounds: a choice, a default, or a number that should have some."""

    @property
    def strength(self) -> str:
        """The strongest of the evidence rows named, or what the value is without them."""
        if self.grounds is None:
            return self.without
        return min(map(strength, self.grounds.sources), key=STRENGTHS.index, default=ASSUMED)


def parameters(loaded: LoadedScenario) -> Iterator[Parameter]:
    """All values as they were written, then those that the program adds, section by section."""
    bare, currency = unsourced(loaded), _currency(loaded)
    for section, below in loaded.resolved.items():
        for path, value in _leaves(below, section):
            is_bare = any(each == path or each.startswith(f"{path}.") for each in bare)
            said = _with_unit(_said(value), value, unit_of(path, currency))
            yield Parameter(path, said, _grounds(path, loaded.provenance), NOT_GIVEN if is_bare else CHOSEN)
    for path, value in _defaults(loaded.scenario, loaded.resolved, ""):
        yield Parameter(path, f"{value} {unit_of(path, currency)}".rstrip(), None, DEFAULT)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Values that are not maps of further values; a spread is one value."""
    if isinstance(value, Mapping) and not _is_spread(value):
        for name, below in value.items():
            yield from _leaves(below, f"{path}.{name}")
    elif _is_list(value) and any(isinstance(each, Mapping) for each in value):
        for position, below in enumerate(value):
            yield from _leaves(below, f"{path}.{position}")
    else:
        yield path, value


def _is_spread(value: Mapping[str, Any]) -> bool:
    return len(value) == 1 and next(iter(value)) in (*FAMILIES, "empirical")


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _currency(loaded: LoadedScenario) -> str:
    return loaded.scenario.money.currency if loaded.scenario.money else "USD"


def _said(value: Any) -> str:
    """The value as its author wrote it."""
    if isinstance(value, Mapping):
        (family, words), *_ = value.items()
        inside = (
            ", ".join(f"{name} {each}" for name, each in words.items())
            if isinstance(words, Mapping)
            else _joined(words)
        )
        return f"{family}: {inside}"
    return _joined(value) if _is_list(value) else str(value)


def _with_unit(said: str, value: Any, unit: str) -> str:
    """Text needs no unit: it is a word, or a length of time that has one."""
    return said if isinstance(value, str) else f"{said} {unit}".rstrip()


def _joined(values: Sequence[Any]) -> str:
    return ", ".join(map(str, values))


def _grounds(path: str, provenance: Mapping[str, Provenance]) -> Provenance | None:
    """Those of the value itself, or of the nearest map or list around it."""
    while path and path not in provenance:
        path = path.rpartition(".")[0]
    return provenance.get(path)


def _defaults(part: Part, said: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Numbers that the scenario leaves to the program, wherever it says something around them."""
    for name, field in type(part).model_fields.items():
        alias, value = field.alias or name, getattr(part, name)
        here = f"{path}.{alias}" if path else alias
        if alias not in said:
            if isinstance(value, int | float | Ratio):
                yield here, _said_by_program(name, value)
        elif isinstance(value, Part):
            yield from _defaults(value, said[alias], here)
        elif isinstance(value, dict):
            for key, below in value.items():
                if isinstance(below, Part):
                    yield from _defaults(below, said[alias][key], f"{here}.{key}")


def _said_by_program(name: str, value: float | Ratio) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, Ratio):
        return number(value.figure)
    return say_hours(value) if name.endswith("_h") else number(value)
