"""An outcome as a row of the store: names once for all, numbers to the last bit, and a checksum over it all."""

import hashlib
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from sim.experiments.driving.outcome import Failed, Outcome

CHECKSUM_BYTES = 8


@dataclass(frozen=True)
class Row:
    """What the store keeps of one job."""

    key: str
    names: str
    """Measures, as a JSON list; nothing for a job that failed."""
    content: bytes
    """Their values as little-endian doubles; the reason of a job that failed, in UTF-8."""

    @property
    def checksum(self) -> bytes:
        """By which a row knows that it is whole."""
        whole = b"\0".join((self.key.encode(), self.names.encode(), self.content))
        return hashlib.blake2b(whole, digest_size=CHECKSUM_BYTES).digest()


def row_of(key: str, outcome: Outcome) -> Row:
    """The outcome of the job with this key."""
    if isinstance(outcome, Failed):
        return Row(key, "", outcome.reason.encode())
    return Row(key, json.dumps(list(outcome)), struct.pack(f"<{len(outcome)}d", *outcome.values()))


def outcome_in(row: Row, names: Sequence[str]) -> Outcome:
    """The outcome in a row that is whole; `names` are those of the row, one string for all rows."""
    if not row.names:
        return Failed(row.content.decode())
    return dict(zip(names, struct.unpack(f"<{len(names)}d", row.content), strict=True))
