"""The JSON Schema for editors, made from the types.

`required` is removed everywhere, because a file that extends another says only
what differs; `check` asks for what is missing. A value may come with its source
or assumption, and null takes away what the file it extends says.
"""

import json
from typing import Any

from sim.scenario.editors.sharing import shared
from sim.scenario.scenario import Scenario
from sim.scenario.values.written import MARK, PIECES, Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SAID_ALONE = ("schema_version", "kind", "name", "question", "rationale", "label", "extends")
"""Names and words, which need no source."""

LEFT_OUT = ("title", "required", "discriminator", "default")
EXTENDS: Schema = {"type": "string", "description": "The scenario that this one changes, relative to this file."}
TEXT: Schema = {"type": "string", "minLength": 1}
GROUNDS: Schema = {
    "EvidenceRows": {
        "description": "One or more rows of the evidence table.",
        "anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}],
    },
    "Reason": {**TEXT, "description": "Why this value, when nobody has published it."},
    "Note": {**TEXT, "description": "How the source was read."},
}
SAID_BESIDE: Schema = {
    "source": {"$ref": "#/$defs/EvidenceRows"},
    "assumed": {"$ref": "#/$defs/Reason"},
    "note": {"$ref": "#/$defs/Note"},
}


def schema_text() -> str:
    """The schema as text, the same for the same types."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def json_schema() -> Schema:
    """Draft 2020-12, for a whole scenario or one that extends another."""
    raw = Scenario.model_json_schema(by_alias=True)
    parts = {**PIECES, **raw.pop("$defs")}
    sections = {name: _property(name, section) for name, section in raw.pop("properties").items()}
    return shared(
        {
            "$schema": DIALECT,
            **_opened(raw),
            "properties": {"extends": EXTENDS, **sections},
            "$defs": {**{name: _opened(parts[name]) for name in parts}, **GROUNDS},
        }
    )


def _opened(schema: Schema) -> Schema:
    """The schema of one place, with everything in it open to annotation and removal."""
    if MARK in schema:
        kept = {key: value for key, value in schema.items() if key not in (*LEFT_OUT, MARK)}
        return {**kept, "$ref": f"#/$defs/{schema[MARK]}"}
    kept = {key: value for key, value in schema.items() if key not in LEFT_OUT}
    if "oneOf" in kept:
        kept["anyOf"] = kept.pop("oneOf")
    if "anyOf" in kept:
        kept["anyOf"] = [_opened(choice) for choice in kept["anyOf"]]
    if "items" in kept:
        kept["items"] = _with_grounds(_opened(kept["items"]))
    for key in ("properties", "patternProperties"):
        if key in kept:
            kept[key] = {name: _property(name, below) for name, below in kept[key].items()}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    if isinstance(kept.get("additionalProperties"), dict):
        kept["additionalProperties"] = _property("", kept["additionalProperties"])
    return kept


def _property(name: str, schema: Schema) -> Schema:
    opened = _opened(schema)
    return opened if name in SAID_ALONE else _or_nothing(_with_grounds(opened))


def _with_grounds(schema: Schema) -> Schema:
    described: Schema = {"description": schema.pop("description")} if "description" in schema else {}
    choices: list[Any] = schema["anyOf"] if set(schema) == {"anyOf"} else [schema]
    values = [choice for choice in choices if choice != {"type": "null"}]
    value = values[0] if len(values) == 1 else {"anyOf": values}
    annotated = {"type": "object", "properties": {"value": value, **SAID_BESIDE}, "additionalProperties": False}
    return {**described, "anyOf": [*values, annotated]}


def _or_nothing(schema: Schema) -> Schema:
    return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
