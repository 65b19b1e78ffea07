"""How a page is visited: what it said and asked for is kept, and its figures are waited for."""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect

PATIENCE_MS = 60_000
"""For every figure to be drawn anew, on a machine that is busy with something else."""
SCREENS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (390, "dark")]
"""Each width and each scheme once: colours do not depend on the width, nor the layout on the colours."""


class Visit:
    """A page that keeps what it said to the console and what it asked the network for."""

    def __init__(self, page: Page, path: Path):
        self.page, self.path, self.said, self.asked = page, path, list[str](), list[str]()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(path.as_uri())
        self.drawn()

    def drawn(self) -> None:
        """Wait until every figure that is not folded is there."""
        undrawn = self.page.locator(".plot:not(.js-plotly-plot):not(details:not([open]) *)")
        expect(undrawn).to_have_count(0, timeout=PATIENCE_MS)

    def open_all(self) -> None:
        """Unfold whatever is folded, and wait for its figures."""
        self.page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true")
        self.drawn()

    def dead_links(self) -> list[str]:
        """Links of the contents that lead to no place of the page."""
        links = self.page.locator("#contents a").evaluate_all("links => links.map(link => link.hash)")
        assert len(set(links)) == len(links) > 5
        return [link for link in links if not self.page.locator(f"[id='{link[1:]}']").count()]

    def widths_on_paper(self) -> set[int]:
        """Print, as far as scripts know of it; the widths of the figures that paper gets, in px."""
        self.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        shown = "plot => !plot.closest('details:not([open])')"
        width = "plot => Math.round(plot._fullLayout.width * plot.style.zoom)"
        widths = self.page.evaluate(f"[...document.querySelectorAll('.plot')].filter({shown}).map({width})")
        return set(widths)

    def printed(self) -> None:
        """Printing is over."""
        self.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        self.drawn()

    def focused(self, what: str) -> str:
        return str(self.page.evaluate(f"document.activeElement.{what}"))
