"""Where the numbers of the base scenario come from: published figures, opinion, or its author's assumption."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reports.study import Study
from reports.words import count_word, listing, quoted

PUBLISHED = ("guideline", "registry", "trial", "cohort")
"""Strengths of evidence that was measured or laid down; the others are somebody's word."""

SAID = {
    "published": "published figures for",
    "opinion": "expert opinion or memory for",
    "assumed": "assumptions of the scenario's author, not evidence, for",
}
"""Kind of origin to the words of the sum on page one."""

Entry = Mapping[str, str]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Figure:
    """One figure of the evidence table that the base scenario rests on."""

    name: str
    figure: str
    of_whom: str
    source: str
    address: str
    strength: str


def summed_up(study: Study) -> str:
    """How many inputs rest on what; empty when none says where it comes from."""
    kinds = [kind(study, entry) for entry in study.base["provenance"].values()]
    parts = [f"{said} {kinds.count(each)}" for each, said in SAID.items() if each in kinds]
    return (
        f"What the {count_word(len(kinds), 'input')} of {quoted(study.base['name'])} rest on: {listing(parts)}."
        if kinds
        else ""
    )


def kind(study: Study, entry: Entry) -> str:
    """`published`, `opinion` or `assumed`; a source that the results do not tell of is taken at its word."""
    if entry["kind"] == "assumed":
        return "assumed"
    found = {row["strength"] for row in _rows(study, entry)}
    return "opinion" if found and not found & set(PUBLISHED) else "published"


def in_words(study: Study, entry: Entry) -> str:
    """The reason of an assumption, or title and year of each source instead of its name in the evidence table."""
    if entry["kind"] == "assumed":
        return entry["text"]
    unknown = [name for name in _cited(entry) if name not in study.evidence]
    return "; ".join(dict.fromkeys([*map(_source, _rows(study, entry)), *unknown]))


def figures(study: Study) -> list[Figure]:
    """Each published figure that the base scenario cites, once, in the order of the scenario."""
    cited = (name for entry in study.base["provenance"].values() for name in _cited(entry))
    return [_figure(row) for name in dict.fromkeys(cited) for row in study.evidence.get(name, ())]


def _cited(entry: Entry) -> list[str]:
    return entry["text"].split(", ") if entry["kind"] == "source" else []


def _rows(study: Study, entry: Entry) -> list[Row]:
    return [row for name in _cited(entry) for row in study.evidence.get(name, ())]


def _source(row: Row) -> str:
    return f"{row['source_title']} ({row['source_year']})" if row["source_year"] else row["source_title"]


def _figure(row: Row) -> Figure:
    spread = f" ({row['low']:g} to {row['high']:g})" if row["low"] < row["high"] else ""
    address = row["source_url_or_doi"] if row["source_url_or_doi"].startswith("https://") else ""
    figure = f"{row['value']:g}{spread} {row['unit']}"
    return Figure(row["parameter"], figure, row["population_or_condition"], _source(row), address, row["strength"])
