"""What went wrong with a store, in one sentence with a way on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sim.errors import DetoxSimError, IncompleteRun, ResultsError

IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
NOT_OURS_TO_WRITE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
PRIMARY = 0xFF
"""The part of SQLite's code that says what happened; the rest says where."""


@contextmanager
def troubles_told(path: Path | None) -> Iterator[None]:
    """Raises ResultsError and IncompleteRun in place of what SQLite and the system raise."""
    try:
        yield
    except sqlite3.Error as problem:
        raise _told(problem, path) from problem
    except OSError as problem:
        raise ResultsError(f"{path} cannot be written ({problem.strerror}); another folder is accepted") from problem


def damaged(path: Path | None, how: str) -> ResultsError:
    """A file that is no store, or no longer."""
    return ResultsError(
        f"{path} is damaged or no store of results ({how}); rename or delete it and give the same command again, which "
        "runs everything anew"
    )


def _told(problem: sqlite3.Error, path: Path | None) -> DetoxSimError:
    code = getattr(problem, "sqlite_errorcode", 0) & PRIMARY
    if code in IN_USE:
        return ResultsError(f"{path} is in use by another run; when that has ended, give the same command again")
    if code in NOT_OURS_TO_WRITE:
        return ResultsError(f"{path} cannot be written ({problem}); another folder is accepted")
    if code in NO_ROOM:
        return IncompleteRun(
            f"{path} could not be written to ({problem}), most often because the disk is full. What was kept before is "
            "safe: make room and give the same command again."
        )
    return damaged(path, str(problem))
