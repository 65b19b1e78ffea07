"""Did you mean ...?"""

import re
from collections.abc import Iterable
from difflib import get_close_matches

MOST_NAMES = 12


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `name`, if any does."""
    by_lower = {each.lower(): each for each in known}
    found = get_close_matches(name.lower()[:80], by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def like(name: str, known: Iterable[str]) -> list[str]:
    """The known name that looks most like `name`, or else a few that have all of its parts."""
    known = list(known)
    best = nearest(name, known)
    parts = re.findall(r"[a-z0-9]+", name.lower())
    return [best] if best else [each for each in known if parts and all(part in each.lower() for part in parts)][:3]


def suggestion(name: str, known: Iterable[str], prefix: str = "") -> str:
    """`; did you mean x?`, or else the known names when they are few."""
    known = list(known)
    best = nearest(name, known)
    if best:
        return f"; did you mean {prefix}{best}?"
    if 0 < len(known) <= MOST_NAMES:
        return f"; known here: {', '.join(known)}"
    return ""
