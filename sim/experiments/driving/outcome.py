"""What comes of a job: what the replication measured, or why there is nothing."""

import traceback
from dataclasses import dataclass
from pathlib import Path

from sim.errors import ModelError
from sim.experiments.replication import Job, Values, values_of


@dataclass(frozen=True)
class Failed:
    """A job without values."""

    reason: str
    lasting: bool = True
    """Whether it would fail in the same way again, as a run that does not add up. What may go better is not kept."""


Outcome = Values | Failed


def outcome_of(job: Job) -> Outcome:
    """As `values_of`, where a fault of the model or the program is an answer too: one bad point ends no sweep."""
    try:
        return values_of(job)
    except ModelError as fault:
        # The cause says what happened without the name of the scenario, which is another in the next sweep.
        return Failed(str(fault.__cause__ or fault))
    except Exception as problem:
        return Failed(_of_the_program(problem), lasting=False)


def _of_the_program(problem: Exception) -> str:
    place = traceback.extract_tb(problem.__traceback__)[-1]
    what = f"{type(problem).__name__}: {problem}".removesuffix(": ")
    return f"the program failed with {what} ({Path(place.filename).name}, line {place.lineno})"
