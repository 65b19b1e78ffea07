"""How the model is run: initial state, length, replications and the estimate (STRESS-DES 4)."""

from sim.describe.census import census
from sim.describe.words import lasting, paragraphs
from sim.scenario.run import Run
from sim.scenario.scenario import Scenario
from sim.scenario.values.hours import DAY_NAMES


def initialisation(scenario: Scenario) -> str:
    """Kind of system, initial state and warm-up."""
    run = scenario.run
    start = run.start_date.isoformat() if run.start_date else "an unnamed Monday"
    weekday = f" ({DAY_NAMES[run.first_weekday].title()})" if run.start_date else ""
    began = f"Each replication starts at 00:00 on {start}{weekday}{_empty(scenario)}."
    if not run.warm_up_h:
        return paragraphs(f"Terminating. {began} There is no warm-up: measuring starts with the run.", census(scenario))
    return paragraphs(
        f"Non-terminating. {began} The first {lasting(run.warm_up_h)} are warm-up: they are simulated and logged, "
        "and the window in which measures are taken starts after them. Nothing is reset. The length of the warm-up "
        "is the author's choice.",
        census(scenario),
    )


def _empty(scenario: Scenario) -> str:
    return "" if scenario.census else " with an empty unit and an empty list"


def run_length(run: Run) -> str:
    """Measured time and horizon; the unit of time is the hour."""
    return (
        f"{lasting(run.length_h)} are measured in each replication; it ends {lasting(run.horizon_h)} after its "
        "start. The unit of time is the hour, in double precision. What would fall exactly on the end does not happen."
    )


def estimation(run: Run) -> str:
    """Replications and how an estimate and its interval come from them."""
    one = "" if run.replications > 1 else " With one replication there is no interval."
    return paragraphs(
        f"{run.replications} independent replications, a number fixed by the author. An estimate is the mean over "
        f"replications with a 95 % Student t interval (ddof = 1).{one} The precision reached is in the table "
        "`summary` of each results folder.",
        "Scenarios are compared under common random numbers: the same people come with the same luck, and the "
        "difference is taken within each replication, with a paired t interval.",
    )
