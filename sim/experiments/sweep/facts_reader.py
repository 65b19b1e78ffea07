"""sweep.json from the disk."""

import json
from pathlib import Path

from pydantic import ValidationError

from sim.errors import ResultsError
from sim.experiments.sweep.facts import FILE_NAME, FORMAT, SweepFacts

AGAIN = "move the folder away, or give another with --out, and the sweep begins anew"


def read_facts(folder: Path) -> SweepFacts:
    """What sweep.json says. Raises ResultsError with one sentence when it is missing, damaged or of another format."""
    path = folder / FILE_NAME
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ResultsError(f"{folder}: has no {FILE_NAME}, so it is not the folder of a sweep") from None
    except OSError as fault:
        raise ResultsError(f"{path}: cannot be read ({fault.strerror})") from fault
    except (ValueError, RecursionError):
        raise ResultsError(f"{path}: is damaged, it is not JSON; {AGAIN}") from None
    form = said.get("format") if isinstance(said, dict) else None
    if isinstance(form, int) and form != FORMAT:
        raise ResultsError(f"{path}: the results have format {form}; this program reads format {FORMAT}")
    try:
        return SweepFacts.model_validate(said)
    except ValidationError as fault:
        where = ".".join(map(str, fault.errors()[0]["loc"])) or "the whole of it"
        raise ResultsError(f"{path}: is damaged ({where} is missing or not what it should be); {AGAIN}") from None
