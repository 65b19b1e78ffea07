"""Load what is asked for, put it into words, and write it as Markdown or as a page."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.cli.terminal import write
from sim.describe.document import Document, describe
from sim.describe.markdown import markdown
from sim.describe.ran import ran
from sim.errors import ResultsError
from sim.experiments.results_reader import read_results
from sim.scenario.named import load
from sim.version import PROGRAM


@dataclass(frozen=True)
class DocumentAsked:
    """What the command line says."""

    file: Path
    changes: Sequence[str]
    against: Path | None
    results: Path | None
    as_page: bool
    out: Path | None
    """None for stdout."""

    def line(self) -> str:
        """The command that makes the same page, without where it goes."""
        given = {"--against": self.against, "--results": self.results}
        options = [word for name, path in given.items() if path for word in (name, str(path))]
        changes = [word for change in self.changes for word in ("--set", change)]
        return shlex.join([PROGRAM, "describe", str(self.file), *changes, *options, "--format", "html"])


def describe_document(asked: DocumentAsked) -> None:
    """Write the document. Raises ScenarioError for a file that is not valid, ResultsError if it cannot be written."""
    loaded = load(asked.file, asked.changes)
    against = load(asked.against, None) if asked.against else None
    document = describe(loaded, against, ran(read_results(asked.results), loaded) if asked.results else None)
    text = _page(document, asked.line()) if asked.as_page else markdown(document)
    if asked.out is None:
        write(text.removesuffix("\n"))
        return
    try:
        asked.out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise ResultsError(f"{asked.out}: the document cannot be written here ({fault.strerror})") from fault
    write(f"Written: {asked.out}")


def _page(document: Document, command: str) -> str:
    """Only a page needs what pages are made with."""
    from reports.describe import render
    from sim.cli.describe_paper import paper

    return render(paper(document, command))
