"""A connection to a Dask scheduler: silent, with an end to every wait, and every trouble in one sentence."""

import asyncio
import logging
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sim.errors import IncompleteRun

if TYPE_CHECKING:
    from distributed import Future

CONNECT_S = 8.0
"""To reach the scheduler, and to reach it again when it was lost."""
ANSWER_S = 10.0
"""For one question to the scheduler."""
LOOK_S = 1.0
"""Between two looks at which workers there are."""
ALONE_S = 60.0
"""Without any worker, or any answer, before giving up."""
SILENT = ("distributed", "tornado", "asyncio")
"""Libraries whose log has nothing for the person at the keyboard."""
AGAIN = "What was finished is kept: give the same command again when it is back."


class Scheduler:
    """What the driver needs of a Dask client."""

    def __init__(self, client: Any, address: str):
        self._client, self._address = client, address
        self._threads, self._looked_s, self._well_s = 0, 0.0, time.monotonic()

    @property
    def running(self) -> bool:
        """Whether it can be given work now. Raises IncompleteRun when it has gone for good."""
        if self._client.status in ("closing", "closed"):
            raise IncompleteRun(f"The scheduler at {self._address} has gone. {AGAIN}")
        return bool(self._client.status == "running")

    @property
    def threads(self) -> int:
        """Of all workers, as seen a moment ago. Raises IncompleteRun when there has been none for long."""
        if time.monotonic() - self._looked_s >= LOOK_S:
            self._look()
        return self._threads

    def submit(self, work: Callable[..., Any], *given: Any) -> "Future[Any]":
        """One task, on any worker. It is never taken for another that looks the same."""
        future: Future[Any] = self._client.submit(work, *given, pure=False)
        return future

    def _look(self) -> None:
        answered = False
        with suppress(OSError):
            self._threads = sum(self._client.nthreads(callback_timeout=ANSWER_S).values())
            answered = True
        self._looked_s = time.monotonic()
        if answered and self._threads:
            self._well_s = self._looked_s
        if self._looked_s - self._well_s > ALONE_S:
            what = "had no worker" if answered else "not answered"
            raise IncompleteRun(f"The scheduler at {self._address} has {what} for {ALONE_S:.0f} s. {AGAIN}")


@contextmanager
def connected(address: str) -> Iterator[Scheduler]:
    """The scheduler at an address. Raises IncompleteRun when it cannot be reached."""
    try:
        import distributed
    except ImportError as problem:
        raise IncompleteRun(
            "A cluster needs the library distributed: `python -m pip install 'detox-sim[cluster]'`, then give the same "
            "command again; nothing was run."
        ) from problem
    untyped: Any = distributed
    with _silence():
        try:
            # A client that finds nobody is hard to be rid of; so somebody is there before there is a client.
            with ThreadPoolExecutor(1) as aside:
                aside.submit(asyncio.run, _greeted(untyped, address)).result()
            client = untyped.Client(address, timeout=CONNECT_S, set_as_default=False)
        except (OSError, ValueError, ImportError) as problem:
            raise IncompleteRun(
                f"There is no Dask scheduler at {address} that could be reached within {CONNECT_S:.0f} s; nothing was "
                "run. Start it with `dask scheduler`, and give the address that it prints, such as tcp://10.0.0.5:8786."
            ) from problem
        try:
            yield Scheduler(client, address)
        finally:
            with suppress(Exception):
                client.close(timeout=ANSWER_S)


async def _greeted(untyped: Any, address: str) -> None:
    """Say a word in Dask's language, and hang up. Raises OSError and ValueError when there is no answer."""
    security = untyped.Security().get_connection_args("client")
    # The time of `connect` itself does not count for somebody who listens and says nothing.
    greeting = untyped.core.connect(address, timeout=CONNECT_S, **security)
    there = await asyncio.wait_for(greeting, CONNECT_S + 1)
    await there.close()


@contextmanager
def _silence() -> Iterator[None]:
    """The program says what is wrong in sentences of its own."""
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in SILENT]
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="distributed")
            yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
