"""A Dask cluster of real processes on this machine, started as a site would start one."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOON_S = 60
"""Far more than anything here takes, unless it hangs."""


def until(holds: Callable[[], object]) -> None:
    """Wait for something to be so."""
    end_s = time.monotonic() + SOON_S
    while not holds():
        assert time.monotonic() < end_s, "waited in vain"
        time.sleep(0.02)


class Loopback:
    """One scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start_scheduler(0)

    @property
    def address(self) -> str:
        """Of the scheduler."""
        found: str = json.loads(self._file.read_text(encoding="utf-8"))["address"]
        return found

    @property
    def bare(self) -> Path:
        """A folder that hides the program: `sim` is there, and nothing is in it."""
        package = self._folder / "bare" / "sim"
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").touch()
        return package.parent

    @property
    def _file(self) -> Path:
        return self._folder / "scheduler.json"

    def restart_scheduler(self) -> None:
        """Kill it, and start another at the same address."""
        port = int(self.address.rpartition(":")[2])
        self.scheduler.kill()
        self.scheduler.wait()
        self.scheduler = self._start_scheduler(port)

    def copied_code(self, name: str) -> Path:
        """The program in another folder, with another evidence table."""
        code = self._folder / name
        shutil.copytree(ROOT / "sim", code / "sim", ignore=shutil.ignore_patterns("__pycache__"))
        with (code / "sim" / "scenario" / "evidence.csv").open("a", encoding="utf-8") as table:
            table.write("\n")
        return code

    def worker(self, *words: str, code: Path = ROOT) -> "subprocess.Popen[bytes]":
        """A worker with one thread, which has the program in `code`; the scheduler has none, and needs none."""
        words = ("worker", self.address, "--nthreads", "1", "--no-dashboard", *words)
        return self._start(*words, PYTHONPATH=str(code))

    def stop(self) -> None:
        """End what is left of it."""
        for process in self._running:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()

    def _start_scheduler(self, port: int) -> "subprocess.Popen[bytes]":
        """A scheduler that listens when this returns; port 0 is any that is free."""
        self._file.unlink(missing_ok=True)
        where = ["--host", "127.0.0.1", "--port", str(port), "--scheduler-file", str(self._file)]
        scheduler = self._start(
            "scheduler",
            *where,
            "--no-dashboard",
            PYTHONPATH=str(self.bare),
            DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1",
        )
        until(lambda: self._file.exists() and self._file.stat().st_size)
        return scheduler

    def _start(self, *words: str, **environment: str) -> "subprocess.Popen[bytes]":
        variables = {**os.environ, **environment}
        log = (self._folder / f"{words[0]}-{len(self._running)}.log").open("wb")
        with log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words], cwd=self._folder, env=variables, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        self._running.append(process)
        return process


@contextmanager
def loopback(folder: Path) -> Iterator[Loopback]:
    """A cluster that is gone at the end, whatever happens."""
    cluster = Loopback(folder)
    try:
        yield cluster
    finally:
        cluster.stop()
