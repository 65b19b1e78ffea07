"""When the people on a shift take their breaks."""

from math import inf


def meal_times(start_h: float, end_h: float, people: float, lasts_h: float, shifts_from_h: float) -> list[float]:
    """When each of the people on a shift is due a break: one after the other, around the middle of the shift.

    Empty for a shift shorter than `shifts_from_h` and for an unlimited crew. No
    break falls due before the shift starts or so late that it could not end in it.
    """
    if end_h - start_h < shifts_from_h or not 0 < people < inf:
        return []
    middle_h = (start_h + end_h) / 2
    first_h = middle_h - people * lasts_h / 2
    latest_h = max(start_h, end_h - lasts_h)
    return [min(max(first_h + turn * lasts_h, start_h), latest_h) for turn in range(int(people))]
