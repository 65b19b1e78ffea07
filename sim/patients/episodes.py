"""Episodes: one person may be referred again; each time is an episode with a number of its own."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

EPISODE = 10**10
"""The number of a person's next episode is greater by this."""


def numbered(first: NDArray[np.int64], episode: int) -> NDArray[np.int64]:
    """Numbers of the `episode`-th episodes of people, counted from 1, given those of their first."""
    return first + (episode - 1) * EPISODE


def episode_of(number: Any) -> Any:
    """Which episode a number stands for, counted from 1; also for arrays."""
    return number // EPISODE + 1


def person_of(number: Any) -> Any:
    """The number of the person: that of their first episode; also for arrays."""
    return number % EPISODE
