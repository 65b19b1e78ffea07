"""How soon a person is checked again, and when they are medically ready."""

from collections.abc import Sequence

from sim.vocabulary import Band


def check_interval_h(band: Band, since_admission_h: float, by_band_h: Sequence[float], first_day_h: float) -> float:
    """Time to the next check: by the band found, and at most `first_day_h` in the first 24 hours."""
    usual_h = by_band_h[band]
    return min(usual_h, first_day_h) if since_admission_h < 24 else usual_h


def medically_ready(now_h: float, protocol_over_h: float, low_since_h: float, low_for_h: float) -> bool:
    """At a prescriber's review: protocol days done and the felt score low for long enough."""
    return now_h >= protocol_over_h and now_h - low_since_h >= low_for_h
