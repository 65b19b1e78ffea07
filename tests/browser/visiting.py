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

    def focused(self, what: str) -> str:
        return str(self.page.evaluate(f"document.activeElement.{what}"))
