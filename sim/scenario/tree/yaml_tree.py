"""Strict YAML 1.2 to a tree of nodes, from parser events, so that nothing is built before it is allowed.

Only maps with text names, lists and scalars: no anchors, aliases, merge keys,
tags, directives or second documents. A file is data, never a program.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from sim.scenario.tree.node import Node, Scalar, Steps, dotted
from sim.scenario.tree.place import Fault, Place, Refused, short
from sim.scenario.tree.scalars import scalar
from sim.scenario.tree.text_file import CONTROL
from sim.scenario.tree.yaml_words import syntax_fault

DEEPEST = 20
KEPT = 64
"""Trees that are not read again: a scenario that many extend takes part of a second each time."""


@lru_cache(KEPT)
def read_tree(text: str, said_in: str, numbered: bool = True) -> Node:
    """The tree of one document, to be changed by nobody. Raises Refused with every fault found.

    `said_in` is the name used in places, with a line unless `numbered` is false.
    """
    reader = _Reader(said_in, numbered)
    try:
        root = reader.document(YAML(typ="safe", pure=True).parse(text))
    except YAMLError as problem:
        raise Refused([*reader.faults, syntax_fault(problem, said_in, numbered)]) from None
    except _TooDeep:
        raise Refused(reader.faults) from None
    except (ValueError, RecursionError):
        raise Refused([Fault(Place(said_in), "", "is not YAML that can be read here")]) from None
    if reader.faults:
        raise Refused(reader.faults)
    return root


class _TooDeep(Exception):
    """Nesting that no scenario needs; ends the reading."""


class _Reader:
    """Walks the events of one text, noting faults as it goes."""

    def __init__(self, said_in: str, numbered: bool):
        self._said_in, self._numbered = said_in, numbered
        self.faults: list[Fault] = []

    def document(self, events: Iterator[Any]) -> Node:
        root: Node | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                self._document_start(event, first=root is None)
            elif isinstance(event, NodeEvent):
                if root is not None:
                    return root
                root = self._root(event, events)
        return root or self._nothing()

    def _root(self, event: NodeEvent, events: Iterator[Any]) -> Node:
        if isinstance(event, ScalarEvent) and not event.value and not event.style:
            return self._nothing()
        return self._node(event, events, self._place(event), ())

    def _nothing(self) -> Node:
        self._fault(Place(self._said_in), (), "is empty; something must be said here")
        return Node(None, Place(self._said_in))

    def _document_start(self, event: DocumentStartEvent, first: bool) -> None:
        if not first:
            self._fault(self._place(event), (), "a second document starts here; one is accepted")
        elif event.version or event.tags:
            self._fault(self._place(event), (), "directives such as %YAML are not accepted")

    def _node(self, event: NodeEvent, events: Iterator[Any], place: Place, steps: Steps) -> Node:
        if len(steps) > DEEPEST:
            self._fault(place, (), f"is nested more than {DEEPEST} deep")
            raise _TooDeep
        self._refuse_tricks(event, steps)
        if isinstance(event, MappingStartEvent):
            return Node(self._map(events, steps), place)
        if isinstance(event, SequenceStartEvent):
            return Node(self._list(events, steps), place)
        return Node(self._scalar(event, steps), place)

    def _refuse_tricks(self, event: NodeEvent, steps: Steps) -> None:
        place, anchor = self._place(event), short(str(event.anchor))
        if isinstance(event, AliasEvent):
            self._fault(place, steps, f"the alias '*{anchor}' is not accepted; write the value out")
        elif event.anchor is not None:
            self._fault(place, steps, f"the anchor '&{anchor}' is not accepted; write each value out")
        tag = str(getattr(event, "tag", None) or "").replace("tag:yaml.org,2002:", "!!")
        if tag:
            self._fault(place, steps, f"the tag '{short(tag)}' is not accepted; write the value alone")

    def _map(self, events: Iterator[Any], steps: Steps) -> dict[str, Node]:
        content: dict[str, Node] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            name, place = self._name(event, events, steps), self._place(event)
            if name in content:
                self._fault(place, (*steps, name), f"is said twice; it is said first at {content[name].place}")
            content[name] = self._node(next(events), events, place, (*steps, name))
        return content

    def _name(self, event: NodeEvent, events: Iterator[Any], steps: Steps) -> str:
        node = self._node(event, events, self._place(event), (*steps, "?"))
        if node.content == "<<":
            self._fault(node.place, steps, "the merge key '<<' is not accepted; use extends")
        elif not isinstance(node.content, str):
            self._fault(node.place, steps, "a name of letters is expected before the ':'")
        return str(node.content) if isinstance(node.content, str) else f"?{node.place.line}"

    def _list(self, events: Iterator[Any], steps: Steps) -> tuple[Node, ...]:
        items: list[Node] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, events, self._place(event), (*steps, len(items))))
        return tuple(items)

    def _scalar(self, event: NodeEvent, steps: Steps) -> Scalar:
        if not isinstance(event, ScalarEvent):
            return None
        text: str = event.value
        if CONTROL.search(text):
            self._fault(self._place(event), steps, "holds a control character; plain text is accepted")
        if event.style:
            return text
        try:
            return scalar(text)
        except ValueError as problem:
            self._fault(self._place(event), steps, str(problem))
            return None

    def _place(self, event: Event) -> Place:
        return Place(self._said_in, event.start_mark.line + 1 if self._numbered else 0)

    def _fault(self, place: Place, steps: Steps, says: str) -> None:
        self.faults.append(Fault(place, dotted(steps), says))
