"""Parts of a scenario that go wrong in a worker process, for a while or for ever, and are well otherwise."""

import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sim.errors import ModelError
from sim.scenario import Scenario


@dataclass(frozen=True)
class Ill:
    """Goes wrong the first `times` that a run looks at it, which marks in `folder` tell apart."""

    real: Any
    folder: Path
    times: int = 1_000

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if len(list(self.folder.iterdir())) < self.times:
            (self.folder / uuid.uuid4().hex).touch()
            self.go_wrong()
        return getattr(self.real, name)

    def go_wrong(self) -> None:
        """What happens then."""
        raise NotImplementedError


class Lossy(Ill):
    """Does not add up."""

    def go_wrong(self) -> None:
        raise ModelError("a person was lost")


class Faulty(Ill):
    """A fault of the program."""

    def go_wrong(self) -> None:
        raise ZeroDivisionError("division by zero")


class Deadly(Ill):
    """Ends its process, as the system does when memory runs out."""

    def go_wrong(self) -> None:
        os._exit(1)


def with_ill(kind: type[Ill], scenario: Scenario, folder: Path, times: int = 1_000) -> Scenario:
    """The scenario with a unit that goes wrong."""
    folder.mkdir()
    return scenario.model_copy(update={"unit": kind(scenario.unit, folder, times)})
