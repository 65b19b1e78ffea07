"""Numbers and verdicts in words: as many decimals as the interval supports, and no more."""

import math
import re
from collections.abc import Sequence

VERDICTS = {
    "better, by enough": ("✓", "better, by enough"),
    "better": ("✓", "better"),
    "worse, by enough": ("✗", "worse, by enough"),
    "worse": ("✗", "worse"),
    "changed, by enough": ("↔", "changed, by enough"),
    "too small to matter": ("·", "too small to matter"),
    "too close to call": ("≈", "too close to call"),
    "changed": ("↔", "changed"),
    "no change": ("=", "no change"),
}
"""Verdict to the symbol and word that carry it without colour."""

CLEAR = tuple(word for word in VERDICTS if word.partition(",")[0] in ("better", "worse", "changed"))
"""Verdicts that the interval supports."""

ONE_BY_ONE = ("people", "persons", "beds", "bed-days", "stays", "admissions", "referrals", "tasks", "checks", "doses")
"""Units that are counted, so that there are fewer of them and not less."""

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NAME_LENGTH = 60
"""Characters of a scenario's name that a sentence can carry."""
NBSP = "\u00a0"
MINUS = "\u2212"


def decimals(low: float, high: float, value: float = math.nan) -> int:
    """Decimals that an interval supports: one or two digits of its half-width, never more than three decimals.

    An end that is not zero is not rounded onto it, which would belie the verdict beside it. Without an interval
    `value` keeps three significant digits.
    """
    half = (high - low) / 2
    if not math.isfinite(half) or half <= 0:
        size = abs(value) if math.isfinite(value) else 0.0
        return _between(0, 2 - math.floor(math.log10(size)), 2) if size > 0 else 0
    exponent = math.floor(math.log10(half))
    leads_with_one = half / 10**exponent < 2
    places = _between(0, int(leads_with_one) - exponent, 3)
    while places < 3 and any(end and not round(end, places) for end in (low, high)):
        places += 1
    return places


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(most, wanted))


def number(value: float, places: int) -> str:
    """`1,234.5`, with a real minus sign; "not seen" when there was nothing to average."""
    if not math.isfinite(value):
        return "not seen"
    text = f"{value:,.{places}f}"
    return text.replace("-", MINUS) if float(text.replace(",", "")) else text.lstrip("-")


def signed(value: float, places: int) -> str:
    """`+3`, `−19` or `0`."""
    text = number(value, places)
    return text if text.startswith(MINUS) or not text.strip("0.,") or text == "not seen" else f"+{text}"


def quantity(value: float, unit: str, places: int) -> str:
    """A number and its unit, kept on one line."""
    text = number(value, places)
    return text if text == "not seen" or not unit else f"{text}{NBSP}{unit.replace(' ', NBSP)}"


def interval(low: float, high: float, places: int) -> str:
    """`14 to 24`; empty when one replication gives no interval."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return ""
    return f"{number(low, places)} to {number(high, places)}"


def estimate(mean: float, low: float, high: float, unit: str) -> str:
    """`31 h (95 % interval 27 to 35)`, without the bracket when there is no interval."""
    places = decimals(low, high, mean)
    bounds = interval(low, high, places)
    return quantity(mean, unit, places) + (f" (95{NBSP}% interval {bounds})" if bounds else "")


def difference_unit(unit: str) -> str:
    """A difference between percentages is in points."""
    return "points" if unit == "%" else unit


def fewer(unit: str) -> str:
    """`fewer` people, `less` time."""
    return "fewer" if unit.partition(" ")[0] in ONE_BY_ONE else "less"


def count_word(count: int, noun: str) -> str:
    """`three scenarios`, `one scenario`, `12 scenarios`."""
    amount = SMALL[count] if count < len(SMALL) else f"{count:,}"
    return f"{amount} {noun}{'' if count == 1 else 's'}"


def listing(parts: Sequence[str], joint: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}"


def glued(text: str) -> str:
    """`text` with each number kept on the line of its unit."""
    return re.sub(r"(?<=\d) (?=(%|h|points?)(\W|$))", NBSP, text)


def named_once(text: str) -> str:
    """`text` in which only the first of several brackets says that it holds a 95 % interval."""
    first, head, rest = text.partition("95 % interval ")
    return first + head + rest.replace(head, "") if head else text


def sentence(text: str) -> str:
    """`text` with a capital first letter and a full stop."""
    return text[:1].upper() + text[1:].rstrip(".") + "."


def short(text: str, length: int) -> str:
    """`text` on one line, cut with an ellipsis to `length` characters."""
    one_line = " ".join(str(text).split())
    return one_line if len(one_line) <= length else one_line[: length - 1].rstrip() + "…"


def quoted(name: str) -> str:
    """A name in quotation marks, so that its words do not run into the sentence."""
    return f"“{short(name, NAME_LENGTH)}”"
