"""What is typed to start the program: its name, or the words with which `start.py` was started."""

import os

from sim.version import PROGRAM

STARTED_AS = "DETOX_SIM_STARTED_AS"
"""Environment variable that `start.py` sets."""


def typed() -> str:
    """Such as `python3 start.py`. For the terminal alone: what is saved must not depend on it."""
    return os.environ.get(STARTED_AS) or PROGRAM


def as_typed(told: str | None) -> str:
    """Help whose examples can be typed as they stand."""
    return (told or "").replace(f"`{PROGRAM} ", f"`{typed()} ")
