"""What a folder says of an earlier part of the same search: where to go on from, or that nothing is left to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path

from sim.experiments.digest import sha256_of
from sim.experiments.find.budget import Budget
from sim.experiments.find.facts import FACTS, FindFacts
from sim.experiments.find.plan import WITHOUT_LIMIT, Known
from sim.experiments.find.question import Question
from sim.experiments.find.telling import fingerprint
from sim.experiments.program import model_hash

STORE = "store.sqlite"
ANSWER = "answer.txt"


NOTHING = Known()


@dataclass(frozen=True)
class Earlier:
    """An earlier part of the search; nothing is known of one that was not, or that asked something else."""

    other: bool = False
    """Whether there was one that asked something else, or of other scenarios."""
    same: bool = False
    """Whether there was one that asked the same of the same scenarios and program."""
    known: Known = NOTHING
    replication_s: float | None = None
    reach: int = 0
    """Replications up to which those that the file allows find no more than it did."""
    sure: bool = False
    whole: bool = False
    """Whether its results are there as they were saved."""

    def covers(self, question: Question, budget: Budget, looks: int | None) -> bool:
        """Whether such a search would find nothing better: it is shown what was found, and nothing is written over."""
        if not (self.same and self.whole) or (looks or self.known.looks) > self.known.looks:
            return False
        if looks and looks < self.known.looks:
            return True
        if self.sure and self.known.looks >= min(question.looks, question.size):
            return True
        return budget == Budget() and question.replications <= self.reach


def earlier(folder: Path, question: Question) -> Earlier:
    """Read what is there. What cannot be read is not needed: the store has all that has run."""
    try:
        facts = FindFacts.model_validate_json((folder / FACTS).read_bytes())
    except (OSError, ValueError):
        return Earlier()
    if facts.fingerprint != fingerprint(question) or not (folder / STORE).exists():
        # With another program nothing that has run fits: the store says so.
        return Earlier(other=facts.model_hash == model_hash(), replication_s=facts.replication_s)
    still = facts.choice.still.nearly_always
    return Earlier(
        same=True,
        known=Known(facts.looks, facts.spent, inf if still is None else still),
        replication_s=facts.replication_s,
        reach=facts.most if facts.most < WITHOUT_LIMIT else facts.spent,
        sure=facts.ended == "sure",
        whole=facts.complete and _whole(folder, facts.files),
    )


def _whole(folder: Path, files: Mapping[str, str]) -> bool:
    paths = {folder / name: digest for name, digest in files.items()}
    return all(path.is_file() and sha256_of(path) == digest for path, digest in paths.items())
