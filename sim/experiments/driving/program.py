"""The program as far as it decides a result: outcomes of different programs are never mixed."""

import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from sim.experiments.program import model_hash

DECIDING = ("numpy", "scipy")
"""Libraries that turn luck into numbers."""


@cache
def this_program() -> dict[str, str]:
    """What it consists of, as it was when it was first asked for."""
    return {
        "model": model_hash(),
        "Python": ".".join(platform.python_version_tuple()[:2]),
        **{name: version(name) for name in DECIDING},
    }


def differences(there: Mapping[str, str]) -> str:
    """`model 1a2b3c4d (here 5e6f7a8b), numpy 2.3.1 (here 2.4.6)`; nothing when the other program is the same."""
    here = this_program()
    return ", ".join(
        f"{name} {there.get(name, 'unknown')[:8]} (here {value[:8]})"
        for name, value in here.items()
        if there.get(name) != value
    )
