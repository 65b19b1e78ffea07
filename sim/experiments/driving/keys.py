"""What a result is known by: everything that decides it, and nothing else."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from sim.experiments.driving.program import this_program
from sim.experiments.replication import Job
from sim.scenario import Scenario

WORDS = ("name", "question", "rationale")
"""What a scenario says of itself."""
SIMPLE = frozenset((str, int, float, bool, type(None)))


class Keys:
    """Keys of jobs, of which many share a scenario: each is looked through once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Scenario, bytes]] = {}
        self._model = this_program()["model"]

    def of(self, job: Job) -> str:
        """SHA-256 in hexadecimal digits over the scenario (without its own words and the number of replications), the
        replication, the seed and the model's code.
        """
        known = self._known.get(id(job.scenario))
        if known is None:
            # The scenario is held too, so that no other can have its address.
            known = self._known[id(job.scenario)] = (job.scenario, _digest(job.scenario))
        what = f"{job.replication}\0{job.scenario.run.seed}\0{self._model}\0".encode()
        return hashlib.sha256(what + known[1]).hexdigest()


def key_of(job: Job) -> str:
    """The key of one job (see `Keys.of`)."""
    return Keys().of(job)


def _digest(scenario: Scenario) -> bytes:
    decides = {name: _plain(value) for name, value in scenario if name not in WORDS}
    decides["run"] = {name: _plain(value) for name, value in scenario.run if name != "replications"}
    return hashlib.sha256(json.dumps(decides).encode()).digest()


def _plain(value: Any) -> Any:
    """Every number and word in order, fit for JSON, which writes floats to the last bit."""
    kind: type = type(value)
    if kind in SIMPLE:
        return value
    if kind is tuple:
        return list(map(_plain, value))
    if kind is dict:
        return {name: _plain(below) for name, below in value.items()}
    names = _fields_of(kind)
    # The kind matters: two distributions may have the same mean and spread.
    return {kind.__name__: [_plain(getattr(value, name)) for name in names]} if names else repr(value)


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    """Names of all that a value of this kind holds; none for one that its `repr` says in full."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
