"""The JSON file that says what a results folder holds."""

import json
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from sim.errors import ResultsError

Facts = TypeVar("Facts", bound=BaseModel)


def read_facts(path: Path, model: type[Facts], form: int, folder_of: str, again: str) -> Facts:
    """The file as `model`, which has format `form`.

    Raises ResultsError with one sentence when it is missing (so this is not the folder of `folder_of`), unreadable,
    damaged (`again` says what to do) or of another format.
    """
    try:
        text = path.read_text(encoding="utf-8")
        said = json.loads(text)
    except FileNotFoundError:
        raise ResultsError(f"{path.parent}: has no {path.name}, so it is not the folder of {folder_of}") from None
    except OSError as fault:
        raise ResultsError(f"{path}: cannot be read ({fault.strerror})") from fault
    except (ValueError, RecursionError):
        raise ResultsError(f"{path}: is damaged, it is not JSON; {again}") from None
    found = said.get("format") if isinstance(said, dict) else None
    if isinstance(found, int) and found != form:
        raise ResultsError(f"{path}: the results have format {found}; this program reads format {form}")
    try:
        return model.model_validate_json(text)
    except ValidationError as fault:
        where = ".".join(map(str, fault.errors()[0]["loc"])) or "the whole of it"
        raise ResultsError(f"{path}: is damaged ({where} is missing or not what it should be); {again}") from None
