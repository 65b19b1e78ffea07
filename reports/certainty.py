"""What the numbers of a study can bear, in sentences: intervals, precision, common luck and warm-up."""

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any

from reports.reached import reached
from reports.settled import settled
from reports.words import difference_unit, listing, quantity
from sim.experiments.results_reader import SavedResults

Entry = Mapping[str, Any]
CORRECTIONS = {"bonferroni": "Bonferroni", "holm": "Holm", "none": "none"}


def judged(manifest: Entry) -> str:
    """What the verdicts mean, given how scenarios were compared."""
    entry, wide = manifest.get("comparison") or {}, together(manifest)
    several = f", widened so that {_all(entry['family'])} differences of a measure hold at once," if wide else ""
    line = f"Better, worse or changed: the whole interval{several} is on one side of zero."
    if wide and entry["correction"] == "holm":
        line = (
            f"Better, worse or changed: clear by Holm's test of {_all(entry['family'])} differences of a measure. "
            "Their intervals are widened so that all hold at once; one that is clear may just hold zero."
        )
    close = "it does not exclude zero" if wide and entry["correction"] == "holm" else "it holds zero"
    line += f" Too close to call: {close}, so chance alone could explain the difference."
    return f"{line} {_what_matters(manifest, entry.get('matters') or {})}"


def _what_matters(manifest: Entry, amounts: Mapping[str, float]) -> str:
    """The smallest differences that matter, as they were named."""
    if not amounts:
        return "No smallest difference that matters was named, so any clear one counts."
    named = {each["name"]: each for each in manifest["measures"]}
    told = listing([_amount(named[name], amount) for name, amount in amounts.items()])
    return (
        f"By enough: the whole interval is beyond the smallest difference that matters, which was named for {told}. "
        "Too small to matter: all of it is within that."
    )


def _amount(measure: Entry, amount: float) -> str:
    unit = difference_unit(measure["unit"])
    unit = unit.removesuffix("s") if amount == 1 and unit == "points" else unit
    return f"“{measure['label']}” ({quantity(amount, unit, _places(amount))})"


def _places(amount: float) -> int:
    """As many decimals as were written."""
    return len(f"{amount:f}".rstrip("0").partition(".")[2])


def _all(family: int) -> str:
    return "both" if family == 2 else f"all {family}"


def together(manifest: Entry) -> bool:
    """Whether intervals were widened because there are several differences of each measure."""
    entry = manifest.get("comparison")
    return entry is not None and entry["family"] > 1 and entry["correction"] != "none"


def bearing(saved: SavedResults) -> Iterator[str]:
    """A paragraph for each further thing that there is to say: precision, common luck, warm-up."""
    manifest = saved.manifest
    if manifest.get("precision"):
        yield reached(manifest)
    if manifest["kind"] == "compare" and int(manifest["replications"]) > 1:
        yield from _common_luck(saved)
    yield from settled(manifest)


def warns(sentence: str) -> bool:
    """Whether a sentence of `bearing` is one that page one has to show among what to watch."""
    return sentence.startswith("Warning")


def facts(manifest: Entry) -> Iterator[tuple[str, str]]:
    """For researchers, as term and value."""
    comparison, precision = manifest.get("comparison"), manifest.get("precision")
    if comparison:
        matters = "".join(f"; {name} matters from {amount:g}" for name, amount in comparison["matters"].items())
        yield (
            "Differences",
            f"correction {CORRECTIONS[comparison['correction']]} over {comparison['family']} of each measure, "
            f"intervals of {100 * comparison['confidence']:.4g} % each{matters}",
        )
    if precision:
        asked = ", ".join(_asked(aim) for aim in precision["asked"])
        runs = f"from {precision['start']} to {precision['most']} replications"
        yield "Precision asked for", f"{asked}; {runs}; stopped when narrow, intervals have about their confidence"


def _asked(aim: Entry) -> str:
    what = aim["measure"] or "every headline measure"
    return f"{what} {100 * aim['amount']:g} %" if aim["relative"] else f"{what} {aim['amount']:g}"


def _common_luck(saved: SavedResults) -> Iterator[str]:
    """What it was worth that the scenarios met the same people: the median over the headline measures."""
    table, replications = saved.frames["differences"], int(saved.manifest["replications"])
    headline = [each["name"] for each in saved.manifest["measures"] if each["headline"]]
    if "independent_n" not in table:
        return
    rows = table[table["measure"].isin(headline)].dropna(subset=["independent_n", "correlation"])
    if len(rows):
        needed, correlation = median(rows["independent_n"]), median(rows["correlation"])
        yield (
            f"Luck in common: results of the same people go together with a correlation of {correlation:.2f} (median "
            f"of the differences above). With luck of its own, each scenario would have needed about {needed:,.0f} "
            f"replications in place of {replications} for intervals as narrow."
        )
