"""A number as it is written elsewhere, but not in a scenario: with a comma, a per cent sign, or gaps."""

import re
from typing import Any

DECIMAL_COMMA = re.compile(r"([-+]?[0-9]+),([0-9]{1,2}|[0-9]{4,})")
GROUPED = re.compile(r"[-+]?[0-9]{1,3}([,_ ][0-9]{3})+")
EITHER = re.compile(r"([-+]?[0-9]{1,3}),([0-9]{3})")
"""A comma that groups thousands in one country and begins the decimals in another."""
PERCENT = re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?) *%")


def plainly(value: Any) -> str:
    """`; write 5.5`, when that seems to be meant; empty for anything else."""
    if not isinstance(value, str):
        return ""
    if found := DECIMAL_COMMA.fullmatch(value):
        return f"; write {found[1]}.{found[2]}"
    if found := EITHER.fullmatch(value):
        return f"; write {found[1]}{found[2]} or {found[1]}.{found[2]}"
    if GROUPED.fullmatch(value):
        return f"; write {re.sub('[,_ ]', '', value)}"
    found = PERCENT.fullmatch(value)
    return f"; write {found[1]}" if found else ""
