"""What the parameters rest on: strength of evidence, sources cited, how figures were read (STRESS-DES 3.1, 3.2)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sim.describe.blocks import Grid, grid
from sim.describe.parameters import ASSUMED, CHOSEN, DEFAULT, NOT_GIVEN, Parameter
from sim.describe.words import escaped
from sim.scenario.evidence import STRENGTHS, Row, rows
from sim.scenario.tree.node import Provenance

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
ORDERS = {"Strength": (*STRENGTHS, ASSUMED, NOT_GIVEN, CHOSEN, DEFAULT)}
"""The strongest first."""


def by_strength(found: Iterable[Parameter]) -> Grid:
    """How many values rest on what, the strongest first; several sources count as the strongest of them."""
    counts = Counter(each.strength for each in found)
    kinds = [kind for kind in ORDERS["Strength"] if counts[kind]]
    rows = ((kind, MEANING[kind], str(counts[kind])) for kind in kinds)
    return replace(grid("Values by strength of evidence", ("Strength", "Meaning", "Values"), rows), orders=ORDERS)


def sources(found: Sequence[Parameter]) -> Grid:
    """Each row of the evidence table that is used, with its figure and where it was published."""
    heads = ("Name", "Figure", "Population or condition", "Published in", "Strength")
    published = (_published(row) for name in _used(found) for row in rows(name))
    return replace(grid("Published figures", heads, published), orders=ORDERS)


def notes(found: Iterable[Parameter]) -> Grid | None:
    """How a published figure became the value used, where the author says so; None where no author says anything."""
    said: dict[Provenance, list[str]] = {}
    for each in found:
        if each.grounds and each.grounds.note:
            said.setdefault(each.grounds, []).append(each.path)
    heads = ("Parameter", "Published figure", "How it was read")
    rows = ((_first_of(paths), _codes(grounds.sources), escaped(grounds.note)) for grounds, paths in said.items())
    return grid("How published figures were read", heads, rows) if said else None


def _first_of(paths: Sequence[str]) -> str:
    """`unit.beds` and 2 more."""
    return f"`{paths[0]}`" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _used(found: Iterable[Parameter]) -> Iterator[str]:
    yield from dict.fromkeys(source for each in found if each.grounds for source in each.grounds.sources)


def _published(row: Row) -> tuple[str, ...]:
    figure = f"{row.value:g} {row.unit}" + (f" ({row.low:g} to {row.high:g})" if row.low < row.high else "")
    titled = ", ".join(map(escaped, filter(None, (row.source_title, row.source_year))))
    where = ", ".join(filter(None, (titled, _address(row.source_url_or_doi))))
    return f"`{row.parameter}`", escaped(figure), escaped(row.population_or_condition), where, row.strength


def _address(written: str) -> str:
    """A link where it is one, by the DOI or the name of the site; nothing where the table says `none`."""
    if not written.startswith(("https://", "http://")):
        return escaped(written.removeprefix("none"))
    site, _, below = written.partition("://")[2].partition("/")
    return f"[{escaped(f'doi {below}' if site == 'doi.org' else site)}](<{written}>)"
