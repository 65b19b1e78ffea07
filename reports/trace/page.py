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
    "Blue: how the person felt, over the bands of withdrawal. Below it, what was done, with a line from when it was "
    "due. At the bottom the hazard of leaving, added up; a person leaves when it reaches their own threshold."
)


def write_page(picture: Picture, path: Path) -> None:
    """Write the page; it appears whole or not at all. Raises ResultsError when it cannot be written there."""
    write_whole(path, render(picture), "the figure")


def render(picture: Picture) -> str:
    """The page as one HTML document; the same stay gives the same bytes."""
    section = Section(
        "stay", "The stay", " ".join(picture.sentences[:2]), NOTE, stay(picture), looked_at(picture.looks)
    )
    template = templates("reports.trace").get_template("trace.html.jinja")
    work = done(picture.done)
    return template.render(
        picture=picture, section=section, spec=specification(section.figure), done=work, **with_figures()
    )


def looked_at(looks: pd.DataFrame) -> Table:
    """The felt score and the wish to leave, look by look."""
    rows = [
        [str(look["when"]), f"{look['felt']:.1f}", f"{look['leaving_per_day']:.3f}", f"{look['added_up']:.3f}"]
        for _, look in looks.iterrows()
    ]
    caption = "The felt score and the hazard hold from each look to the next"
    return Table(caption, ["When", "Felt score (COWS)", "Hazard of leaving, a day", "Added up"], rows)


def done(work: pd.DataFrame) -> Table:
    """What was done and what happened, in the order of time."""
    in_order = work.sort_values("from_h", kind="stable")
    rows = [[str(row["when"]), str(row["lane"]), str(row["said"])] for _, row in in_order.iterrows()]
    return Table("In the order in which it was due, or began", ["When", "What", "How it went"], rows)
