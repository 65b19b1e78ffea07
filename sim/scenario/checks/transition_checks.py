"""Is there a destination for everybody, and a next option for those who cannot wait?"""

from collections.abc import Iterator

from sim.scenario.checks.choices import have_rules, one_for_everybody, somebody_for_each
from sim.scenario.checks.names import Cast, rule_faults
from sim.scenario.checks.wrong import Wrong, shares_fault, stranger
from sim.scenario.transition import NoAftercare, OutsidePlace, StepDown, Transition

HERE = ("transition", "destinations")


def transition_faults(transition: Transition | None) -> Iterator[Wrong]:
    """Wishes, and the next option of every place that people may have to wait for."""
    if transition is None:
        return
    if not have_rules(transition.destinations):
        yield from shares_fault(HERE, (each.wish_pct for each in transition.destinations.values()))
    for name, place in transition.destinations.items():
        if isinstance(place, StepDown | OutsidePlace):
            yield from stranger((*HERE, name, "otherwise"), place.otherwise, transition.destinations, ".".join(HERE))
            if place.otherwise is None and transition.boarding_limit_h is not None:
                yield (*HERE, name, "otherwise"), "is missing; with a boarding_limit the next option is needed"
        if isinstance(place, NoAftercare):
            for care in ("medication", "programme"):
                if getattr(place, care):
                    yield (*HERE, name, care), "has no effect, because nobody is in care there; false is accepted"
    yield from _circles(transition)


def _circles(transition: Transition) -> Iterator[Wrong]:
    """Each circle of next options once, told where it is entered first."""
    told: set[str] = set()
    for start in transition.destinations:
        way = [start]
        while (after := getattr(transition.destinations.get(way[-1]), "otherwise", None)) and after not in way:
            way.append(after)
        if after == start and not told & set(way):
            told.update(way)
            says = f"goes round in a circle: {' -> '.join([*way, start])}"
            yield (*HERE, start, "otherwise"), says


def destination_word_faults(cast: Cast, transition: Transition | None) -> Iterator[Wrong]:
    """Each destination has somebody, and everybody one to wish for."""
    places = transition.destinations if transition else {}
    for name, place in places.items():
        yield from rule_faults(cast, (*HERE, name), place)
    wished = {name: place for name, place in places.items() if place.wish_pct > 0}
    if not have_rules(places):
        return
    if not wished:
        yield HERE, "have a wish_pct of 0 throughout; at least one above 0 is accepted"
        return
    yield from one_for_everybody(cast, HERE, wished, "one with a wish_pct and without only_for and not_for")
    yield from somebody_for_each(cast, HERE, places)
