"""Plain scalars of YAML 1.2, read strictly: what could be meant in two ways stays text.

`NO`, `on`, `010`, `0x10`, `1_000` and `1e3` mean different things to different
readers of YAML. Here they are text, so a field that wants a number or a choice
refuses them with a sentence of its own.
"""

import re

from sim.scenario.tree.node import Scalar

WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})\.[0-9]{1,17}")
NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
WORDS: dict[str, bool | None] = {
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None, "~": None,
}  # fmt: skip


def scalar(text: str) -> Scalar:
    """The value of an unquoted scalar. Raises ValueError when no field could take it."""
    if not text:
        raise ValueError("has no value; write null to take away what the file it extends says")
    if NOT_FINITE.fullmatch(text):
        raise ValueError(f"'{text}' is no number that can be used; a finite number is accepted")
    if text in WORDS:
        return WORDS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    return text
