"""What the parameters rest on: strength of evidence, sources cited, how figures were read (STRESS-DES 3.1, 3.2)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sim.describe.parameters import ASSUMED, CHOSEN, DEFAULT, NOT_GIVEN, Parameter
from sim.describe.words import bullets, escaped, table
from sim.scenario.evidence import STRENGTHS, Row, rows

MEANING = {
    "guideline": "rules and guidelines",
    "registry": "official statistics",
    "trial": "trials",
    "cohort": "observational studies",
    "expert": "expert opinion",
    "seed": "the seed articles of this model",
    "recalled": "recalled, without a copy at hand",
    ASSUMED: "assumed by the author, with a reason",
    DEFAULT: "left to the program",
    CHOSEN: "names, structure, and what the planner decides",
    NOT_GIVEN: "numbers without a source or an assumption",
}


def by_strength(found: Iterable[Parameter]) -> str:
    """How many values rest on what, the strongest first; several sources count as the strongest of them."""
    counts = Counter(each.strength for each in found)
    kinds = [kind for kind in (*STRENGTHS, ASSUMED, NOT_GIVEN, CHOSEN, DEFAULT) if counts[kind]]
    return table(("Strength", "Meaning", "Values"), ((kind, MEANING[kind], str(counts[kind])) for kind in kinds))


def sources(found: Sequence[Parameter]) -> str:
    """Each row of the evidence table that is used, with its figure and where it was published."""
    heads = ("Row", "Figure", "Population or condition", "Published in", "Strength")
    return table(heads, (_published(row) for name in _used(found) for row in rows(name)))


def notes(found: Iterable[Parameter]) -> str:
    """How a published figure became the value used, where the author says so."""
    said = dict.fromkeys((each.grounds.text, each.grounds.note) for each in found if each.grounds and each.grounds.note)
    return bullets(f"`{text}`: {escaped(note)}" for text, note in said)


def _used(found: Iterable[Parameter]) -> Iterator[str]:
    yield from dict.fromkeys(source for each in found if each.grounds for source in each.grounds.sources)


def _published(row: Row) -> tuple[str, ...]:
    figure = f"{row.value:g} {row.unit}" + (f" ({row.low:g} to {row.high:g})" if row.low < row.high else "")
    where = ", ".join(filter(None, (row.source_title, row.source_year, row.source_url_or_doi)))
    return f"`{row.parameter}`", escaped(figure), escaped(row.population_or_condition), escaped(where), row.strength
