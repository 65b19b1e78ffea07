"""The store: one SQLite file with one writer, where an outcome is safe as soon as it is kept.

It uses a rollback journal and holds its lock as long as it is open. The quicker write-ahead log needs memory shared
between processes, which network file systems do not give; and whoever comes second is told so at once.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from sys import intern

from sim.errors import ResultsError
from sim.experiments.driving.outcome import Outcome
from sim.experiments.driving.program import differences, this_program
from sim.experiments.driving.rows import Row, outcome_in, row_of
from sim.experiments.driving.troubles import damaged, troubles_told

FORMAT = "1"
AT_A_TIME = 500
"""Rows looked up in one go."""
PATIENCE_S = 1.0
"""For another process to let go of the file."""
TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE names (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE)",
    "CREATE TABLE outcomes"
    " (key TEXT PRIMARY KEY, names INTEGER NOT NULL, content BLOB NOT NULL, checksum BLOB NOT NULL)",
)
READ = "SELECT key, names.names, content, checksum FROM outcomes JOIN names ON names.id = outcomes.names"


class Store:
    """Outcomes by the keys of their jobs. Every method raises what `troubles_told` raises."""

    def __init__(self, path: Path | None, connection: sqlite3.Connection):
        self._path, self._connection = path, connection

    def held(self, keys: Iterable[str]) -> dict[str, Outcome]:
        """Outcomes of those of the keys that are there; a row that is damaged is not."""
        waiting, found = iter(keys), dict[str, Outcome]()
        while some := list(islice(waiting, AT_A_TIME)):
            with troubles_told(self._path):
                rows = self._connection.execute(f"{READ} WHERE key IN ({', '.join('?' * len(some))})", some)
                found |= _whole(rows.fetchall())
        return found

    def all(self) -> Iterator[dict[str, Outcome]]:
        """Everything that is there and whole, some at a time."""
        with troubles_told(self._path):
            rows = self._connection.execute(READ)
            while some := rows.fetchmany(AT_A_TIME):
                yield _whole(some)

    def keep(self, outcomes: Mapping[str, Outcome]) -> None:
        """All of them or, when something goes wrong, none; they are on the disk when this returns."""
        rows = [row_of(key, outcome) for key, outcome in outcomes.items()]
        with troubles_told(self._path), self._connection:
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT OR IGNORE INTO names (names) VALUES (?)", {(row.names,) for row in rows}
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO outcomes SELECT ?, id, ?, ? FROM names WHERE names = ?",
                [(row.key, row.content, row.checksum, row.names) for row in rows],
            )

    def prepare(self) -> None:
        """Take the file for this process alone, and see that what is in it can be built upon."""
        with troubles_told(self._path), self._connection:
            self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._connection.execute("BEGIN EXCLUSIVE")
            if not self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._begin()
            self._check()

    def _begin(self) -> None:
        for table in TABLES:
            self._connection.execute(table)
        about = {"format": FORMAT} | this_program()
        self._connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())

    def _check(self) -> None:
        """Raises ResultsError for a file that is damaged, of another kind or of another program."""
        (health,) = self._connection.execute("PRAGMA quick_check(1)").fetchone()
        if health != "ok":
            raise damaged(self._path, health)
        about = dict(self._connection.execute("SELECT name, value FROM about"))
        if about.get("format") != FORMAT:
            raise damaged(self._path, f"format {about.get('format')}, where {FORMAT} is accepted")
        others = differences(about)
        if others:
            raise ResultsError(
                f"{self._path} holds results of another version of the program: {others}; go on with that version, or "
                "give the command with another folder (--out) to run everything anew"
            )


@contextmanager
def opened(path: Path | None) -> Iterator[Store]:
    """The store in a file, which is made when it is not there; without a file, in memory.

    Raises ResultsError for a file that cannot be used, which stays as it was.
    """
    with troubles_told(path):
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path or ":memory:", timeout=PATIENCE_S, isolation_level=None)
    try:
        store = Store(path, connection)
        store.prepare()
        yield store
    finally:
        connection.close()


def _whole(rows: Iterable[tuple[str, str, bytes, bytes]]) -> dict[str, Outcome]:
    """Outcomes by key. A row that is damaged is left out: its job runs again, and the row is written anew."""
    checked = ((Row(key, names, content), checksum) for key, names, content, checksum in rows)
    return {row.key: outcome_in(row, _names(row.names)) for row, checksum in checked if row.checksum == checksum}


@cache
def _names(written: str) -> tuple[str, ...]:
    return tuple(map(intern, json.loads(written))) if written else ()
