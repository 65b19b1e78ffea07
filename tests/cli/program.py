"""Running the program: inside this process for speed, or as a process of its own."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sim.cli.main import main

ROOT = Path(__file__).parents[2]
TINY = ("--set", "run.length=1 week", "--set", "run.warm_up=0 h")
"""A run that takes part of a second."""

PLAIN = """\
schema_version: 1
name: "Plain <unit> | *one*"
run: {length: 2 weeks, warm_up: 0 h, replications: 2, seed: 1}
demand: {per_day: 2, sources: {all: {share_pct: 100}}}
unit: {beds: 8}
protocols: {stay: {kind: fixed stay, stay: {exponential: {mean: 3 days}}}}
"""
"""The smallest scenario: no staff, no withdrawal, nowhere to go afterwards."""

TELLING_AT_ONCE = (
    "import sys; from sim.cli import main, progress; progress.EVERY_S = 0; sys.exit(main.main(sys.argv[1:]))"
)
"""The program, which tells of each replication and not every few seconds: nobody is to wait for the first line."""

FIRST_DONE = re.compile(r"[1-9]\d* of \d+ replications done")


@dataclass(frozen=True)
class Ending:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands in this process, 80 columns wide, and keeps what each wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str]):
        self._capsys = capsys

    def __call__(self, *words: str) -> Ending:
        code = main(words)
        out, err = self._capsys.readouterr()
        return Ending(code, out, err)


def made(*words: str, folder: Path) -> Path:
    """The one folder of results that a command writes when it is given in `folder`."""
    with chdir(folder):
        assert main([*words, "--quiet", "--workers", "1"]) == 0
    (results,) = (folder / "results").iterdir()
    return results


def copy_of(results: Path, name: str = "") -> Path:
    """Results as if the command had been given here, or of another name; they may be changed."""
    return Path(shutil.copytree(results, Path("results", name or results.name)))


def start(*words: str, folder: Path) -> subprocess.Popen[str]:
    """The program as a process in its own group, so that a signal reaches it and its workers as Ctrl-C does."""
    return _python("-m", "sim", *words, folder=folder)


@contextmanager
def under_way(*words: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The program as it goes on with its replications, of which the first is done; ended with its workers."""
    process = _python("-c", TELLING_AT_ONCE, *words, folder=folder)
    try:
        assert process.stderr is not None
        assert any(FIRST_DONE.match(line) for line in process.stderr)
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def _python(*words: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
