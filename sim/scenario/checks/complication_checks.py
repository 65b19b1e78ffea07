"""Does each complication say when it comes, how it ends, and what its end needs?"""

from collections.abc import Iterator

from sim.scenario.checks.choices import somebody_for_each
from sim.scenario.checks.names import Cast, rule_faults, word_faults
from sim.scenario.checks.wrong import Wrong, one_of, shares_fault
from sim.scenario.complications import Complication, Complications
from sim.scenario.protocols import Dosed, Protocol
from sim.scenario.tree.node import Steps

KINDS = ("complications", "kinds")


def complication_faults(complications: Complications | None) -> Iterator[Wrong]:
    """Each kind by itself, and the hospital that transfers need."""
    if complications is None:
        return
    for name, kind in complications.kinds.items():
        yield from _onset_faults((*KINDS, name), kind)
        yield from _end_faults((*KINDS, name), kind)
    transfers = [name for name, kind in complications.kinds.items() if kind.ends.transfer_pct]
    if transfers and complications.hospital is None:
        needed_by = f"complications.kinds.{transfers[0]}.ends.transfer_pct"
        yield ("complications", "hospital"), f"is missing; {needed_by} needs it"
    if complications.hospital and not transfers:
        yield ("complications", "hospital"), "has no effect, because nothing ends in a transfer (null takes it away)"


def _onset_faults(here: Steps, kind: Complication) -> Iterator[Wrong]:
    yield from one_of(here, kind, ("per_1000_patient_days", "at_first_dose"))
    if kind.begins_after_h and kind.at_first_dose is None:
        yield (*here, "begins_after"), "has no effect on a rate; it is accepted beside at_first_dose"
    if kind.ratio_per_10_points != 1 and kind.per_1000_patient_days is None:
        yield (*here, "ratio_per_10_points"), "has no effect on a share; it is accepted beside per_1000_patient_days"


def _end_faults(here: Steps, kind: Complication) -> Iterator[Wrong]:
    ends = kind.ends
    yield from shares_fault(
        (*here, "ends"), (ends.continue_pct, ends.longer_stay_pct, ends.observation_pct, ends.transfer_pct)
    )
    if ends.longer_stay_pct and not kind.longer_by_h:
        yield (*here, "longer_by"), "is missing or 0; longer_stay_pct needs it"
    if kind.longer_by_h and not ends.longer_stay_pct:
        yield (*here, "longer_by"), "has no effect without longer_stay_pct"


def complication_word_faults(
    cast: Cast, protocols: dict[str, Protocol], complications: Complications | None
) -> Iterator[Wrong]:
    """Who may have it, and by whom its share differs."""
    kinds = complications.kinds if complications else {}
    for name, kind in kinds.items():
        here = (*KINDS, name)
        yield from rule_faults(cast, here, kind)
        for word in kind.at_first_dose.where if kind.at_first_dose else ():
            yield from word_faults(cast, (*here, "at_first_dose", "where", word), [word])
        if kind.at_first_dose and not any(isinstance(plan, Dosed) for plan in protocols.values()):
            yield (*here, "at_first_dose"), "has no effect, because no protocol gives doses"
    yield from somebody_for_each(cast, KINDS, kinds)
