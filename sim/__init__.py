"""Discrete-event simulation of an opioid detoxification unit."""

from typing import TYPE_CHECKING, Any

from sim.version import VERSION

if TYPE_CHECKING:
    from sim.api import compare, load_scenario, run, sweep

__version__ = VERSION
__all__ = ["__version__", "compare", "load_scenario", "run", "sweep"]


def __getattr__(name: str) -> Any:
    """The functions of `sim.api`, which load when they are first used: `--help` needs none of them."""
    if name in __all__:
        from sim import api

        return getattr(api, name)
    raise AttributeError(f"module 'sim' has no attribute '{name}'")
