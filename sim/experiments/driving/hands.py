"""Who does the work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hands:
    """Processes of this machine, or the workers of a cluster."""

    workers: int
    """Processes; 1 is this process. A cluster has workers of its own."""
    cluster: str | None = None
    """Address of a Dask scheduler, such as `tcp://10.0.0.5:8786`."""
