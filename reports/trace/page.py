"""One person's stay as an HTML document that needs nothing else."""

from pathlib import Path

import pandas as pd

from reports.document import templates, with_figures, write_whole
from reports.embed import specification
from reports.sections.section import Section
from reports.tables import Table
from reports.trace.figure import stay
from reports.trace.picture import Picture

NOTE = (
    "Blue: how the person felt, on the score that nurses take of withdrawal (COWS, from 0 to 48), over its bands. "
    "Below it, what was done, with a line from when it was due. At the bottom the wish to leave. {}"
)


def write_page(picture: Picture, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    write_whole(path, render(picture), "the figure")


def render(picture: Picture) -> str:
    """The page as one HTML document; the same stay gives the same bytes."""
    section = Section(
        "stay",
        "The stay",
        " ".join(picture.sentences[:2]),
        NOTE.format(picture.explained),
        stay(picture),
        looked_at(picture),
    )
    template = templates("reports.trace").get_template("trace.html.jinja")
    work = done(picture.done)
    return template.render(
        picture=picture, section=section, spec=specification(section.figure), done=work, **with_figures()
    )


def looked_at(picture: Picture) -> Table:
    """The felt score and the wish to leave, look by look."""
    rows = [
        [str(look["when"]), f"{look['felt']:.1f}", f"{look['grows_pct']:.1f}", f"{look['reached_pct']:.1f}"]
        for _, look in picture.of_the_limit.iterrows()
    ]
    caption = "The felt score, and how fast the wish to leave grows, hold from each look to the next"
    heads = ["When", "Felt score (COWS)", "The wish grows by, % of the limit a day", "Wish to leave, % of the limit"]
    return Table(caption, heads, rows)


def done(work: pd.DataFrame) -> Table:
    """What was done and what happened, in the order of time."""
    in_order = work.sort_values("from_h", kind="stable")
    rows = [[str(row["when"]), str(row["lane"]), str(row["said"])] for _, row in in_order.iterrows()]
    return Table("In the order in which it was due, or began", ["When", "What", "How it went"], rows)
