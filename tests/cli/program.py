"""Running the program: inside this process for speed, or as a process of its own."""

import os
import subprocess
import sys
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


def start(*words: str, folder: Path) -> subprocess.Popen[str]:
    """The program as a process in its own group, so that a signal reaches it and its workers as Ctrl-C does."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "sim", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
