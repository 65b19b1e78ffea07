"""Every single wait by recursion, without a clock: the time of admission follows from when each bed is next free.

Kiefer and Wolfowitz, On the theory of queues with many servers, Transactions of
the American Mathematical Society 78, 1955. All arrays have one entry per person
in the order of referral; `holds_h` is how long each will keep a bed, cleaning included.
"""

from heapq import heappop, heappush, heapreplace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def first_come_first_served(referral_h: Floats, holds_h: Floats, patience_h: Floats, beds: int) -> Floats:
    """Times of admission, h; nan for those whose patience ends before a bed is free. No patience is a loss ward."""
    free_h = [0.0] * beds
    admitted_h = np.full(referral_h.size, np.nan)
    people = zip(referral_h.tolist(), holds_h.tolist(), patience_h.tolist(), strict=True)
    for row, (came_h, hold_h, patient_h) in enumerate(people):
        if free_h[0] <= came_h + patient_h:
            start_h = max(came_h, free_h[0])
            heapreplace(free_h, start_h + hold_h)
            admitted_h[row] = start_h
    return admitted_h


def by_priority(referral_h: Floats, holds_h: Floats, priority: Ints, beds: int) -> Floats:
    """Times of admission, h, when a free bed goes to the lowest class, then the first come; nobody gives up."""
    came_h, hold_h, classes = referral_h.tolist(), holds_h.tolist(), priority.tolist()
    free_h, waiting = [0.0] * beds, list[tuple[int, int]]()
    admitted_h, coming = np.full(referral_h.size, np.nan), 0
    for _ in came_h:
        now_h = free_h[0] if waiting else max(free_h[0], came_h[coming])
        while coming < len(came_h) and came_h[coming] <= now_h:
            heappush(waiting, (classes[coming], coming))
            coming += 1
        row = heappop(waiting)[1]
        heapreplace(free_h, now_h + hold_h[row])
        admitted_h[row] = now_h
    return admitted_h
