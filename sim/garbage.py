"""Python's search for garbage rests while much is made that lives on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_rests() -> Iterator[None]:
    """What is looked at again and again, and is no garbage, costs time: a tenth of a run, a seventh of a large report.

    The search rests, and nothing is frozen: what is frozen and let go counts as old, and is then hardly ever searched,
    so that the units of earlier replications would stay in memory. Also a decorator.
    """
    rests = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if rests:
            gc.enable()
