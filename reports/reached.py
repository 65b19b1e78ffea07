"""Whether the precision that was asked for was reached, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reports.words import count_word

Entry = Mapping[str, Any]
MOST_NAMED = 3
TIMES = ("never seen", "seen in one replication only")


def reached(manifest: Entry) -> str:
    """Reached or not, and by what; then what stands beside it."""
    return " ".join([_main(manifest), *beside(manifest)])


def beside(manifest: Entry) -> list[str]:
    """What is not judged at all, and what is too near to 0 for per cents; mostly nothing."""
    return [*_unseen(manifest), *_near_zero(manifest), *_differences(manifest)]


def _main(manifest: Entry) -> str:
    entry, replications = manifest["precision"], int(manifest["replications"])
    if entry["reached"]:
        return (
            f"The precision that was asked for was reached with {entry['reached']} replications, and "
            f"{replications - entry['reached']} more confirmed it."
        )
    if entry["not_there"]:
        return _widest(manifest, entry["not_there"], replications)
    if any(each["named"] for each in entry["unseen"]):
        return f"The precision that was asked for was not reached in {replications} replications."
    return f"At the cap of {replications} replications every interval is narrow enough, but not yet confirmed."


def _widest(manifest: Entry, wide: Sequence[Entry], replications: int) -> str:
    worst = max(wide, key=lambda each: each["about_replications"])
    also = f" Also too wide: {count_word(len(wide) - 1, 'other interval')}." if len(wide) > 1 else ""
    return (
        f"Not there yet at the cap of {replications} replications: {_what(manifest, worst)} is known to "
        f"±{worst['half_width']:.3g}{_unit(manifest, worst)}, and ±{worst['wanted']:.3g} was asked for. "
        f"About {worst['about_replications'] - replications:,} more replications would do.{also}"
    )


def _unseen(manifest: Entry) -> Iterator[str]:
    """A mean of nothing, or of one number, has no interval; nobody can say how many replications it would take."""
    for named, follows in ((True, "not reached"), (False, "not judged")):
        found = [each for each in manifest["precision"]["unseen"] if each["named"] == named]
        if found:
            told = _first_few([f"{_what(manifest, each)} was {TIMES[each['replications']]}" for each in found])
            yield f"No interval, and so {follows}: {told}."


def _near_zero(manifest: Entry) -> Iterator[str]:
    found = sorted(manifest["precision"]["near_zero"], key=lambda each: abs(each["mean"]))
    if found:
        told = _first_few([_known(manifest, each) for each in found])
        yield f"A mean below 1 is judged as if it were 1, so less was asked of these than the per cent say: {told}."


def _differences(manifest: Entry) -> Iterator[str]:
    """Per cents of a difference that may be near 0 would ask for everything or nothing."""
    if len(manifest["scenarios"]) > 1 and any(each["relative"] for each in manifest["precision"]["asked"]):
        yield (
            "A precision in per cent is of each scenario's own means: differences between scenarios are not judged by "
            "it, and their intervals may be wide. An amount, as in wait_mean_h=0.5, counts for differences too."
        )


def _known(manifest: Entry, near: Entry) -> str:
    found = f"{_what(manifest, near)} is {near['mean']:.2g}{_unit(manifest, near)} ±{near['half_width']:.2g}"
    return f"{found}, where ±{near['wanted']:.2g} was taken as enough"


def _first_few(told: Sequence[str]) -> str:
    rest = [f"and {count_word(len(told) - MOST_NAMED, 'other')}"] if len(told) > MOST_NAMED else []
    return "; ".join([*told[:MOST_NAMED], *rest])


def _what(manifest: Entry, entry: Entry) -> str:
    """The measure by its label, and the scenario, or the two of a difference, by their names."""
    names = {each["id"]: each["name"] for each in manifest["scenarios"]}
    label = next(each["label"] for each in manifest["measures"] if each["name"] == entry["measure"])
    base = entry.get("base")
    return f"“{label}” of {names[entry['scenario']]}" + (f", compared with {names[base]}," if base else "")


def _unit(manifest: Entry, entry: Entry) -> str:
    unit = next(each["unit"] for each in manifest["measures"] if each["name"] == entry["measure"])
    return f" {unit}" if unit else ""
