"""What a scenario writes a number as: plainly, as a length of time, as a spread, or as a list of these.

Each has a centre, and can be written again around another one.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from statistics import fmean
from typing import Any

from sim.scenario.values.families import FAMILIES
from sim.scenario.values.hours import DURATION_PATTERN, duration
from sim.scenario.values.spreads import FAMILY_WORDS

CENTRES = ("mean", "mode", "centre")
LIMITS = {"normal": ("low", "high")}
"""Words that say where a scale ends, not where people are on it."""

DIGITS = 10


def is_number(value: Any) -> bool:
    """A number as it stands; a switch is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_duration(value: Any) -> bool:
    """A length of time with its unit."""
    return isinstance(value, str) and re.fullmatch(DURATION_PATTERN, value) is not None


def is_list(value: Any) -> bool:
    """A list of numbers or lengths of time alone."""
    return isinstance(value, list) and bool(value) and all(is_number(each) or is_duration(each) for each in value)


def is_spread(value: Any) -> bool:
    """A family of distributions with its words."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return False
    ((family, words),) = value.items()
    return family in FAMILY_WORDS and (not isinstance(words, Mapping) or set(words) <= FAMILY_WORDS[family])


def in_time(value: Any) -> bool:
    """Whether the centre is one of hours."""
    if isinstance(value, Mapping):
        return any(map(is_duration, _numbers(value)))
    return any(map(is_duration, value)) if isinstance(value, list) else is_duration(value)


def centre(value: Any) -> float:
    """In hours for lengths of time. Of a spread its mean, mode or middle; of a list the mean."""
    if isinstance(value, Mapping):
        (words,) = value.values()
        named = next((words[word] for word in CENTRES if isinstance(words, Mapping) and word in words), None)
        return fmean(map(centre, _numbers(value))) if named is None else centre(named)
    if isinstance(value, list):
        return fmean(map(centre, value))
    return duration(value) if is_duration(value) else float(value)


def recentred(value: Any, target: float) -> Any:
    """Written again around `target` (as `centre`), which is not 0 for a list or spread.

    All that a list or spread holds is scaled together, but for shapes and for the ends of a scale.
    """
    if isinstance(value, list):
        return [recentred(each, centre(each) * target / centre(value)) for each in value]
    if isinstance(value, Mapping):
        ((family, words),) = value.items()
        return {family: _scaled_words(family, words, target / centre(value))}
    return f"{plain(target * 60)} min" if is_duration(value) else _rounded(target)


def _scaled_words(family: str, words: Any, factor: float) -> Any:
    if isinstance(words, list):
        return [recentred(each, centre(each) * factor) for each in words]
    kept = (*FAMILIES[family].plain, *LIMITS.get(family, ()))
    return {word: said if word in kept else recentred(said, centre(said) * factor) for word, said in words.items()}


def _numbers(spread: Mapping[str, Any]) -> list[Any]:
    (words,) = spread.values()
    return list(words.values()) if isinstance(words, Mapping) else list(words)


def _rounded(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")


def plain(number: float) -> str:
    """In digits alone, as scenario files have it: never with an exponent."""
    text = format(Decimal(f"{number:.{DIGITS}g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(value: Any) -> str:
    """As one would write it on one line of a scenario file, or behind `--set`."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {written(each)}' for name, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return plain(value) if is_number(value) else str(value)
