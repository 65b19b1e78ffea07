"""What is taken for granted: by the model itself, and by the author of the scenario (STRESS-DES 3.4)."""

from collections.abc import Iterable, Iterator

from sim.describe.blocks import Block, grid
from sim.describe.built_in import built_in
from sim.describe.importance import KnownImportance, importance_of
from sim.describe.parameters import ASSUMED, Parameter
from sim.describe.words import bullets, escaped
from sim.scenario.reading.load import LoadedScenario

ASSUMED_BY_AUTHOR = "Assumed by the author of the scenario:"
NAME = "Assumed values"
HEADS = ("Parameter", "Value", "Because")
NO_ADVICE = "This model is for planning capacity. Nothing in it is advice about the care of any one person."


def assumptions(loaded: LoadedScenario, found: Iterable[Parameter]) -> Iterator[Block]:
    """Built-in assumptions that this scenario uses, and the assumed values with their reasons, by what they matter."""
    yield "Built into the model:"
    yield bullets(built_in(loaded.scenario))
    yield from _assumed(found, importance_of(loaded))
    yield NO_ADVICE


def _assumed(found: Iterable[Parameter], known: KnownImportance | None) -> Iterator[Block]:
    assumed = [each for each in found if each.grounds and each.strength == ASSUMED]
    if not assumed:
        yield "The author has marked no value as assumed."
        return
    yield ASSUMED_BY_AUTHOR
    if known is None:
        yield grid(NAME, HEADS, map(_row, assumed))
        return
    ranked = sorted(assumed, key=lambda each: known.order(each.path))
    rows = ((*_row(each), known.rank(each.path), escaped(known.matters(each.path))) for each in ranked)
    yield known.introduced
    yield grid(NAME, (*HEADS, "Rank", "Matters"), rows)


def _row(parameter: Parameter) -> tuple[str, str, str]:
    reason = parameter.grounds.text if parameter.grounds else ""
    return f"`{parameter.path}`", escaped(parameter.value), escaped(reason)
