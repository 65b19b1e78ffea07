"""What is taken for granted: by the model itself, and by the author of the scenario (STRESS-DES 3.4)."""

from collections.abc import Iterable

from sim.describe.built_in import built_in
from sim.describe.importance import KnownImportance, importance_of
from sim.describe.parameters import ASSUMED, Parameter
from sim.describe.words import bullets, escaped, paragraphs, table
from sim.scenario.reading.load import LoadedScenario

ASSUMED_BY_AUTHOR = "Assumed by the author of the scenario:"
HEADS = ("Parameter", "Value", "Because")
NO_ADVICE = "This model is for planning capacity. Nothing in it is advice about the care of any one person."


def assumptions(loaded: LoadedScenario, found: Iterable[Parameter]) -> str:
    """Built-in assumptions that this scenario uses, and the assumed values with their reasons, by what they matter."""
    points = built_in(loaded.scenario)
    return paragraphs("Built into the model:", bullets(points), _assumed(found, importance_of(loaded)), NO_ADVICE)


def _assumed(found: Iterable[Parameter], known: KnownImportance | None) -> str:
    assumed = [each for each in found if each.grounds and each.strength == ASSUMED]
    if not assumed:
        return "The author has marked no value as assumed."
    if known is None:
        return paragraphs(ASSUMED_BY_AUTHOR, table(HEADS, map(_row, assumed)))
    ranked = sorted(assumed, key=lambda each: known.order(each.path))
    rows = ((known.rank(each.path), *_row(each), escaped(known.matters(each.path))) for each in ranked)
    return paragraphs(ASSUMED_BY_AUTHOR, known.introduced, table(("Rank", *HEADS, "Matters"), rows))


def _row(parameter: Parameter) -> tuple[str, str, str]:
    reason = parameter.grounds.text if parameter.grounds else ""
    return f"`{parameter.path}`", escaped(parameter.value), escaped(reason)
