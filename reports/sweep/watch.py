"""What to watch: points that failed or were left out, how often each was run, and what the best of many hides."""

from collections.abc import Iterator

from reports.sweep.space import LEARNING, Space
from reports.tables import Table
from reports.words import count_word, sentence

MOST_LISTED = 20
ONCE = (
    "Each point was run once: the mean of a point has no interval, and any difference between two points may be "
    "chance. An interval of what an axis does, where there is one, tells what other points would have shown."
)


def warnings(space: Space) -> Iterator[str]:
    """Sentences, the gravest first."""
    facts = space.facts
    if facts.failed:
        them = "It is" if facts.failed == 1 else "They are"
        yield sentence(
            f"{count_word(facts.failed, 'point')} of {facts.points - facts.left_out:,} did not finish. {them} missing "
            "from everything below"
        )
    if facts.left_out:
        what = " and ".join(facts.only_if)
        were = "was" if facts.left_out == 1 else "were"
        yield sentence(f"{count_word(facts.left_out, 'point')} {were} not run, because the sweep asks for {what}")
    if space.replications < 2:
        yield ONCE
    elif len(space.points) > 1:
        yield (
            f"Each point was run {_times(space.replications)} and met the same people, so that points differ by what "
            "was changed; the intervals say what chance leaves open. Of twenty measures that an axis leaves as they "
            "are, about one will by chance still seem to move."
        )
    if facts.design.kind not in LEARNING and len(space.points) > 2:
        yield (
            f"The best of {len(space.points):,} points looks better than it is, since luck had a part in its being the "
            "best. Compare it with others, with more replications, before you choose."
        )
    yield from _unseen(space)


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def _unseen(space: Space) -> Iterator[str]:
    for measure in space.measures:
        missing = len(space.points) - len(space.estimates(measure.name))
        if missing:
            yield sentence(f"“{measure.label}” was never seen in {count_word(missing, 'point')}")


def failures(space: Space) -> Table | None:
    """The points that did not finish, with the reasons; the first few of many."""
    found = space.saved.points[space.saved.points["status"] == "failed"]
    if found.empty:
        return None
    rest = len(found) - MOST_LISTED
    more = f"; {rest:,} more are in failures.csv" if rest > 0 else ""
    rows = [
        [str(row["point"]), *(axis.said(row[axis.name]) for axis in space.axes), str(row["reason"])]
        for _, row in found.head(MOST_LISTED).iterrows()
    ]
    return Table(f"Points that did not finish{more}", ["Point", *(axis.title for axis in space.axes), "Reason"], rows)
