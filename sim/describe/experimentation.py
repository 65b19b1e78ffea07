"""How the model is run: initial state, length, replications and the estimate (STRESS-DES 4)."""

from sim.describe.census import census
from sim.describe.ran import Ran, warm_up_is_known, warm_up_judged
from sim.describe.words import counted, escaped, lasting, paragraphs
from sim.scenario.reading.load import LoadedScenario
from sim.scenario.run import Run
from sim.scenario.scenario import Scenario
from sim.scenario.values.hours import DAY_NAMES


def warm_up_is_reasoned(loaded: LoadedScenario, run: Ran | None) -> bool:
    """Whether there is no warm-up, its author says why it is as long as it is, or a run shows how long it should be."""
    return not loaded.scenario.run.warm_up_h or bool(_reason(loaded, "run.warm_up")) or warm_up_is_known(run)


def initialisation(loaded: LoadedScenario, known: Ran | None = None) -> str:
    """Kind of system, initial state and warm-up, with what is known of a run."""
    scenario = loaded.scenario
    run = scenario.run
    start = run.start_date.isoformat() if run.start_date else "an unnamed Monday"
    weekday = f" ({DAY_NAMES[run.first_weekday].title()})" if run.start_date else ""
    began = f"Each replication starts at 00:00 on {start}{weekday}{_empty(scenario)}."
    if not run.warm_up_h:
        return paragraphs(f"Terminating. {began} There is no warm-up: measuring starts with the run.", census(scenario))
    return paragraphs(
        f"Non-terminating. {began} The first {lasting(run.warm_up_h)} are warm-up: they are simulated and logged, "
        "and the window in which measures are taken starts after them. Nothing is reset.",
        _how_long(loaded, known),
        warm_up_judged(known),
        census(scenario),
    )


def _how_long(loaded: LoadedScenario, run: Ran | None) -> str:
    reason = _reason(loaded, "run.warm_up")
    if reason:
        return f"The length of the warm-up was chosen so: {reason}"
    if warm_up_is_known(run):
        return ""
    return (
        "Not provided by author: how the length of the warm-up was chosen. `detox-sim warm-up` advises on it by MSER-5 "
        'and Welch\'s figure; the reason can be given as `warm_up: {value: 26 weeks, assumed: "why"}`.'
    )


def _reason(loaded: LoadedScenario, path: str) -> str:
    grounds = loaded.provenance.get(path) or loaded.provenance.get(path.partition(".")[0])
    return escaped(grounds.text) if grounds else ""


def _empty(scenario: Scenario) -> str:
    return "" if scenario.census else " with an empty unit and an empty list"


def run_length(run: Run) -> str:
    """Measured time and horizon; the unit of time is the hour."""
    return (
        f"{lasting(run.length_h)} are measured in each replication; it ends {lasting(run.horizon_h)} after its "
        "start. The unit of time is the hour, in double precision. What would fall exactly on the end does not happen."
    )


def estimation(loaded: LoadedScenario, run_had: int | None) -> str:
    """Replications and how an estimate and its interval come from them."""
    replications = run_had or loaded.scenario.run.replications
    reason = _reason(loaded, "run.replications")
    why = f" Their number: {reason}" if reason else ""
    or_others = (
        ""
        if run_had
        else ", unless the command asks for another number or, with `--precision`, for as many as make intervals "
        "narrow enough"
    )
    one = "" if replications > 1 else " With one replication there is no interval."
    return paragraphs(
        f"The model is stochastic, and estimates come from {counted(replications, 'independent replication')}"
        f"{or_others}.{why}",
        f"An estimate is the mean over replications with a 95 % Student t interval (ddof = 1).{one} The precision "
        "reached is in the table `summary` of each results folder.",
        "Scenarios are compared under common random numbers: the same people come with the same luck, and the "
        "difference is taken within each replication, with a paired t interval. With several alternatives these "
        "are widened by Bonferroni's rule, unless the command asks for another way.",
    )
