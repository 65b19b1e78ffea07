"""A search on the disk: a folder with a stable name, so that the same command finds it again and goes on.

The driver's store is written while the search runs. The tables, the scenario and, last, `find.json` are written when it
has ended, each whole or not at all.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sim.errors import ResultsError
from sim.experiments.calibration.originals import originals
from sim.experiments.digest import sha256_of
from sim.experiments.find import tables
from sim.experiments.find.earlier import ANSWER
from sim.experiments.find.facts import FACTS, FindFacts
from sim.experiments.find.finding import Found
from sim.experiments.find.question import Question
from sim.experiments.find.telling import Said, facts_of
from sim.experiments.find.written import file_name, scenario_text
from sim.scenario.reading.ancestry import FOLDER
from sim.scenario.reading.identity import identity

NOTHING_SAID: Said = {}
TABLES = {"points": tables.points, "pareto": tables.front, "choice": tables.choice, "surrogate": tables.guesses}


def folder_of(question: Question, out_dir: Path) -> Path:
    """Where the search keeps everything."""
    return out_dir / f"{identity(question.name, ())}-find"


def save(
    found: Found, folder: Path, command: Sequence[str], created: datetime, said: Said = NOTHING_SAID, answer: str = ""
) -> Path:
    """Write the tables, the scenario and the facts to the folder; returns the scenario.

    `command` is the line that repeats the search without a clock, `said` what was said of it by kind, `answer` how it
    was shown. Raises ResultsError when they cannot be written.
    """
    try:
        return _save(found, folder, facts_of(found, said, command, created), created, answer)
    except OSError as fault:
        raise ResultsError(
            f"{folder}: the results cannot be saved here ({fault.strerror or fault}); "
            "a folder that you may write to, with space left, is accepted"
        ) from fault


def _save(found: Found, folder: Path, facts: FindFacts, created: datetime, answer: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FACTS).unlink(missing_ok=True)
    files = [folder / f"{name}.csv" for name in TABLES]
    for path, rows in zip(files, TABLES.values(), strict=True):
        part = _part(path)
        tables.write_table(part, rows(found))
        part.replace(path)
    scenario, texts = _scenarios(found, created)
    written = {folder / ANSWER: answer} | {folder / FOLDER / name: text for name, text in texts.items()}
    for path, text in written.items():
        _write(path, text)
        files.append(path)
    digests = {path.relative_to(folder).as_posix(): sha256_of(path) for path in files}
    last = {"found_scenario": f"{FOLDER}/{scenario}", "files": digests, "complete": True}
    _write(folder / FACTS, facts.model_copy(update=last).model_dump_json(indent=1) + "\n")
    return folder / FOLDER / scenario


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _part(path)
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def _scenarios(found: Found, created: datetime) -> tuple[str, Mapping[str, str]]:
    """Name of the chosen scenario, and the text of it and of all that it extends: only neighbours can be extended."""
    question = found.plan.question
    extends, texts = originals(question.loaded)
    name = file_name(question, texts)
    return name, {**texts, name: scenario_text(question, found.answer, extends, created.date())}
