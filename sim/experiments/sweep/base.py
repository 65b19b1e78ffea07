"""The scenario that a sweep varies, and quick variants of it.

A variant checks again only the sections that differ from the base, and only the checks between sections that look at
one of them; all else is shared with the base. Of a thousand points each takes part of a millisecond.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, reduce
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sim.experiments.calibration.applied import NOWHERE, tree_of, value_at
from sim.scenario import LoadedScenario, Scenario
from sim.scenario.checks.cross_checks import CHECKS, OF_THE_CAST, WORD_CHECKS
from sim.scenario.checks.names import Cast
from sim.scenario.checks.wrong import Wrong
from sim.scenario.reading.faults import faults_of
from sim.scenario.reading.merge import merge
from sim.scenario.tree.node import Node, dotted, plain
from sim.scenario.tree.place import Fault, Refused

Sections = dict[str, Any]


class Base:
    """A valid scenario as a tree to which changes are merged."""

    def __init__(self, loaded: LoadedScenario):
        self.loaded = loaded
        self.tree = tree_of(loaded.resolved)
        self._sections: Sections = {name: getattr(loaded.scenario, name) for name in Scenario.model_fields}

    def value(self, path: str) -> Any:
        """What the base says at a dotted path; None where it says nothing."""
        return value_at(self.loaded, path)

    def varied(self, changes: Sequence[Node]) -> Scenario:
        """The scenario with these trees merged over it, each as a file that extends the one before would be.

        Raises Refused with a fault for everything that the types and the checks between sections object to.
        """
        root = reduce(merge, changes, self.tree)
        content, before = _content(root), _content(self.tree)
        changed = {name for name in {*content, *before} if content.get(name) is not before.get(name)}
        sections = self._sections | self._parsed(root, changed)
        faults = [Fault(NOWHERE, dotted(steps), says) for steps, says in _cross_faults(sections, changed)]
        if faults:
            raise Refused(faults)
        said = {name: section for name, section in sections.items() if content.get(name) is not None}
        return Scenario.model_validate(said, by_alias=True, by_name=False)

    def _parsed(self, root: Node, changed: set[str]) -> Sections:
        tree = _content(root)
        try:
            return {name: _section(name, tree) for name in changed}
        except (KeyError, ValidationError):
            raise Refused(_faults(root)) from None


def _content(root: Node) -> Mapping[str, Any]:
    """Name of a section to what it holds; what is not merged stays the very same object."""
    return {name: node.content for name, node in root.content.items()} if isinstance(root.content, dict) else {}


def _section(name: str, tree: Mapping[str, Any]) -> Any:
    """Raises ValidationError, and KeyError for a section that is not known or is missing and needed."""
    field = Scenario.model_fields[name]
    if tree.get(name) is None:
        if field.is_required():
            raise KeyError(name)
        return field.default
    return _reader(name).validate_python(plain(Node(tree[name], NOWHERE)), by_alias=True, by_name=False)


@cache
def _reader(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(Scenario.model_fields[name].rebuild_annotation())


def _faults(root: Node) -> list[Fault]:
    """What the types object to, looked for in the whole scenario."""
    try:
        Scenario.model_validate(plain(root), by_alias=True, by_name=False)
    except ValidationError as error:
        return faults_of(error, root)
    raise AssertionError("a section is refused alone and accepted among the others")


def _cross_faults(sections: Sections, changed: set[str]) -> Iterator[Wrong]:
    """Faults between sections of which at least one has changed; the base has no others."""
    for names, check in CHECKS:
        if not changed.isdisjoint(names):
            yield from check(*(sections[name] for name in names))
    cast = Cast(*(sections[name] for name in OF_THE_CAST))
    for names, check in WORD_CHECKS:
        if not changed.isdisjoint((*OF_THE_CAST, *names)):
            yield from check(cast, *(sections[name] for name in names))
