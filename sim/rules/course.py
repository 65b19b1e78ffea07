"""The course of withdrawal: natural score, what medication leaves of it, and its band."""

from math import exp, log

from sim.vocabulary import Band

LEFT_AT_END = 0.1
"""Share of the peak that is left at the end of the acute phase."""

WORST = 48.0
"""Highest COWS total."""

BAND_STARTS = (5.0, 13.0, 25.0, 37.0)
"""Lowest COWS total of mild, moderate, moderately severe and severe (Wesson and Ling 2003)."""


def steepness(rise_h: float, decline_h: float) -> float:
    """Exponent of the natural course for which a tenth of the peak is left `decline_h` after it.

    `rise_h` is onset to peak. Solves (s e^(1-s))^k = 0.1 for k at the end, where
    s is time since onset in units of the rise.
    """
    s = (rise_h + decline_h) / rise_h
    return log(LEFT_AT_END) / (log(s) + 1 - s)


def natural_score(since_use_h: float, onset_h: float, rise_h: float, steep: float, peak_score: float) -> float:
    """COWS total without medication, `since_use_h` after last use.

    One closed formula, peak x (s e^(1-s))^steep with s = (t - onset) / rise: zero
    up to the onset, a smooth rise to the peak, then a decline.
    """
    s = (since_use_h - onset_h) / rise_h
    if s <= 0:
        return 0.0
    return peak_score * exp(steep * (log(s) + 1 - s))


def cover(since_dose_h: float, covers_h: float, wears_off_over_h: float) -> float:
    """Level of the last dose: 1 while it covers, then down to 0 in a straight line."""
    if since_dose_h <= covers_h:
        return 1.0
    return max(0.0, 1.0 - (since_dose_h - covers_h) / wears_off_over_h)


def felt_score(natural: float, efficacy: float, level: float) -> float:
    """What the person feels: the natural score less what the medication takes away."""
    return natural * (1.0 - efficacy * level)


def band_of(score: float) -> Band:
    """Band of a COWS total; a total between two whole numbers belongs to the lower one."""
    if score < BAND_STARTS[1]:
        return Band.NONE if score < BAND_STARTS[0] else Band.MILD
    if score < BAND_STARTS[2]:
        return Band.MODERATE
    return Band.MODERATELY_SEVERE if score < BAND_STARTS[3] else Band.SEVERE
