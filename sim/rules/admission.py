"""Who may come in: the gate between waiting list and bed, and who turns up when called."""

from sim.vocabulary import Blocked


def gate(free_beds: float, patients: float, staff_on_shift: float, patients_per_staff: float, is_open: bool) -> Blocked:
    """What stands between the first of the list and a bed; the first cause in the order of `Blocked`.

    `patients` are people in a bed or on their way to one. After the admission
    they may not be more than `patients_per_staff` for each one on shift.
    """
    if free_beds < 1:
        return Blocked.BEDS
    if not is_open:
        return Blocked.HOURS
    return Blocked.RATIO if patients + 1 > patients_per_staff * staff_on_shift else Blocked.NOT


def no_show_chance(waited_h: float, at_once_pct: float, per_day_pct: float) -> float:
    """Chance of not turning up after a wait: 1 - (1 - at once)(1 - per day)^days."""
    return 1.0 - (1.0 - at_once_pct / 100) * float((1.0 - per_day_pct / 100) ** (waited_h / 24.0))
