"""How values are written, for the editor: patterns, examples and the sentence shown when one does not fit."""

from typing import Any

from sim.scenario.values.families import FAMILIES, Family
from sim.scenario.values.hours import CLOCK_PATTERN, DAYS_PATTERN, DURATION_PATTERN, END_PATTERN

Schema = dict[str, Any]
MARK = "$comment"


def piece(name: str) -> Schema:
    """Stands for one of `PIECES` in the schema of a type, until the whole schema is put together."""
    return {MARK: name}


def _text(pattern: str, example: str, says: str) -> Schema:
    return {"type": "string", "pattern": pattern, "examples": [example], "patternErrorMessage": says}


def _map(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _family(family: Family, quantity: Schema) -> Schema:
    return _map({word: {"type": "number"} if word in family.plain else quantity for word in family.words})


def _spreads(prefix: str, quantity: Schema) -> dict[str, Schema]:
    """The piece for a spread of a quantity, and one for each family."""
    families = {f"{prefix}_{name}": _family(family, quantity) for name, family in FAMILIES.items()}
    families[f"{prefix}_empirical"] = {"type": "array", "items": quantity, "minItems": 1}
    choices = [_map({name.removeprefix(f"{prefix}_"): piece(name)}) for name in families]
    return {prefix: {"anyOf": [quantity, *choices]}, **families}


def _count(least: int) -> Schema:
    return {"anyOf": [{"type": "integer", "minimum": least}, {"const": "unlimited"}]}


PIECES: dict[str, Schema] = {
    "Duration": _text(
        DURATION_PATTERN, "1 day 6 h", "A length of time with its unit: 90 min, 4 h, 1 day 6 h, 2 weeks."
    ),
    "ClockTime": _text(CLOCK_PATTERN, "07:30", "A clock time from 00:00 to 23:59."),
    "EndTime": _text(END_PATTERN, "19:30", "A clock time from 00:00 to 24:00."),
    "Days": _text(DAYS_PATTERN, "mon-fri", "Days of the week: mon-fri, or mon, wed, sat-sun."),
    **_spreads("DurationSpread", piece("Duration")),
    **_spreads("NumberSpread", {"type": "number", "minimum": 0}),
    "Ratio": {
        "anyOf": [
            {"type": "number", "exclusiveMinimum": 0},
            _map({"odds_ratio": {"type": "number", "exclusiveMinimum": 0}}),
            _map({"leaves_early_pct": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 100}}),
        ]
    },
    "Headcount": _count(0),
    "BedCount": _count(1),
}
