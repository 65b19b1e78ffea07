"""How one person feels and how much they want to leave, written down once more from the model's text."""

from math import e, exp, floor, inf, log

BANDS = (5, 13, 25, 37)
BANDS_BY_NAME = ("none", "mild", "moderate", "moderately_severe", "severe")
DAY_H = 24.0


def band_of(score):
    return sum(score >= lowest for lowest in BANDS)


def next_at(clock_hours, from_h):
    """The first time from `from_h` on that shows one of the clock hours."""
    midnight_h = floor(from_h / DAY_H) * DAY_H
    return min(
        time_h for day in (0, 1) for hour in clock_hours if (time_h := midnight_h + day * DAY_H + hour) >= from_h
    )


class Feeling:
    """Natural course, what medication leaves of it, what complications add, and the hazards that follow."""

    def __init__(self, scenario, one, plan, admitted_h):
        self.scenario, self.one, self.plan, self.admitted_h = scenario, one, plan, admitted_h
        self.dosed_h, self.day_mg = -inf, 0.0
        self.worse = []
        self.felt, self.low_since_h = None, admitted_h
        self.ratios = one["source_ratio"] * one["leaving_ratio"]
        weekday = (floor(admitted_h / DAY_H) + scenario.run.first_weekday) % 7
        if scenario.leaving and weekday == 4:
            self.leaving_changes("friday_admission_ratio")

    def leaving_changes(self, name):
        rule = self.scenario.leaving
        if rule:
            self.ratios *= rule.hazard_ratio(getattr(rule, name))

    def natural(self, now_h):
        """Zero before onset, the peak at the peak hour, a tenth of it at the end of the acute phase."""
        one = self.one
        since_onset_h = now_h - self.admitted_h + one["hours_since_use"] - one["onset_h"]
        if since_onset_h <= 0:
            return 0.0
        end = (one["rise_h"] + one["decline_h"]) / one["rise_h"]
        power = log(0.1) / log(end * e ** (1 - end))
        s = since_onset_h / one["rise_h"]
        return one["peak_score"] * (s * e ** (1 - s)) ** power

    def look(self, now_h):
        """Take the felt score anew."""
        felt = self.natural(now_h)
        if hasattr(self.plan, "dose_times"):
            since_h, plan = now_h - self.dosed_h, self.plan
            level = min(1.0, max(0.0, 1 - (since_h - plan.covers_h) / plan.wears_off_over_h))
            felt *= 1 - plan.efficacy * level * min(1.0, self.day_mg / plan.full_effect_mg)
        for since_h, worse in self.worse:
            felt += worse.points * max(0.0, 1 - (now_h - since_h) / worse.fades_over_h)
        self.felt = min(felt, 48.0)
        if self.felt >= self.plan.ready.score_below:
            self.low_since_h = now_h
        return self.felt

    def leaving_per_h(self, now_h):
        """Base x f(felt score) x modifiers x settling."""
        rule = self.scenario.leaving
        by_score = rule.hazard_ratio(rule.ratio_per_10_points) ** ((self.felt - rule.reference_score) / 10)
        settled = max(rule.settling.floor, rule.settling.ratio ** ((now_h - self.admitted_h) / rule.settling.per_h))
        return rule.per_day / 24 * by_score * self.ratios * settled

    def sent_away_per_h(self, now_h):
        return self.scenario.leaving.by_facility_per_1000_days / 1000 / 24

    def complication_per_h(self, kind):
        slope = log(kind.ratio_per_10_points) / 10
        points = self.felt - self.scenario.complications.reference_score
        return kind.per_1000_patient_days / 1000 / 24 * exp(slope * points)
