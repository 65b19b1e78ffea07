"""Whether the warm-up was long enough, in sentences: what to make longer, to how much, and why."""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any

Entry = Mapping[str, Any]
WEEK_D = 7
FROM_A_CENSUS = "The run starts from a census, with people in its beds, so it needs no warm-up."
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
    if any(each["terminating"] for each in manifest.get("warm_up") or []):
        yield FROM_A_CENSUS
    entry = warned_of(manifest)
    if entry is not None:
        yield f"Warning: {_too_short(manifest, entry) if _is_too_short(entry) else cannot_say(entry)}"


def warned_of(manifest: Entry) -> Entry | None:
    """What is known of the warm-up that needs most; None where all are long enough."""
    entries = manifest.get("warm_up") or []
    short = [each for each in entries if _is_too_short(each)]
    unknown = [each for each in entries if each["series"] and each["advised_weeks"] is None]
    return max(short, key=lambda each: each["advised_weeks"]) if short else next(iter(unknown), None)


def cannot_say(entry: Entry) -> str:
    """Of a run too short to be judged."""
    return (
        f"nobody can tell whether a warm-up of {weeks(entry['chosen_days'] / WEEK_D)} is enough. The simulated unit "
        f"starts empty, and until it has settled its numbers are off. To say when that is takes {entry['least_days']} "
        f"days from the start, and this run has {entry['days']}: run it again over {weeks(_wanted(entry)['length'])} "
        "or more (run.length); a year is better."
    )


def not_settled(entry: Entry) -> str:
    """Of a run of which half would have to be left out; the advised warm-up is part of the longer run."""
    what = next(_unsettled(each) for each in entry["series"] if is_unsettled(each))
    return (
        f"{what}: run it over {weeks(_wanted(entry)['length'])} (run.length), and look again. What never settles shows "
        "that more is asked of the unit than it can do, or is hardly ever above 0."
    )


def is_unsettled(series: Entry) -> bool:
    """Whether a daily series moves on after all that may be left out of it."""
    return bool(series["at_limit"] or series.get("still"))


def _unsettled(series: Entry) -> str:
    name = f"“{SERIES[series['series']][0]}”"
    if series["at_limit"]:
        return f"{name} had not settled in the first half of the run"
    return f"{name} was still {series['still']} when the run ended, by more than chance would have it"


def on_the_command_line(entry: Entry) -> str:
    """How to set what is asked for."""
    options = (f'--set "run.{key}={weeks(number)}"' for key, number in _wanted(entry).items())
    return f"On the command line: {' '.join(options)}"


def weeks(number: float) -> str:
    """`1 week`, `4 weeks`, `2.29 weeks`."""
    return "1 week" if number == 1 else f"{number:.3g} weeks"


def _wanted(entry: Entry) -> dict[str, int]:
    """Keys of `run`, and the weeks that each should have."""
    if entry["advised_weeks"] is None:
        return {"length": ceil((entry["least_days"] - entry["chosen_days"]) / WEEK_D)}
    wanted = {"warm_up": entry["advised_weeks"]} if _is_too_short(entry) else {}
    if not entry["settled"]:
        wanted["length"] = ceil(2 * entry["days"] / WEEK_D) - entry["advised_weeks"]
    return wanted


def _is_too_short(entry: Entry) -> bool:
    return any(series["too_short"] for series in entry["series"])


def _too_short(manifest: Entry, entry: Entry) -> str:
    slowest = max((each for each in entry["series"] if each["too_short"]), key=lambda each: each["days"])
    said = (
        f"the warm-up of {weeks(entry['chosen_days'] / WEEK_D)} is too short{_where(manifest, entry['scenario'])}. The "
        f"simulated unit starts empty and takes {slowest['days']} days to settle "
        f"({SERIES[slowest['series']][0].lower()}); numbers that include those days are off by more than their "
        f"intervals, or than 3 %. Run it again with a warm-up of {weeks(entry['advised_weeks'])} (run.warm_up)."
    )
    return said if entry["settled"] else f"{said} {not_settled(entry)}"


def _where(manifest: Entry, scenario: str) -> str:
    names = {each["id"]: each["name"] for each in manifest["scenarios"]}
    return f" for {names[scenario]}" if len(names) > 1 else ""
