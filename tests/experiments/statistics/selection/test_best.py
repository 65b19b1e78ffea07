"""Which system is the best in one measure: the entry for analysts, as its own example says and as promised."""

import doctest

import numpy as np
import pytest

from sim.experiments.statistics.selection import Selection, best, select_best, share_out
from sim.experiments.statistics.selection.rinott import rinott_counts
from tests.experiments.statistics.selection.normal import fewest_right, systems


@pytest.mark.docs
def test_the_example_is_true() -> None:
    found = doctest.testmod(best)
    assert found.attempted >= 5
    assert found.failed == 0


@pytest.mark.unit
def test_asking_again_with_what_is_wanted_comes_to_a_choice() -> None:
    means = np.array([[4.0], [0.0], [2.0], [6.0]])
    for luck in ("common", "own"):
        drawn = systems(np.random.default_rng(1), means, 2.0, 0.5 if luck == "common" else 0.0)[:, :, 0]
        n = [10] * 4
        for _ in range(20):
            found = select_best([each[:count] for each, count in zip(drawn, n, strict=True)], 1.0, luck=luck)
            if found.best is not None:
                break
            assert found.wanted != tuple(n)
            n = list(found.wanted)
        assert found.best == 1
        assert found.wanted == tuple(n)


@pytest.mark.unit
def test_the_largest_is_the_smallest_of_the_opposites() -> None:
    values = np.random.default_rng(2).standard_normal((3, 12)) + np.array([[0.0], [3.0], [9.0]])
    assert select_best(list(values), 1.0, largest=True).best == 2
    assert select_best(list(-values), 1.0).best == 2
    assert share_out(list(values), 40, largest=True) == share_out(list(-values), 40)


@pytest.mark.unit
def test_rinott_says_how_many_each_takes() -> None:
    values = np.random.default_rng(3).standard_normal((2, 10)) * np.array([[1.0], [4.0]])
    counts = rinott_counts(values.var(axis=1, ddof=1), 10, 0.5, 0.95)
    assert select_best(list(values), 0.5, luck="own") == Selection(None, (0, 1), tuple(counts.tolist()))


@pytest.mark.unit
def test_replications_go_to_the_close_and_the_noisy() -> None:
    luck = np.tile([1.0, -1.0], 10)
    shares = share_out([luck, luck + 1, luck + 4, 3 * luck + 4], 100)
    assert sum(shares) == 100
    assert shares[0] > shares[3] > shares[2]
    assert shares[1] > shares[3]


@pytest.mark.unit
@pytest.mark.parametrize(
    ("samples", "worth", "chance"),
    [
        ([], 1, 0.95),
        ([[1] * 9], 1, 0.95),
        ([[1] * 10], 0, 0.95),
        ([[1] * 10], 1, 1),
        ([[1] * 10], 1, 0.2),
        ([[1] * 10], float("inf"), 0.9),
    ],
)
def test_what_means_nothing_is_refused(samples: list[list[float]], worth: float, chance: float) -> None:
    with pytest.raises(ValueError, match="accepted"):
        select_best(samples, worth, chance)


@pytest.mark.unit
@pytest.mark.parametrize("samples", [[[1, 2]], [[1, 2], [1]], [[1, 2], [3, 3]]])
def test_replications_are_shared_out_where_there_is_something_to_tell_apart(samples: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="two systems or more are accepted"):
        share_out(samples, 10)


@pytest.mark.unit
@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_value_that_is_no_number_is_refused_with_its_place(value: float) -> None:
    samples = [[1.0, 2.0, 1.5, 3.0], [2.0, 1.0, value, 4.0]]
    for choose in (lambda: select_best(samples, 1, first=4), lambda: share_out(samples, 10)):
        with pytest.raises(ValueError, match=r"^system 1, replication 2: is not a finite number"):
            choose()


@pytest.mark.unit
def test_only_the_two_kinds_of_luck_and_no_fewer_than_no_replications_are_accepted() -> None:
    samples = [[1.0, 2.0, 1.5, 3.0], [2.0, 1.0, 2.5, 4.0]]
    with pytest.raises(ValueError, match="luck is 'Common'; 'common' or 'own' is accepted"):
        select_best(samples, 1, first=4, luck="Common")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="-3 further replications are asked for; 0 or more are accepted"):
        share_out(samples, -3)


@pytest.mark.statistical
@pytest.mark.parametrize("luck", ["common", "own"])
def test_asked_again_and_again_it_keeps_its_promise(luck: str) -> None:
    """Slippage: four systems, one better by just what matters."""
    rng, tries, chance, right = np.random.default_rng(4), 300, 0.80, 0
    means = np.array([[0.0], [1.0], [1.0], [1.0]])
    for _ in range(tries):
        drawn = systems(rng, means, 1.5, 0.5 if luck == "common" else 0.0)[:, :500, 0]
        n: tuple[int, ...] = (10,) * 4
        while True:
            samples = [each[:count] for each, count in zip(drawn, n, strict=True)]
            found = select_best(samples, 1.0, chance, luck=luck)  # type: ignore[arg-type]
            if found.best is not None:
                break
            n = found.wanted
        right += found.best == 0
    assert right >= fewest_right(tries, chance)
