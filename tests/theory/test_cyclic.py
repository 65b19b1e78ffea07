"""Rosters against constant staffing, against each other, and against direct integration."""

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from tests.theory.birth_death import finite_room
from tests.theory.cyclic import Roster, Shift, ShiftEnd, mean_present
from tests.theory.erlang import mmc_mean_wait

pytestmark = pytest.mark.unit

DAY_AND_NIGHT = (Shift(12, 3, 4.0), Shift(12, 1, 1.0))


@pytest.mark.parametrize("shift_end", ["stop", "finish"])
def test_equal_shifts_are_the_plain_queue(shift_end: ShiftEnd) -> None:
    plain = 1.5 * (mmc_mean_wait(1.5, 0.5, 2) + 0.5)
    assert mean_present(Roster((Shift(8, 2, 1.5),) * 3, 0.5, shift_end), 40) == pytest.approx([plain] * 3, rel=1e-6)


def test_the_more_of_the_old_crew_stays_the_shorter_the_queue() -> None:
    stop, finish, handover = (
        np.array(mean_present(Roster(DAY_AND_NIGHT, 0.5, how), 40)) for how in ("stop", "finish", "handover")
    )
    assert (stop > finish).all()
    assert (finish > handover).all()


def test_handover_with_whole_crews_between_many_short_shifts_is_a_bed_for_everyone() -> None:
    """A crew that hands over at every moment is always free: mean present = rate x task."""
    present = mean_present(Roster((Shift(1e-4, 2, 1.5),) * 4, 0.5, "handover"), 12)
    assert present == pytest.approx([0.75] * 4, rel=0.02)


def test_stop_by_integrating_the_forward_equations() -> None:
    """The ordinary differential equations of M(t)/M/c(t), run for twenty days from empty."""
    rates = {shift: _birth_death(shift, 40) for shift in DAY_AND_NIGHT}
    shares = np.eye(42)[0]
    means: list[float] = []
    for _ in range(20):
        means = []
        for shift in DAY_AND_NIGHT:
            flow = solve_ivp(_forward, (0, 12), shares, args=(rates[shift],), rtol=1e-9, atol=1e-12)
            means.append((flow.y[41, -1] - flow.y[41, 0]) / 12)
            shares = flow.y[:, -1]
    assert mean_present(Roster(DAY_AND_NIGHT, 0.5, "stop"), 40) == pytest.approx(means, rel=1e-6)


def _forward(_: float, shares: np.ndarray, rates: np.ndarray) -> np.ndarray:
    slope: np.ndarray = shares @ rates
    return slope


def _birth_death(shift: Shift, most: int) -> np.ndarray:
    """Generator of M/M/c with at most `most` present, and a last column that adds up the people present."""
    people = np.arange(most + 1)
    up, down = np.full(most, shift.rate), np.minimum(people, shift.staff)[1:] / 0.5
    rates = np.diag(up, 1) + np.diag(down, -1)
    rates -= np.diag(rates.sum(axis=1))
    return np.block([[rates, people[:, None]], [np.zeros((1, most + 2))]])


def test_a_cut_at_a_few_people_is_a_finite_room() -> None:
    present = mean_present(Roster((Shift(5, 2, 3.0),), 0.5, "stop"), most=4)
    assert present == pytest.approx([finite_room(3.0, 0.5, 2, room=2).shares @ np.arange(5)])
