"""Before a search, in an administrator's words: what the budget holds, and what may come of it."""

from math import isfinite

from sim.experiments.find.budget import Budget, duration
from sim.experiments.find.plan import Plan, reserved

OUTLOOK = {
    "likely": "A sure answer is likely.",
    "possible": "A sure answer is possible, if most units are clearly good or clearly not.",
    "out of reach": "That is too few to be sure: expect the best of what is looked at, with the chance that it is.",
}


def outlook(plan: Plan, budget: Budget) -> list[str]:
    """A sentence or two for each thing to know before waiting."""
    question, second = plan.question, plan.replication_s
    some = f"up to {question.looks:,} of them are looked at" if question.guided else "all of them are looked at"
    lasts = f"A replication, one run of the simulation, takes about {duration(second)}." if isfinite(second) else ""
    before = [_at_once(plan)] if plan.at_once > question.looks else []
    return [
        f"{question.size:,} units to choose from; {some}. {lasts} {_holds(plan, budget)}".replace("  ", " "),
        f"To be sure takes at least {plan.least:,} replications, and about {plan.at_a_tie:,} of each unit that is "
        f"close to a target or to the best, if it varies as today's does. {OUTLOOK[plan.outlook]}",
        *before,
    ]


def _at_once(plan: Plan) -> str:
    """What going on costs."""
    return (
        f"This goes on with the {plan.question.looks:,} units that were meant to be looked at before, to tell those "
        f"apart first. A search that begins with so much would look at {plan.at_once:,}: for that, add --looks "
        f"{plan.at_once}."
    )


def _holds(plan: Plan, budget: Budget) -> str:
    """What the search and the answer may spend together."""
    answer, second = reserved(plan.question), plan.replication_s
    ran = f" beyond the {plan.before:,} that have run" if plan.before else ""
    if budget.seconds:
        return (
            f"{duration(budget.seconds)} hold about {plan.affordable - plan.before:,} replications for the "
            f"search{ran}, beside the {answer} that the answer takes."
        )
    more = max(plan.most - plan.before, 0)
    took = f": {duration((more + answer) * second)} in all at most" if isfinite(second) else ""
    return f"The search stops after {more:,} replications{ran}, and the answer takes {answer} more{took}."
