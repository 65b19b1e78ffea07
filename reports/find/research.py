"""For researchers: what identifies the search, where its replications went, and how to repeat it."""

from reports.find.view import View
from reports.identity import made_with, written_in
from reports.tables import Table
from reports.words import count_word

ENDED = {
    "sure": "when it was sure",
    "replications spent": "when the replications that it was allowed were spent",
    "time spent": "when its time was spent",
}


def facts(view: View) -> list[tuple[str, str]]:
    """What identifies the search, as term and value."""
    said = view.facts
    return [
        ("Ended", ENDED[said.ended]),
        ("Units", f"{said.units:,} to choose from, {said.looked_at:,} looked at, up to {said.looks:,} meant to be"),
        ("Replications", f"{said.spent:,} by the search; {said.fresh_replications:,} fresh ones of each unit reported"),
        (
            "Error of each bound",
            f"{said.error_of_each_bound:.3g}, so that those on which a wrong choice could rest hold together with "
            f"{said.chance * 100:.10g} %",
        ),
        ("Not used by the bounds", _skipped(said.skipped_replications)),
        ("Seed", f"{said.seed}, that of the scenario; replication r of every unit meets the same people"),
        ("Scenario", written_in(said.scenario.name, said.scenario.file)),
        ("Search file", said.file),
        ("Ended on", said.created),
        *made_with(said.versions, said.model_hash),
        ("Fingerprint", f"{said.fingerprint}, of the search file, every scenario that it uses, and the model code"),
        ("Files", ", ".join([*said.files, "store.sqlite"])),
    ]


def _skipped(count: int) -> str:
    if not count:
        return "none: every unit was looked at, whatever the others did"
    return f"the first {count} replications of each unit, which chose where to look"


def effort(view: View) -> str:
    """Where the replications were spent, in a sentence."""
    spent = view.ran.sort_values("replications", ascending=False, kind="stable")["replications"]
    total = int(spent.sum())
    half = int((spent.cumsum() < total / 2).sum()) + 1
    least, most = int(spent.min()), int(spent.max())
    if least == most:
        return f"Each of {count_word(len(spent), 'unit')} had {least:,} replications."
    return (
        f"Half of the {total:,} replications went to {half:,} of {len(spent):,} units, those on which the choice "
        f"depends; the others had as few as {least:,}, the one that had most {most:,}."
    )


def surrogate(view: View) -> Table | None:
    """How well the formula that chose where to look predicts units left out; None when every unit was looked at."""
    table = view.saved.surrogate
    if table.empty:
        return None
    rows = [
        [row["label"], f"{row['points']:.0f}", f"{row['explained_pct']:.0f} %", f"{row['within_two_sd_pct']:.0f} %"]
        for _, row in table.iterrows()
    ]
    heads = ["Measure", "Units", "Variance explained", "Within two standard deviations"]
    return Table("The surrogate, tried on each unit in turn when it is left out", heads, rows)
