"""sweep.json from the disk."""

from pathlib import Path

from sim.experiments import facts_file
from sim.experiments.sweep.facts import FILE_NAME, FORMAT, SweepFacts

AGAIN = "move the folder away, or give another with --out, and the sweep begins anew"


def read_facts(folder: Path) -> SweepFacts:
    """What sweep.json says. Raises ResultsError with one sentence when it is missing, damaged or of another format."""
    return facts_file.read_facts(folder / FILE_NAME, SweepFacts, FORMAT, "a sweep", AGAIN)
