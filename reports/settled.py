"""Whether the warm-up was long enough, in sentences: what to make longer, to how much, and why."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any

Entry = Mapping[str, Any]
WEEK_D = 7
SERIES = {
    "occupied": ("Beds occupied", "beds"),
    "waiting": ("Waiting list", "people"),
    "boarding": ("Ready, waiting for a place", "people"),
    "step_down": ("Step-down houses", "beds"),
    "referred": ("Referrals, returns included", "people a day"),
}
"""What each daily series is called, and its unit."""


def settled(manifest: Entry) -> Iterator[str]:
    """A warning when the warm-up is too short or cannot be judged, or a word on why there is none."""
    entries = manifest.get("warm_up") or []
    if any(each["terminating"] for each in entries):
        yield "The run starts from a census, so it is terminating: it needs no warm-up."
    short = [each for each in entries if any(series["too_short"] for series in each["series"])]
    unknown = [each for each in entries if each["series"] and each["advised_weeks"] is None]
    if short:
        longest = max(short, key=lambda each: each["advised_weeks"])
        yield _too_short(longest, _where(manifest, longest["scenario"]))
    elif unknown:
        yield f"Warning: {cannot_say(unknown[0])}"


def cannot_say(entry: Entry) -> str:
    """Of a run too short to be judged."""
    length = ceil((entry["least_days"] - entry["chosen_days"]) / WEEK_D)
    return (
        f"nobody can tell whether a warm-up of {weeks(entry['chosen_days'] / WEEK_D)} is enough. The unit starts "
        f"empty, and until it has settled its numbers are off. MSER-5 needs {entry['least_days']} days from the start "
        f"to say when that is, and this run has {entry['days']}: set run.length to {weeks(length)} or more "
        f"({_such_as('length', length)}); a year is better."
    )


def not_settled(entry: Entry) -> str:
    """Of a run of which half would have to be left out; the advised warm-up is part of the longer run."""
    last = [SERIES[each["series"]][0] for each in entry["series"] if each["at_limit"]]
    length = ceil(2 * entry["days"] / WEEK_D) - entry["advised_weeks"]
    return (
        f"“{last[0]}” had not settled in the first half of the run. Set run.length to {weeks(length)} as well "
        f"({_such_as('length', length)}), and look again with the command warm-up. What never settles shows that more "
        "is asked of the unit than it can do, or is hardly ever above 0."
    )


def to_set(entry: Entry) -> str:
    """The warm-up that is advised, as a key."""
    return f"Set run.warm_up to {weeks(entry['advised_weeks'])} ({_such_as('warm_up', entry['advised_weeks'])})."


def weeks(number: float) -> str:
    """`1 week`, `4 weeks`, `2.29 weeks`."""
    return "1 week" if number == 1 else f"{number:.3g} weeks"


def _too_short(entry: Entry, where: str) -> str:
    slowest = max((each for each in entry["series"] if each["too_short"]), key=lambda each: each["days"])
    warning = (
        f"Warning: the warm-up is {weeks(entry['chosen_days'] / WEEK_D)}, which is too short{where}. By MSER-5 the "
        f"unit takes {slowest['days']} days to settle ({SERIES[slowest['series']][0].lower()}), and numbers that "
        f"include those days are off by more than their intervals, or than 3 %. {to_set(entry)}"
    )
    return warning if entry["settled"] else f"{warning} {not_settled(entry)}"


def _where(manifest: Entry, scenario: str) -> str:
    names = {each["id"]: each["name"] for each in manifest["scenarios"]}
    return f" for {names[scenario]}" if len(names) > 1 else ""


def _such_as(key: str, number: int) -> str:
    return f'--set "run.{key}={weeks(number)}"'
