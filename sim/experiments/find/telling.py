"""From a search that has ended to the facts that are saved of it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from math import isfinite
from typing import Any

from sim.experiments.find.afresh import missed, turned_over
from sim.experiments.find.answer import Answer, Choice, Rival
from sim.experiments.find.facts import (
    Beside,
    ChoiceSaid,
    Estimate,
    FindFacts,
    MeasureSaid,
    RivalSaid,
    ScenarioSaid,
    Still,
    TargetSaid,
    WishSaid,
)
from sim.experiments.find.finding import Found
from sim.experiments.find.question import Question
from sim.experiments.intervals import Interval
from sim.experiments.program import model_hash, versions
from sim.measures import Measure
from sim.scenario.tree.node import plain

OF_A_MEASURE = ("name", "label", "unit", "definition", "better")
Said = Mapping[str, Sequence[str]]
"""Kind of sentence to the sentences, as they were shown."""


def fingerprint(question: Question) -> str:
    """SHA-256 of all that decides what a search finds: its file, every scenario that it uses, and the program."""
    changes = [[level.label, plain(level.change)] for choice in question.choices for level in choice.levels]
    decides = [question.text, question.loaded.resolved, changes, model_hash()]
    return sha256(json.dumps(decides, default=str).encode()).hexdigest()


def facts_of(found: Found, said: Said, command: Sequence[str], created: datetime) -> FindFacts:
    """All but the files. `command` is the line that repeats the search without a clock."""
    question, search, answer = found.plan.question, found.search, found.answer
    return FindFacts(
        created=created.isoformat(timespec="seconds"),
        fingerprint=fingerprint(question),
        **_asked(question),
        looked_at=search.runs.looked_at,
        spent=search.runs.spent,
        most=found.plan.most,
        ended=search.ended or "time spent",
        replication_s=search.clock.replication_s,
        error_of_each_bound=search.aim.error(question.chance),
        skipped_replications=search.skipped,
        **_answered(question, answer),
        said={kind: list(sentences) for kind, sentences in said.items()},
        versions=versions(),
        model_hash=model_hash(),
        command=list(command),
    )


def _asked(question: Question) -> dict[str, Any]:
    loaded, wish = question.loaded, question.wish
    return {
        "name": question.name,
        "question": question.question,
        "file": question.path.as_posix(),
        "text": question.text,
        "scenario": ScenarioSaid(
            file=loaded.path.as_posix(), name=loaded.scenario.name, resolved=dict(loaded.resolved)
        ),
        "seed": loaded.scenario.run.seed,
        "chance": question.chance,
        "wish": WishSaid(**_measure(wish.measure), largest=wish.largest, worth=question.worth),
        "targets": [
            TargetSaid(**_measure(each.measure), at_least=each.at_least, value=each.value, tolerance=each.tolerance)
            for each in question.targets
        ],
        "access": MeasureSaid(**_measure(question.access)),
        "choices": [choice.name for choice in question.choices],
        "units": question.size,
        "looks": question.looks,
        "today": question.today,
        "today_values": _named(question, question.today_labels),
        "fresh_replications": question.fresh_replications,
    }


def _answered(question: Question, answer: Answer) -> dict[str, Any]:
    return {
        "choice": _choice(question, answer.choice),
        "fresh": [
            Beside(found=_estimate(each.found), today=_estimate(each.today), change=_estimate(each.change.difference))
            for each in (answer.wish, *answer.targets)
        ],
        "rival": answer.rival and _rival(answer.rival),
        "turned_over": turned_over(question, answer),
        "missed": missed(question, [each.found for each in answer.targets]),
    }


def _choice(question: Question, choice: Choice) -> ChoiceSaid:
    still = {name: int(value) if isfinite(value) else None for name, value in vars(choice.still).items()}
    return ChoiceSaid(
        outcome=choice.outcome,
        number=choice.number,
        sure=choice.sure,
        settled=choice.settled,
        reached=choice.reached,
        still=Still(**still),
        values=_named(question, question.labels(choice.number)),
    )


def _named(question: Question, labels: Sequence[str]) -> dict[str, str]:
    return dict(zip((each.name for each in question.choices), labels, strict=True))


def _rival(rival: Rival) -> RivalSaid:
    targets = [_estimate(each) for each in rival.targets]
    return RivalSaid(number=rival.number, difference=_estimate(rival.difference), targets=targets)


def _measure(measure: Measure) -> dict[str, Any]:
    return {name: getattr(measure, name) for name in OF_A_MEASURE}


def _estimate(each: Interval) -> Estimate:
    """JSON has no nan."""
    return Estimate.model_validate({name: None if value != value else value for name, value in vars(each).items()})
