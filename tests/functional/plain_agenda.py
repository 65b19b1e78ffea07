"""The sorted list of what comes next for one person, and what may happen to them at a rate."""

from bisect import insort
from math import inf

from sim.vocabulary import Event, Work
from tests.functional.plain_feeling import Feeling, band_of

FINISHED, DUE, LEAVING = 1, 3, 7


class PlainAgenda:
    """One person in a bed; `events` holds (time_h, event, value) of what happened."""

    def __init__(self, scenario, population, row):
        traits = population.traits
        self.one = {name: column[row] for name, column in vars(traits).items() if name != "task_h"}
        self.takes_h = {work: hours[row] for work, hours in traits.task_h.items()}
        self.scenario, self.now = scenario, float(population.referral_h[row])
        self.plan = list(scenario.protocols.values())[self.one["protocol"]]
        self.admitted_h, self.is_over, self.events = self.now, False, []
        self.feeling = Feeling(scenario, self.one, self.plan, self.now)
        self._agenda, self._asked, self._entries = [], {}, 0
        self._band, self._looked_h, self._looks = None, self.now, 0
        self._hazards, self._hidden, self._watches, self._longer_h = [], [], 0, 0.0

    def follow(self):
        """One after the other, up to the end of the stay or of the run."""
        while not self.is_over and self._agenda[0][0] < self.scenario.run.horizon_h:
            self.now, _, _, action = self._agenda.pop(0)
            action()

    def _at(self, time_h, order, action):
        self._entries += 1
        insort(self._agenda, (float(time_h), order, self._entries, action))

    def _ask(self, work, done, effort=1.0):
        """Staff are unlimited, so a task starts when it is asked for; whoever finishes it may find something."""
        number = self._asked[work] = self._asked.get(work, -1) + 1
        hours = self.takes_h[work]

        def finished():
            hidden, self._hidden = self._hidden, []
            for found in hidden:
                found()
            done()

        self._at(self.now + hours[number % len(hours)] * effort, FINISHED, finished)

    def _note(self, event, value=0.0):
        self.events.append((self.now, event, float(value)))

    def _end(self, event, value):
        self._note(event, value)
        self.is_over = True

    # looks and hazards

    def _set_hazards(self):
        """[threshold, added up so far, rate since the last look, rate now, what happens]"""
        feeling, rules = self.feeling, self.scenario.complications
        if self.scenario.leaving:
            leaves = [(self.one["leaves_at"], feeling.leaving_per_h, Event.SELF_DISCHARGED)]
            leaves += [(self.one["facility_at"], feeling.sent_away_per_h, Event.FACILITY_DISCHARGED)]
            for threshold, rate, event in leaves:
                self._hazards.append([threshold, 0.0, 0.0, rate, lambda event=event: self._end(event, feeling.felt)])
        for number, kind in enumerate(rules.kinds.values() if rules else ()):
            if kind.per_1000_patient_days and self.one["complication_at"][number] < inf:
                begins = [lambda _now_h, kind=kind: feeling.complication_per_h(kind), lambda n=number: self._begins(n)]
                self._hazards.append([self.one["complication_at"][number], 0.0, 0.0, *begins])

    def _look(self):
        felt = self.feeling.look(self.now)
        if band_of(felt) != self._band:
            self._band = band_of(felt)
            self._note(Event.BAND, self._band)
        passed_h, self._looked_h = self.now - self._looked_h, self.now
        self._looks += 1
        for hazard in self._hazards:
            hazard[1] += hazard[2] * passed_h
            hazard[2] = hazard[3](self.now)
            if hazard[2] > 0:
                left_h = max(0.0, (hazard[0] - hazard[1]) / hazard[2])
                self._at(
                    self.now + left_h, LEAVING, lambda hazard=hazard, look=self._looks: self._happens(hazard, look)
                )

    def _happens(self, hazard, look):
        """Unless there has been another look since: then the moment was set anew."""
        if look == self._looks and hazard in self._hazards:
            self._hazards.remove(hazard)
            hazard[4]()

    def _look_on_time(self):
        ticks = round((self.now - self.admitted_h) / self.scenario.withdrawal.look_again_every_h) + 1
        self._at(self.admitted_h + ticks * self.scenario.withdrawal.look_again_every_h, DUE, self._look_on_time)
        self._look()

    # complications

    def _begins(self, number):
        kind = list(self.scenario.complications.kinds.values())[number]
        self._note(Event.COMPLICATION, number)
        if kind.felt_worse:
            self.feeling.worse.append((self.now, kind.felt_worse))
        self._look()
        if kind.found_at_once or self._watches:
            self._found(number, kind)
        else:
            self._hidden.append(lambda: self._found(number, kind))

    def _found(self, number, kind):
        self._note(Event.COMPLICATION_FOUND, number)
        self._ask(Work.RESPONSE, lambda: self._responded(number, kind), kind.response_effort)

    def _responded(self, number, kind):
        self._look()
        rank, ends = 100 * self.one["complication_rank"][number], kind.ends
        if rank < ends.continue_pct:
            return
        if rank < ends.continue_pct + ends.longer_stay_pct:
            self._longer_h += kind.longer_by_h
        elif rank < ends.continue_pct + ends.longer_stay_pct + ends.observation_pct:
            self._watches += 1
            self._ask(Work.CONSTANT_OBSERVATION, self._observed)
        else:
            self._end(Event.TRANSFERRED, number)

    def _observed(self):
        self._watches -= 1
        self._look()
