"""The contents of a page, read off its own headings, so that they cannot differ from it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

PLACES = ("section", "div", "details")
"""What holds something that the contents can lead to, when it has an id and a heading."""
HEADINGS = ("h2", "h3", "h4", "summary")
ASIDE = ("here", "quiet", "tag", "unseen")
"""Classes of what stands in a heading and is no part of its words."""
FEWEST = 6
"""A page with fewer places is seen through without contents."""


@dataclass
class Entry:
    """A place of the page: its id, the words of its heading, and the places inside it."""

    anchor: str
    title: str
    entries: list["Entry"] = field(default_factory=list)


def contents(page: str) -> list[Entry]:
    """The places of `page` in their order, each holding those inside it; none where there are few."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.top if reader.count >= FEWEST else []


class _Reader(HTMLParser):
    """Keeps the places that are open, and gives each the words of the first heading in it."""

    def __init__(self) -> None:
        super().__init__()
        self.top: list[Entry] = []
        self.count = 0
        self._open: list[Entry] = []
        self._heading = ""
        self._words: list[str] = []
        self._aside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in PLACES:
            self._open.append(Entry(said.get("id") or "", ""))
        elif self._heading:
            self._aside = self._aside or (tag if said.get("class") in ASIDE else "")
        elif tag in HEADINGS and self._open and self._open[-1].anchor and not self._open[-1].title:
            self._heading, self._words = tag, []

    def handle_data(self, data: str) -> None:
        if self._heading and not self._aside:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._aside:
            self._aside = ""
        elif tag == self._heading:
            self._heading = ""
            self._place(" ".join("".join(self._words).split()))
        elif tag in PLACES:
            self._open.pop()

    def _place(self, title: str) -> None:
        entry, *around = reversed(self._open)
        entry.title = title
        holder = next((place for place in around if place.title), None)
        (holder.entries if holder else self.top).append(entry)
        self.count += 1
