"""Drawing by a browser: Plotly figures in, the bytes of pictures out, the same ones for the same figure."""

import asyncio
import logging
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import plotly.graph_objects as go

from sim.errors import ResultsError

PATIENCE_S = 120
"""For one picture, on a machine that is busy with something else."""
DOTS = {"png": 3}
"""For each px: about 300 to the inch."""
OTHER = "BROWSER_PATH can name another, and the report itself holds every figure"
NO_BROWSER = (
    "pictures are drawn by Chrome or Chromium, and none was found; install one, or set BROWSER_PATH to where it is. "
    "The report itself holds every figure"
)
FAILED = f"the browser that draws pictures did not start, or closed too early; is it up to date? If not, {OTHER}"
MARK_OF_SVG = re.compile(rb'(?<=id="defs-)[0-9a-f]{6}(?=")')
MARKS_OF_PARTS = re.compile(rb"(?<= trace)[0-9a-f]{6}(?=\")|(?<=cb)[0-9a-f]{6}(?=[\"'), ]|tick|title)")
"""Random letters: of the drawing, and of each of its traces and colours."""
DATES_OF_PDF = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)]*\)")


def draw(figures: Sequence[go.Figure], kind: str) -> list[bytes]:
    """Each figure as a picture of this kind (png, svg or pdf), in order.

    Raises ResultsError with one sentence when no browser is found, or when it fails. Nothing is ever downloaded.
    """
    from kaleido import errors

    # What the libraries log is for their makers; what went wrong is said below.
    logging.getLogger("choreographer").setLevel(logging.CRITICAL)
    logging.getLogger("kaleido").setLevel(logging.CRITICAL)
    try:
        # In a thread of its own, since a notebook has a loop running in this one.
        with ThreadPoolExecutor(1) as apart:
            drawn = apart.submit(asyncio.run, _draw(figures, kind)).result()
    except errors.ChromeNotFoundError:
        raise ResultsError(NO_BROWSER) from None
    except (errors.BrowserFailedError, errors.BrowserClosedError) as fault:
        raise ResultsError(FAILED) from fault
    except TimeoutError as fault:
        raise ResultsError(f"the browser took more than {PATIENCE_S} s to draw one picture; try again later") from fault
    except (errors.KaleidoError, errors.JavascriptError, OSError) as fault:
        raise ResultsError(f"the browser could not draw the pictures ({type(fault).__name__}); {OTHER}") from fault
    return [timeless(picture, kind) for picture in drawn]


async def _draw(figures: Sequence[go.Figure], kind: str) -> list[bytes]:
    from kaleido import Kaleido

    # Without mathjax=False a script would be fetched from the network.
    async with Kaleido(mathjax=False, timeout=PATIENCE_S) as browser:
        return [await browser.calc_fig(each, {"format": kind, "scale": DOTS.get(kind, 1)}) for each in figures]


def timeless(picture: bytes, kind: str) -> bytes:
    """A picture without what differs from one drawing to the next: random marks, and the time."""
    if kind == "svg":
        found = MARK_OF_SVG.search(picture)
        marked = re.sub(rb"(?<=[a-z-])" + found[0], b"000000", picture) if found else picture
        return MARKS_OF_PARTS.sub(b"000000", marked)
    if kind == "pdf":
        # Blanks of the same length keep every offset in the file true.
        return DATES_OF_PDF.sub(lambda date: b" " * len(date[0]), picture)
    return picture
