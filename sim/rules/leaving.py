"""How strong the wish to leave is, as a hazard."""

from math import exp, log, log1p


def hazard_per_h(
    base_per_h: float, felt: float, reference_score: float, ratio_per_10_points: float, modifiers: float, settled: float
) -> float:
    """Hazard of self-discharge per hour: base x f(felt score) x modifiers x settling.

    f is log-linear: ten points more of felt score multiply the hazard by `ratio_per_10_points`.
    """
    return base_per_h * exp(log(ratio_per_10_points) * (felt - reference_score) / 10.0) * modifiers * settled


def settling(since_admission_h: float, ratio: float, per_h: float, floor: float) -> float:
    """What is left of the first hours' wish to leave: falls by `ratio` each `per_h`, down to `floor`."""
    return max(floor, exp(log(ratio) * since_admission_h / per_h))


def hazard_ratio(share_pct: float, reference_pct: float) -> float:
    """Ratio of constant hazards that gives two shares of leavers over the same stay.

    A share p leaves when the cumulative hazard is -ln(1 - p), so the ratio is
    ln(1 - p) / ln(1 - p0). Both in percent, below 100.
    """
    return log1p(-share_pct / 100) / log1p(-reference_pct / 100)


def ratio_of_odds(odds_ratio: float, reference_pct: float) -> float:
    """Hazard ratio that an odds ratio of leaving means, given the share that leaves in the group of reference.

    With p0 that share, the other group leaves with p1 = r p0 / (1 - p0 + r p0);
    the hazards over the same stay are then as ln(1 - p1) to ln(1 - p0).
    """
    share = reference_pct / 100
    other = odds_ratio * share / (1 - share + odds_ratio * share)
    return hazard_ratio(100 * other, reference_pct)
