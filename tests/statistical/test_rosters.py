"""Staff as servers, at all hours or by day and night crews, under the three ways to end a shift. Times in hours."""

import numpy as np
import pytest

from sim.vocabulary import Event, Level
from tests.statistical.harness import agree, in_the_engine
from tests.statistical.reading import Reading
from tests.theory.cyclic import Roster, Shift, ShiftEnd, mean_present
from tests.theory.erlang import erlang_c, mmc_mean_wait

pytestmark = pytest.mark.statistical

DAY_H = 24.0


def test_two_people_at_all_hours_are_mm2() -> None:
    def read(run: Reading) -> dict[str, float]:
        tasks = run.log.tasks
        inside = (tasks["asked_h"] >= run.start_h) & (tasks["asked_h"] < run.end_h)
        return {
            "present": run.mean_present(run.population.referral_h, run.times(Event.LISTED)),
            "busy": run.mean_level(Level.BUSY),
            "waits": float((tasks["start_h"] > tasks["asked_h"])[inside].mean()),
        }

    present = 0.4 * (mmc_mean_wait(0.4, 4.0, 2) + 4.0)
    agree("screening", in_the_engine(read), {"present": present, "busy": 1.6, "waits": erlang_c(2, 1.6)}, notices=0.25)


@pytest.mark.parametrize("shift_end", ["stop", "finish", "handover"])
def test_day_and_night_crews(shift_end: ShiftEnd) -> None:
    """Mean people waiting or being screened, by shift."""

    def read(run: Reading) -> dict[str, float]:
        leave_h = run.times(Event.LISTED)
        days_h = np.arange(run.start_h, run.end_h, DAY_H)
        by_day = [(day_h + 8, day_h + 20) for day_h in days_h]
        by_night = [pair for day_h in days_h for pair in ((day_h, day_h + 8), (day_h + 20, day_h + 24))]
        return {
            "day": run.mean_present(run.population.referral_h, leave_h, windows=by_day),
            "night": run.mean_present(run.population.referral_h, leave_h, windows=by_night),
        }

    shifts = (Shift(12, staff=3, rate=2 / 3), Shift(12, staff=1, rate=1 / 3))
    day, night = mean_present(Roster(shifts, task=3.0, shift_end=shift_end), most=60)
    agree(f"cyclic-{shift_end}", in_the_engine(read), {"day": day, "night": night}, notices=0.1)
