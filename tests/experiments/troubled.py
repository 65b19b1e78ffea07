"""Scenarios that go wrong in a worker process, which only a class that the worker can import can do."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from sim.errors import ModelError
from sim.experiments.replication import Job


class Troubled:
    """Goes wrong as soon as the model looks at any part of it."""

    def __getattr__(self, name: str) -> NoReturn:
        if not name.startswith("__"):
            self.go_wrong()
        raise AttributeError(name)

    def go_wrong(self) -> None:
        """What happens then."""
        raise NotImplementedError


class Lossy(Troubled):
    """Does not add up."""

    def go_wrong(self) -> None:
        raise ModelError("a person was lost")


class Threaded(Troubled):
    """Tells how many threads the libraries of its process may start."""

    def go_wrong(self) -> None:
        raise ModelError(f"{os.environ.get('OMP_NUM_THREADS')} thread")


class Struck:
    """Ctrl-C arrives while a worker receives it; what it receives then does not add up."""

    def __reduce__(self) -> Any:
        return _struck, ()


def _struck() -> Lossy:
    signal.raise_signal(signal.SIGINT)
    return Lossy()


@dataclass
class Endless(Troubled):
    """Takes far longer than any test may, once it has said that it began."""

    begun: Path

    def go_wrong(self) -> None:
        self.begun.touch()
        time.sleep(600)


class Fatal:
    """Ends the process that receives it, as the system does when memory runs out."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


def jobs(scenario: Any, number: int = 4) -> list[Job]:
    """Replications of a scenario that is none."""
    return [Job("troubled", scenario, replication) for replication in range(number)]
