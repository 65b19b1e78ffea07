"""Gaps and overlaps of rows over the week."""

import pytest

from sim.scenario.checks.coverage import gaps, overlap, say_span, say_spans

pytestmark = pytest.mark.unit


def test_gaps() -> None:
    assert gaps([]) == [(0.0, 168.0)]
    assert gaps([(0.0, 168.0)]) == []
    assert gaps([(100.0, 168.0), (0.0, 60.0), (10.0, 50.0)]) == [(60.0, 100.0)]
    assert gaps([(10.0, 20.0), (20.0, 160.0)]) == [(0.0, 10.0), (160.0, 168.0)]


def test_overlaps() -> None:
    assert overlap([(0.0, 10.0)], [(10.0, 20.0)]) is None
    assert overlap([(0.0, 10.0), (50.0, 60.0)], [(55.0, 70.0), (9.0, 20.0)]) == (9.0, 10.0)


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ((30.5, 31.5), "Tue 06:30 to 07:30"),
        ((20.0, 24.0), "Mon 20:00 to 24:00"),
        ((20.0, 25.0), "Mon 20:00 to Tue 01:00"),
        ((60.0, 108.0), "Wed 12:00 to Fri 12:00"),
        ((0.0, 168.0), "Mon 00:00 to Sun 24:00"),
        ((160.0, 168.0), "Sun 16:00 to 24:00"),
    ],
)
def test_a_span_in_words(span: tuple[float, float], said: str) -> None:
    assert say_span(span) == said


def test_three_spans_are_said_and_the_rest_counted() -> None:
    spans = [(float(hour), hour + 1.0) for hour in (0, 2, 4, 6)]
    three = "Mon 00:00 to 01:00, Mon 02:00 to 03:00, Mon 04:00 to 05:00"
    assert say_spans(spans[:3]) == three
    assert say_spans(spans) == f"{three} and 1 more"
