"""More replications of a study that is saved: what was run is kept as it is, and the rest is run to go with it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sim.errors import ResultsError
from sim.experiments.comparing import Comparing
from sim.experiments.experiment import Study
from sim.experiments.gathering import Gathered, Gatherer
from sim.experiments.manifest import Facts
from sim.experiments.precision.beforehand import beforehand
from sim.experiments.precision.sequential import Look
from sim.experiments.precision.wanted import Precision
from sim.experiments.precision.warm_up import warm_ups
from sim.experiments.program import model_hash, versions
from sim.experiments.results import Results
from sim.experiments.results_reader import SavedResults
from sim.experiments.runner import Progress
from sim.experiments.scenario_entries import with_replications
from sim.scenario.scenario import Scenario

NUMBERS = ("--replications", "--precision", "--most")
"""Options that say how many replications there are."""


@dataclass(frozen=True)
class Earlier:
    """A saved study, ready to go on with."""

    saved: SavedResults
    facts: Facts
    study: Study
    gathered: Gathered

    @classmethod
    def of(cls, saved: SavedResults) -> "Earlier":
        """Raises ResultsError when this program would not give the same replications again."""
        facts = Facts.model_validate({name: saved.manifest[name] for name in Facts.model_fields})
        _refuse_another_program(saved, facts)
        scenarios = [
            Scenario.model_validate(_as_read(each.resolved), by_alias=True, by_name=False) for each in facts.scenarios
        ]
        said = facts.comparison
        how = Comparing(said.correction, said.all_pairs, said.matters) if said else Comparing()
        study = Study.of([each.id for each in facts.scenarios], scenarios, how)
        return cls(saved, facts, study, Gathered(dict(saved.frames), facts.replications))

    def look(self, precision: Precision) -> Look:
        """How precise the replications are that there are."""
        return self.study.judge(precision)(self.gathered.frames, self.gathered.replications)

    def more(self, wanted: int | Precision, workers: int, progress: Progress) -> Results:
        """The study with as many replications in all, or as many as are enough. Raises what running raises."""
        began_s = time.perf_counter()
        gatherer = Gatherer(self.study.scenarios, workers, progress, "events" in self.saved.frames)
        if isinstance(wanted, Precision):
            found = gatherer.until_precise(wanted, self.study.judge(wanted), self.gathered)
        else:
            found = gatherer.until(wanted, self.gathered)
        tables = self.study.tables(found.frames)
        wall_s = round(self.facts.wall_s + time.perf_counter() - began_s, 3)
        return Results(tables, self._facts(found, wall_s))

    def _facts(self, found: Gathered, wall_s: float) -> Facts:
        return self.facts.model_copy(
            update={
                "created": datetime.now().astimezone().isoformat(timespec="seconds"),
                "replications": found.replications,
                "wall_s": wall_s,
                "scenarios": [with_replications(each, found.replications) for each in self.facts.scenarios],
                "precision": found.look.told() if found.look else None,
                "warm_up": warm_ups(found.frames["from_start"], self.study.scenarios),
                "beforehand": beforehand(self.study.scenarios, found.replications),
                "more_of": self.saved.folder.name,
            }
        )


def at_once(command: Sequence[str], replications: int) -> list[str]:
    """The command line that runs so many replications at once."""
    kept = [
        word
        for place, word in enumerate(command)
        if word not in NUMBERS and (place == 0 or command[place - 1] not in NUMBERS)
    ]
    return [*kept, "--replications", str(replications)]


def _refuse_another_program(saved: SavedResults, facts: Facts) -> None:
    now = versions()
    other = [
        f"{name} {then} (now {now.get(name, 'missing')})"
        for name, then in facts.versions.items()
        if name != "platform" and then != now.get(name)
    ]
    if other or facts.model_hash != model_hash():
        what = ", ".join(other) or "another state of the model's code"
        raise ResultsError(
            f"{saved.folder}: was made with {what}, so further replications would not go with those there are; "
            "run the scenarios again with more replications"
        )


def _as_read(value: Any) -> Any:
    """JSON as the scenario's types read it: a list of a file is a tuple."""
    if isinstance(value, dict):
        return {name: _as_read(child) for name, child in value.items()}
    return tuple(_as_read(child) for child in value) if isinstance(value, list) else value
