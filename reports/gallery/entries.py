"""The entries of the gallery: what each figure function says of itself, and its own example, run."""

import doctest
import inspect
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

import reports
from reports import figures
from reports.tables import Table

DRAWS = "fig = "
"""How the line of an example begins that draws the figure; the lines after it check what was drawn."""
READS = "study = reports.example()\n"
FIRST_ROWS = 4


@dataclass(frozen=True)
class Entry:
    """One figure function."""

    name: str
    sentence: str
    explained: str
    """The rest of its docstring: the columns of the table it takes, with their units. Code stands between backticks."""
    code: str
    """The lines that draw the figure, once results are read."""
    figure: go.Figure
    table: Table
    """The first rows of the table that it is drawn from."""


def entries() -> Iterator[Entry]:
    """One for each figure function, in the order of the report."""
    return (entry(name) for name in figures.HOMES)


def entry(name: str) -> Entry:
    """Run the example of a figure function and keep what it drew."""
    function = getattr(figures, name)
    sentence, *explained = _paragraphs(inspect.getdoc(function) or "")
    (example,) = (each for each in doctest.DocTestFinder(recurse=False).find(function, name, globs={}) if each.examples)
    example.globs = {"reports": reports, "figures": figures}
    doctest.DocTestRunner(verbose=False).run(example, out=lambda _: None, clear_globs=False)
    drawn, frame = example.globs["fig"], example.globs["frame"]
    return Entry(name, sentence, " ".join(explained), _code(example), drawn, _first_rows(frame))


def _paragraphs(text: str) -> list[str]:
    """The words before the example, a paragraph each."""
    words = text.partition(">>>")[0].strip()
    return [" ".join(paragraph.split()) for paragraph in words.split("\n\n")]


def _code(example: doctest.DocTest) -> str:
    sources = [each.source for each in example.examples]
    drawn = next(place for place, source in enumerate(sources) if source.startswith(DRAWS))
    return "".join(source for source in sources[: drawn + 1] if source != READS).rstrip()


def _first_rows(frame: pd.DataFrame) -> Table:
    """The head of a table as text."""
    rows = [[_cell(value) for value in row] for row in frame.head(FIRST_ROWS).itertuples(index=False)]
    return Table(f"The first rows of {len(frame):,}", list(map(str, frame.columns)), rows)


def _cell(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
