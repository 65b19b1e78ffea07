"""What a scenario is called in folders and tables: short, plain letters, the same on every system."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

LONGEST = 60


def identity(stem: str, changes: Sequence[str]) -> str:
    """`two-more-beds`, or `baseline-unit-beds-26` for a file changed on the command line.

    A long one is cut and ends in a digest of the whole, so that two never look the same.
    """
    name = "-".join(filter(None, map(_slug, (stem, *changes)))) or "scenario"
    if len(name) <= LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST - 9].rstrip('-')}-{digest}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
