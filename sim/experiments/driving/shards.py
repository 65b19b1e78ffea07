"""Shards: one study on several machines that know nothing of each other, put together afterwards."""

import re
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sim.experiments.driving.outcome import Outcome
from sim.experiments.driving.store import Store, opened

T = TypeVar("T")


@dataclass(frozen=True)
class Shard:
    """Every `of`-th point, from the `number`-th on."""

    number: int
    """From 1."""
    of: int

    @classmethod
    def said(cls, text: str) -> "Shard":
        """From `2/4`. Raises ValueError with what is accepted."""
        found = re.fullmatch(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})", text.strip())
        if found is None or int(found[1]) > int(found[2]):
            raise ValueError(f"is '{text}'; a part of a whole is accepted, such as 1/4 to 4/4")
        return cls(int(found[1]), int(found[2]))

    def part(self, points: Sequence[T]) -> list[T]:
        """Its points, in their order."""
        return list(points[self.number - 1 :: self.of])


def shard_store(store: Path, shard: Shard) -> Path:
    """The store of a shard, beside the main one: `store-1-of-4.sqlite`."""
    return store.with_name(f"{store.stem}-{shard.number}-of-{shard.of}{store.suffix}")


def take_shards(store: Path) -> int:
    """Take over what the stores of shards beside this one hold; how many outcomes were new.

    Raises ResultsError, with nothing taken, for a store that is damaged, in use or of another version of the model.
    """
    paths = sorted(path for path in store.parent.glob(f"{store.stem}-*-of-*{store.suffix}") if path.is_file())
    if not paths:
        return 0
    with ExitStack() as stack:
        whole, *parts = [stack.enter_context(opened(path)) for path in (store, *paths)]
        return sum(_taken(whole, some) for part in parts for some in part.all())


def _taken(whole: Store, some: Mapping[str, Outcome]) -> int:
    known = whole.held(some)
    new = {key: outcome for key, outcome in some.items() if key not in known}
    whole.keep(new)
    return len(new)
