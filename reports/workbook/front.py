"""The first sheet: question, answer, and the measures that matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports import certainty
from reports.answers import answers
from reports.costs import costs, money
from reports.lead import lead
from reports.study import Measure, Study
from reports.watch import watch
from reports.workbook.sheet import Cell, amounts

NO_ADVICE = (
    "This is a simulation of a unit, for planning capacity; it gives no clinical advice about one person. Intervals "
    "say what chance leaves open, not whether an assumption is right."
)


@dataclass(frozen=True)
class Front:
    """The words above the table of measures, its headings, and its rows."""

    asked: Sequence[tuple[str, str]]
    """Name of each scenario, and its question."""
    said: Sequence[str]
    watch: Sequence[str]
    costs: str
    small_print: Sequence[str]
    groups: Sequence[tuple[str, int]]
    """What stands over the headings, and over how many of them."""
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def front(study: Study) -> Front:
    """What page one of the report says."""
    several = bool(study.alternatives)
    said = [
        " ".join([*([answer.name] if several else []), *answer.sentences, *answer.listed]) for answer in answers(study)
    ]
    first = " ".join(lead(study))
    found = costs(study)
    bearing = list(certainty.bearing(study.saved))
    ends = ["Low (95 %)", "High (95 %)"]
    each = [("Difference", *ends, "Verdict")] * len(study.alternatives)
    return Front(
        asked=[(scenario["name"], scenario["question"] or "") for scenario in study.scenarios],
        said=[*([first] if first else []), *said],
        watch=[*(line for line in bearing if certainty.warns(line)), *watch(study)],
        costs=" ".join(filter(None, (found.said, found.rests_on))),
        small_print=[
            *([certainty.judged(study.manifest)] if several and study.replications > 1 else []),
            *(line for line in bearing if not certainty.warns(line)),
            NO_ADVICE,
        ],
        groups=[("", 2), (study.base["name"], 3), *((scenario["name"], 4) for scenario in study.alternatives)],
        headings=["Measure", "Unit", "Mean", *ends, *(heading for block in each for heading in block)],
        rows=[
            [*_of_base(study, measure), *_of_alternatives(study, measure)]
            for measure in [*study.headline, *money(study)]
        ],
    )


def _of_base(study: Study, measure: Measure) -> list[Cell]:
    row = study.value(study.base["id"], measure.name)
    return [measure.label, measure.unit, *(amounts(row.to_dict()) if row is not None else ("not seen", "", ""))]


def _of_alternatives(study: Study, measure: Measure) -> Iterator[Cell]:
    for scenario in study.alternatives:
        row = study.difference(scenario["id"], measure.name)
        if row is None:
            yield from ("not seen", "", "", "")
        else:
            yield from (*amounts(row.to_dict(), ("difference", "low", "high")), str(row["verdict"]))
