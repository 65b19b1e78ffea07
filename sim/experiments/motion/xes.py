"""XES, the format of event logs for process mining: IEEE Std 1849-2016."""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from sim.experiments.motion.activities import Activity

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EXTENSIONS = (
    ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
    ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
    ("Organizational", "org", "http://www.xes-standard.org/org.xesext"),
)
"""Names that the standard gives to its extensions; nothing is fetched from there."""


def xes(name: str, cases: Mapping[int, Sequence[Activity]]) -> Iterator[str]:
    """The document line by line; a trace for each case, times in UTC so that clocks are shown as they are."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">'
    for extension, prefix, uri in EXTENSIONS:
        yield f'  <extension name="{extension}" prefix="{prefix}" uri="{uri}"/>'
    yield from _scopes()
    yield f'  <string key="concept:name" value={_quoted(name)}/>'
    yield '  <string key="lifecycle:model" value="standard"/>'
    for number, activities in cases.items():
        yield "  <trace>"
        yield f'    <string key="concept:name" value="{number}"/>'
        for activity in activities:
            yield from _event(activity)
        yield "  </trace>"
    yield "</log>"


def _scopes() -> Iterator[str]:
    """What every trace and every event has, and by what events are told apart."""
    yield '  <global scope="trace">'
    yield '    <string key="concept:name" value="unknown"/>'
    yield "  </global>"
    yield '  <global scope="event">'
    yield '    <string key="concept:name" value="unknown"/>'
    yield '    <date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>'
    yield '    <string key="lifecycle:transition" value="complete"/>'
    yield "  </global>"
    yield '  <classifier name="Activity" keys="concept:name"/>'


def _event(activity: Activity) -> Iterator[str]:
    yield "    <event>"
    yield f'      <string key="concept:name" value={_quoted(activity.activity)}/>'
    yield f'      <date key="time:timestamp" value="{activity.timestamp.isoformat(timespec="milliseconds")}+00:00"/>'
    yield '      <string key="lifecycle:transition" value="complete"/>'
    if activity.resource:
        yield f'      <string key="org:resource" value={_quoted(activity.resource)}/>'
    if activity.detail:
        yield f'      <string key="detail" value={_quoted(activity.detail)}/>'
    yield "    </event>"


def _quoted(text: str) -> str:
    """As the value of an attribute, without the few signs that no XML may hold."""
    return quoteattr(NOT_IN_XML.sub("", text))
