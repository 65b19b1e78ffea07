"""Pieces of a schema that are written the same are written once, under `$defs`, and referred to."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sim.scenario.values.written import Schema

SHORTEST = 120
"""A piece of fewer characters than this stays where it is."""


def shared(schema: Schema) -> Schema:
    """The same schema, in which each choice (`anyOf`) that is written more than once is a definition."""
    counts = Counter(text for piece in _choices(schema) if len(text := _text(piece)) >= SHORTEST)
    names = _names([text for text, times in counts.items() if times > 1])
    defs = {name: _with_references(json.loads(text), names, inside=text) for text, name in names.items()}
    put = _with_references(schema, names)
    return {**put, "$defs": dict(sorted((put["$defs"] | defs).items()))}


def _choices(value: Any) -> Iterator[Schema]:
    if isinstance(value, dict):
        if "anyOf" in value:
            yield value
        value = list(value.values())
    for below in value if isinstance(value, list) else ():
        yield from _choices(below)


def _text(piece: Schema) -> str:
    """A piece without its description, which stays where the piece is referred to."""
    return json.dumps({key: value for key, value in piece.items() if key != "description"})


def _names(texts: list[str]) -> dict[str, str]:
    """A name for each piece: what it holds, and a number when there are several of the kind."""
    names: dict[str, str] = {}
    stems = Counter[str]()
    for text in texts:
        stem = f"{_stem(json.loads(text))}_said"
        stems[stem] += 1
        names[text] = stem if stems[stem] == 1 else f"{stem}_{stems[stem]}"
    return names


def _stem(piece: Schema) -> str:
    """`Duration` for a reference to it, `number` for a plain one."""
    first = piece["anyOf"][0] if "anyOf" in piece else piece
    if "anyOf" in first:
        return _stem(first)
    return str(first.get("$ref", first.get("type", "choice"))).rpartition("/")[2]


def _with_references(value: Any, names: dict[str, str], inside: str = "") -> Any:
    """Each named piece replaced by a reference, but not the one whose definition this is."""
    if isinstance(value, list):
        return [_with_references(below, names) for below in value]
    if not isinstance(value, dict):
        return value
    text = _text(value) if "anyOf" in value else ""
    if text in names and text != inside:
        described = {key: value[key] for key in ("description",) if key in value}
        return {**described, "$ref": f"#/$defs/{names[text]}"}
    return {key: _with_references(below, names) for key, below in value.items()}
