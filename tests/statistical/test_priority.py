"""Classes of the waiting list, nobody moved out of a bed: Cobham. Times in days."""

import pytest

from sim.vocabulary import Event
from tests.statistical.harness import Read, agree, in_the_engine
from tests.statistical.reading import Reading
from tests.theory.priority import mg1_class_waits, mmc_class_waits

pytestmark = pytest.mark.statistical


def waiting_by_class(classes: int) -> Read:
    """Mean people of each class on the list: rate times mean wait."""

    def read(run: Reading) -> dict[str, float]:
        listed_h, called_h = run.times(Event.LISTED), run.times(Event.CALLED)
        priority = run.population.traits.priority
        return {f"class {k}": run.mean_present(listed_h, called_h, priority == k) for k in range(classes)}

    return read


def waiting(rates: list[float], waits: list[float]) -> dict[str, float]:
    return {f"class {k}": rate * wait for k, (rate, wait) in enumerate(zip(rates, waits, strict=True))}


def test_three_sources_with_a_class_each() -> None:
    rates = [0.8, 1.12, 1.28]
    agree("priority", in_the_engine(waiting_by_class(3)), waiting(rates, mmc_class_waits(rates, 1.0, 4)), notices=0.4)


def test_one_bed_and_classes_drawn_by_share() -> None:
    rates = [0.28, 0.42]
    waits = mg1_class_waits(rates, [1.0, 1.0], [1.0, 1.0])
    agree("priority-one-bed", in_the_engine(waiting_by_class(2)), waiting(rates, waits), notices=0.25)
