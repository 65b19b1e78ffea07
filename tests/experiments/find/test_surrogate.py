"""The surrogate knows smooth functions, and how far it can be trusted."""

import numpy as np
import pytest

from sim.experiments.find.features import features_of, groups_of
from sim.experiments.find.seen import front_of
from sim.experiments.find.surrogate import Surrogate, pooled_noise
from tests.experiments.find.made_up import QUESTION, question_of

pytestmark = pytest.mark.unit

GROUPS = [slice(0, 1), slice(1, 2)]


def grid(count: int) -> np.ndarray:
    along = np.linspace(0, 1, count)
    return np.array([(x, y) for x in along for y in along])


def wavy(features: np.ndarray) -> np.ndarray:
    return 100 + 20 * features[:, 0] + 5 * np.sin(4 * features[:, 1])


def test_without_noise_it_goes_through_what_it_has_seen_and_near_what_it_has_not() -> None:
    seen, unseen = grid(5), grid(9)
    surrogate = Surrogate(seen, GROUPS, wavy(seen), np.zeros(len(seen)), None)
    assert surrogate.predict(seen)[0] == pytest.approx(wavy(seen), abs=1e-3)
    mean, sd = surrogate.predict(unseen)
    assert np.abs(mean - wavy(unseen)).max() < 0.6
    assert np.all(np.abs(mean - wavy(unseen)) < 5 * sd + 1e-3)


def test_a_line_is_carried_on() -> None:
    seen = grid(4) / 2
    surrogate = Surrogate(seen, GROUPS, 3 + 10 * seen[:, 0], np.full(len(seen), 1e-4), None)
    mean, sd = surrogate.predict(np.array([[1.0, 0.5]]))
    assert mean == pytest.approx([13], abs=0.2)
    assert sd[0] < 1


def test_noise_is_smoothed_away() -> None:
    seen = grid(7)
    noisy = wavy(seen) + 2 * np.random.default_rng(1).standard_normal(len(seen))
    surrogate = Surrogate(seen, GROUPS, noisy, np.full(len(seen), 4.0), None)
    error = surrogate.predict(seen)[0] - wavy(seen)
    assert np.sqrt(np.mean(error**2)) < 1.2
    assert np.mean(np.abs(error) < 2 * surrogate.predict(seen)[1]) > 0.85


def test_leaving_a_point_out_is_as_fitting_without_it() -> None:
    seen = grid(4)
    means = wavy(seen) + np.random.default_rng(2).standard_normal(len(seen))
    noise = np.full(len(seen), 1.0)
    whole = Surrogate(seen, GROUPS, means, noise, None)
    error, sd = whole.left_out()
    for out in (0, 6, 15):
        rest = np.arange(len(seen)) != out
        # The same scale and shape: only then is it the same process without one point.
        mean, variance = without(whole, out, rest)
        assert means[out] - error[out] == pytest.approx(mean, abs=1e-6)
        assert sd[out] ** 2 == pytest.approx(variance, rel=1e-6)


def without(whole: Surrogate, out: int, rest: np.ndarray) -> tuple[float, float]:
    """Mean and variance of a point's value given the others, as a conditional normal with a wide prior of the trend."""
    features, scale = whole._features, whole._scale
    trend = np.column_stack([np.ones(len(features)), features])
    covariance = scale**2 * (whole._covariance(whole.shape) + 1e4 * trend @ trend.T)
    weights = np.linalg.solve(covariance[np.ix_(rest, rest)], covariance[rest, out])
    centred = whole.means - whole.means.mean()
    variance = covariance[out, out] - weights @ covariance[rest, out]
    return float(whole.means.mean() + weights @ centred[rest]), float(variance)


def test_points_that_are_alike_have_a_likeness_near_one() -> None:
    seen = grid(4)
    surrogate = Surrogate(seen, GROUPS, wavy(seen), np.zeros(len(seen)), None)
    alike = surrogate.likeness(np.array([[0.5, 0.5], [0.5, 0.55], [0.5, 1.0]]), np.array([0.5, 0.5]))
    assert alike[0] == 1 > alike[1] > alike[2]


def test_the_noise_of_a_point_is_drawn_towards_that_of_all() -> None:
    noise = pooled_noise(np.array([1.0, 3.0]), np.array([5, 5]))
    assert noise.tolist() == pytest.approx([(4 * 1 + 10 * 2) / 14 / 5, (4 * 3 + 10 * 2) / 14 / 5])
    assert pooled_noise(np.array([0.0, 0.0]), np.array([5, 5])).tolist() == [0, 0]


def test_numbers_lie_along_a_line_and_levels_apart(tmp_path: object) -> None:
    text = QUESTION.replace(
        "{path: demand.per_day, from: 1, to: 4}",
        "{levels: {as it is: {}, more: {demand: {per_day: 3}}, most: {demand: {per_day: 4}}}}",
    )
    question = question_of(tmp_path, text)  # type: ignore[arg-type]
    features, groups = features_of(question), groups_of(question)
    assert features.shape == (36, 4)
    assert groups == [slice(0, 1), slice(1, 4)]
    assert features[[0, 3, 35], 0].tolist() == pytest.approx([0, 1 / 11, 1])
    apart = [np.linalg.norm(features[a, 1:] - features[b, 1:]) for a, b in ((0, 1), (0, 2), (1, 2))]
    assert apart == pytest.approx([1, 1, 1])


def test_the_front_by_hand() -> None:
    cost, access = np.array([1, 2, 3, 2, 4.0]), np.array([9, 5, 1, 7, 1.0])
    assert front_of(cost, access).tolist() == [True, True, True, False, False]
    assert front_of(np.array([1, 1.0]), np.array([2, 2.0])).tolist() == [True, True]


def test_the_front_is_what_the_definition_says() -> None:
    rng = np.random.default_rng(5)
    cost, access = rng.integers(0, 6, size=(2, 200)).astype(float)
    beaten = [any((cost <= c) & (access <= a) & ((cost < c) | (access < a))) for c, a in zip(cost, access, strict=True)]
    assert front_of(cost, access).tolist() == [not each for each in beaten]
