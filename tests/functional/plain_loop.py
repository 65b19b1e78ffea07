"""One person's stay in a clinic with unlimited beds and staff, as a plain loop over a sorted list of what comes next.

Written from the model's text. It shares no code with the unit: only the numbers
of the patient table and the values of the scenario go in.
"""

from math import inf

from sim.vocabulary import Event, Work
from tests.functional.plain_agenda import DUE, PlainAgenda
from tests.functional.plain_feeling import BANDS_BY_NAME as BANDS
from tests.functional.plain_feeling import DAY_H, band_of, next_at


class PlainStay(PlainAgenda):
    """The whole stay, admitted at the moment of referral."""

    def __init__(self, scenario, population, row):
        super().__init__(scenario, population, row)
        self._is_short_acting = list(scenario.withdrawal.opioids.values())[self.one["opioid"]].acting == "short"
        self._ordered = self._is_ready = self._counselled = self._in_session = False
        self._planned = scenario.tasks.discharge_planning is None
        self._check_turn, self._checking, self._recheck_h = 0, False, inf
        self._first_h, self._dosed, self._dosing, self._rest_due_h = None, False, False, inf
        self._round_h, self._readings = None, 0
        self._set_hazards()
        self._look_on_time()
        self._ask(Work.NURSING_ASSESSMENT, self._charted)
        self._ask(Work.HISTORY_AND_PHYSICAL, self._examined)
        if not self._planned:
            self._ask(Work.DISCHARGE_PLANNING, self._aftercare_planned)
        if scenario.counselling.individual:
            self._session_from(self.now)
        self.follow()

    # checks

    def _charted(self):
        self._look()
        self._note(Event.CHECKED, self.feeling.felt)
        effort = getattr(self.scenario.withdrawal.comfort_by_band, BANDS[self._band])
        if effort > 0 and self.scenario.tasks.comfort_medication:
            self._ask(Work.COMFORT_MEDICATION, self._look, effort)
        self._next_check()
        self._consider(self.feeling.felt)

    def _next_check(self):
        every = self.scenario.withdrawal.check_every
        interval_h = getattr(every, BANDS[band_of(self.feeling.felt)] + "_h")
        if self.now - self.admitted_h < 24:
            interval_h = min(interval_h, every.first_day_h)
        due_h = self.now + interval_h
        if self.now < self._recheck_h:
            due_h = min(due_h, self._recheck_h)
        self._check_turn += 1
        self._at(due_h, DUE, lambda turn=self._check_turn: self._check_due(turn))

    def _check_due(self, turn):
        if turn == self._check_turn and not self._checking:
            self._checking = True
            self._ask(Work.CHECK, self._checked)

    def _checked(self):
        self._checking = False
        self._charted()

    # the protocol

    def _examined(self):
        self._look()
        self._ordered = True
        if self._is_dosed and self.plan.induction is None:
            self._round_at(next_at(self.plan.dose_times, self.now))
        self._consider(self.feeling.felt)
        self._review_after_midnight()

    @property
    def _is_dosed(self):
        return hasattr(self.plan, "dose_times")

    def _consider(self, score):
        """The first dose when there is enough withdrawal; at the recheck the rest of the first day's dose."""
        induction = self.plan.induction if self._is_dosed else None
        if induction is None or self._dosing or not self._ordered:
            return
        if self._first_h is None:
            wait_h = induction.after_short_acting_h if self._is_short_acting else induction.after_long_acting_h
            since_use_h = self.now - self.admitted_h + self.one["hours_since_use"]
            if score >= induction.score_at_least and since_use_h >= wait_h:
                self._dose(Work.FIRST_DOSE, induction.dose_mg, induction.dose_mg)
        elif self.now >= self._rest_due_h:
            self._rest_due_h = inf
            rest_mg = self.plan.mg_by_day[0] - induction.dose_mg
            if score >= induction.score_at_least and rest_mg > 0:
                self._dose(Work.DOSE, rest_mg, self.plan.mg_by_day[0])

    def _dose(self, work, mg, day_mg):
        self._dosing = True
        self._ask(work, lambda: self._given(mg, day_mg))

    def _given(self, mg, day_mg):
        is_first, self._dosing, self._dosed = not self._dosed, False, True
        if is_first:
            self._started()
        self.feeling.dosed_h, self.feeling.day_mg = self.now, day_mg
        self._note(Event.DOSED, mg)
        self._look()
        self._next_round()
        if is_first and self.plan.induction:
            self._recheck_h = self._rest_due_h = self.now + self.plan.induction.recheck_after_h
            self._next_check()

    def _started(self):
        """The protocol days begin with the first dose, given or withheld."""
        self._first_h = self.now if self._first_h is None else self._first_h
        agonist = self.plan.is_agonist
        self.feeling.leaving_changes("medication_started_ratio" if agonist else "adjunct_started_ratio")
        rules = self.scenario.complications
        for number, kind in enumerate(rules.kinds.values() if rules else ()):
            if self.one["first_dose_brings"][number]:
                self._at(self.now + kind.begins_after_h, DUE, lambda n=number: self._begins(n))

    def _next_round(self):
        """Rounds up to the end of the protocol days; one that comes too soon after the last dose is passed over."""
        round_h = next_at(self.plan.dose_times, self.now + self.plan.least_gap_h)
        if round_h < self._first_h + DAY_H * len(self.plan.mg_by_day):
            self._round_at(round_h)

    def _round_at(self, round_h):
        self._round_h = round_h
        self._at(round_h, DUE, lambda: self._round_due(round_h))

    def _round_due(self, round_h):
        if self._dosing or round_h != self._round_h:
            return
        day = 0 if self._first_h is None else int((self.now - self._first_h) // DAY_H)
        day_mg = self.plan.mg_by_day[min(day, len(self.plan.mg_by_day) - 1)]
        mg = day_mg / len(self.plan.dose_times)
        if hasattr(self.plan, "blood_pressure"):
            self._dosing = True
            self._ask(Work.BLOOD_PRESSURE, lambda: self._pressure_taken(mg, day_mg))
        else:
            self._dose(Work.DOSE, mg, day_mg)

    def _pressure_taken(self, mg, day_mg):
        rule, ranks = self.plan.blood_pressure, self.one["pressure_rank"]
        is_prone = self.one["prone_rank"] < rule.prone_pct / 100
        is_low = is_prone and ranks[self._readings % len(ranks)] < rule.low_pct / 100
        self._readings += 1
        self._dosing = False
        if is_low:
            self._first_h = self.now if self._first_h is None else self._first_h
            self._note(Event.WITHHELD, mg)
            self._look()
            self._next_round()
        else:
            self._dose(Work.DOSE if self._dosed else Work.FIRST_DOSE, mg, day_mg)

    # reviews and the way out

    def _review_after_midnight(self):
        midnight_h = (self.now // DAY_H + 1) * DAY_H
        self._at(midnight_h + self.plan.review_at, DUE, self._review_due)

    def _review_due(self):
        if not self._is_ready:
            self._ask(Work.DAILY_REVIEW, self._reviewed)
            self._review_after_midnight()

    def _days_over_h(self):
        """When the protocol days are done, as far as can be said now."""
        if not self._is_dosed:
            return self.admitted_h + DAY_H * self.plan.days
        if self._first_h is not None:
            return self._first_h + DAY_H * len(self.plan.mg_by_day)
        if self.plan.induction is None or self._dosing:
            return inf
        return self.admitted_h + self.plan.induction.no_start_after_h

    def _reviewed(self):
        self._look()
        low_for_h = self.now - self.feeling.low_since_h
        is_over = self.now >= self._days_over_h() + self._longer_h
        if is_over and low_for_h >= self.plan.ready.for_h and not self._is_ready:
            self._is_ready = True
            self._note(Event.READY)
            self._may_go()

    def _aftercare_planned(self):
        self.feeling.leaving_changes("aftercare_plan_ratio")
        self._look()
        self._note(Event.PLANNED, self.one["wish"])
        self._planned = True
        self._may_go()

    def _may_go(self):
        if self._is_ready and self._planned:
            self._at(self._open_from_h(), DUE, lambda: self._ask(Work.DISCHARGE, self._discharged))

    def _open_from_h(self):
        """The windows of the tests are the same each day, within a day."""
        windows = self.scenario.unit.discharge_hours
        if windows is None or any(w.from_h <= self.now % DAY_H < w.to_h for w in windows):
            return self.now
        return next_at([window.from_h for window in windows], self.now)

    def _discharged(self):
        self._end(Event.DISCHARGED, self.one["wish"])

    # counselling

    def _session_from(self, from_h):
        rule = self.scenario.counselling.individual
        day = from_h // DAY_H
        while day * DAY_H + rule.at < from_h or (day + self.scenario.run.first_weekday) % 7 not in rule.days:
            day += 1
        self._at(day * DAY_H + rule.at, DUE, self._session_due)

    def _session_due(self):
        if not self._in_session and self.feeling.felt < self.scenario.counselling.individual.score_below:
            self._in_session = True
            self._ask(Work.COUNSELLING, self._had_session)
        self._session_from(self.now + 1)

    def _had_session(self):
        self._in_session = False
        if not self._counselled:
            self.feeling.leaving_changes("counselling_ratio")
        self._counselled = True
        self._look()
