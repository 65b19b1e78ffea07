"""Who a person is and the luck they carry, as columns of the patient table."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from sim.patients.who import Bools, Floats, Ints
from sim.vocabulary import Work


@dataclass(frozen=True)
class Traits:
    """Columns of the patient table; shape (people,) unless said otherwise. Ranks are uniform in [0, 1)."""

    priority: Ints
    """Class on the waiting list, 0 called first."""
    protocol: Ints
    opioid: Ints
    age_years: Floats
    """nan when the scenario does not say."""
    has: Bools
    """Shape (people, traits)."""
    screening_rank: Floats
    patience_h: Floats
    """Infinite when nobody gives up."""
    no_show_rank: Floats
    travel_h: Floats
    hours_since_use: Floats
    """At arrival; nan without a course of withdrawal, like the next four."""
    onset_h: Floats
    rise_h: Floats
    decline_h: Floats
    peak_score: Floats
    leaves_at: Floats
    """Cumulative hazard at which the person leaves: unit exponential."""
    source_ratio: Floats
    """Hazard ratio of the person's source against all sources together."""
    leaving_ratio: Floats
    """Hazard ratios of the words that are true of the person, multiplied."""
    stay_h: Floats
    """Under a fixed stay, from admission; nan under other protocols."""
    turnover_h: Floats
    wish: Ints
    """Number of the destination; -1 when the scenario has none."""
    destination_h: Floats
    """Shape (people, destinations): wait for an outside place, stay in an own step-down house, else nan."""
    funder_delay_h: Floats
    """Shape (people, destinations)."""
    retained_h: Floats
    """Shape (people, destinations): time in outpatient care or an outside place once it is reached, infinite when
    the scenario does not say; nan for other destinations."""
    show_rank: Floats
    """Of coming to the first appointment."""
    bed_groups: Ints
    """Shape (people, groups): numbers of the bed groups that admit the person, the most specific first, then -1."""
    apart: Ints
    """Shape (people, groups): 1 where the word that keeps people in rooms apart is true of the person, else 0."""
    complication_at: Floats
    """Shape (people, kinds): cumulative hazard at which it begins; infinite for those who do not get it that way."""
    first_dose_brings: Bools
    """Shape (people, kinds)."""
    complication_rank: Floats
    """Shape (people, kinds): how the response ends."""
    hospital_h: Floats
    facility_at: Floats
    """Cumulative hazard at which the unit ends the stay."""
    prone_rank: Floats
    """Whether blood pressure falls on an alpha-2 agonist at all."""
    pressure_rank: Floats
    """Shape (people, readings), one for each reading of blood pressure; no readings when no protocol takes it."""
    outpatient_ok: Bools
    """Eligible for outpatient withdrawal management."""
    outpatient_rank: Floats
    outpatient_h: Floats
    outpatient_completes_rank: Floats
    uses_at: Floats
    """Cumulative hazard at which the person returns to use."""
    comes_back_rank: Floats
    comes_back_h: Floats
    """From the return to use to the next referral."""
    stay_so_far_h: Floats
    """Of people who are in a bed when the run starts; nan for all others."""
    waited_so_far_h: Floats
    """Of people who wait when the run starts; nan for all others."""
    examined: Bools
    first_dose_ago_h: Floats
    last_dose_ago_h: Floats
    aftercare_planned: Bools
    ready: Bools
    task_h: dict[Work, Floats]
    """How long each task takes, shape (people, repeats)."""

    def of(self, rows: Ints) -> "Traits":
        """These rows, in this order."""
        plain = {name: getattr(self, name)[rows] for name in PLAIN}
        return Traits(**plain, task_h={work: takes_h[rows] for work, takes_h in self.task_h.items()})

    @classmethod
    def joined(cls, parts: Sequence["Traits"]) -> "Traits":
        """All rows of tables of one scenario, one table after the other."""
        plain = {name: np.concatenate([getattr(part, name) for part in parts]) for name in PLAIN}
        work = parts[0].task_h
        return cls(**plain, task_h={each: np.concatenate([part.task_h[each] for part in parts]) for each in work})


PLAIN = [column.name for column in fields(Traits) if column.name != "task_h"]
"""The columns that are one array each."""
