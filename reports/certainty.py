"""What the numbers of a study can bear, in sentences: intervals, precision, common luck and warm-up."""

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any

from reports.words import count_word
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
    if entry.get("matters"):
        line += " By enough: the whole interval is beyond what matters to you. Too small: all of it is within that."
    return line


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
        yield _precision(manifest)
    if manifest["kind"] == "compare" and int(manifest["replications"]) > 1:
        yield from _common_luck(saved)
    yield from _warm_up(manifest)


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
        yield "Precision asked for", f"{asked}; from {precision['start']} to {precision['most']} replications"
    for each in manifest.get("warm_up") or []:
        if each["advised_weeks"] is not None:
            chosen = f"{each['chosen_days']:g} days chosen"
            yield f"Warm-up, {each['scenario']}", f"{chosen}; MSER-5: {count_word(each['advised_weeks'], 'week')}"
    for load in (manifest.get("beforehand") or {}).get("loads", []):
        wanted = f"about {load['offered']:.4g} of {load['capacity']:.4g} {load['unit']}"
        yield f"Offered load, {load['scenario']}, {load['resource']}", wanted


def _asked(aim: Entry) -> str:
    what = aim["measure"] or "every headline measure"
    return f"{what} {100 * aim['amount']:g} %" if aim["relative"] else f"{what} {aim['amount']:g}"


def _precision(manifest: Entry) -> str:
    entry, replications = manifest["precision"], int(manifest["replications"])
    if entry["reached"]:
        return (
            f"The precision that was asked for was reached with {entry['reached']} replications, and "
            f"{replications - entry['reached']} more confirmed it."
        )
    if not entry["not_there"]:
        return f"At the cap of {replications} replications every interval is narrow enough, but not yet confirmed."
    worst = max(entry["not_there"], key=lambda each: each["about_replications"])
    measure = next(each for each in manifest["measures"] if each["name"] == worst["measure"])
    others = len(entry["not_there"]) - 1
    also = f" Also too wide: {count_word(others, 'other interval')}." if others else ""
    return (
        f"Not there yet at the cap of {replications} replications: “{measure['label']}” of {_named(manifest, worst)} "
        f"is known to ±{worst['half_width']:.3g} {measure['unit']}, and ±{worst['wanted']:.3g} was asked for. "
        f"About {worst['about_replications'] - replications:,} more replications would do.{also}"
    )


def _named(manifest: Entry, wide: Entry) -> str:
    names = {each["id"]: each["name"] for each in manifest["scenarios"]}
    found = str(names[wide["scenario"]])
    return f"{found}, compared with {names[wide['base']]}," if wide["base"] else found


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


def _warm_up(manifest: Entry) -> Iterator[str]:
    """A warning when the warm-up is too short, or a word on why there is none."""
    names = {each["id"]: each["name"] for each in manifest["scenarios"]}
    entries = manifest.get("warm_up") or []
    if any(each["terminating"] for each in entries):
        yield "The run starts from a census, so it is terminating: it needs no warm-up."
    short = [each for each in entries if any(series["too_short"] for series in each["series"])]
    if short:
        longest = max(short, key=lambda each: each["advised_weeks"])
        longer = "" if longest["settled"] else " or more, for one series had not settled"
        where = f" in {names[longest['scenario']]}" if len(entries) > 1 else ""
        yield (
            f"Warning: the warm-up is {longest['chosen_days'] / 7:.3g} weeks, and MSER-5 calls for "
            f"{longest['advised_weeks']}{where}{longer}. The command warm-up shows why."
        )
