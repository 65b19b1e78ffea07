"""What `more` does: read, add, save beside, and sum up."""

from dataclasses import replace

import typer

from sim.cli.asked import Asked
from sim.cli.progress import progress
from sim.cli.study import cores, finish, refuse_a_place_that_cannot_hold_results
from sim.cli.terminal import say
from sim.cli.wishes import precision
from sim.experiments.more import Earlier, at_once
from sim.experiments.results_reader import read_results


def more_study(asked: Asked) -> None:
    """Carry out what was asked. Raises the faults of each step; until the results are saved nothing is written."""
    from reports.reached import beside

    earlier = Earlier.of(read_results(asked.files[0]))
    refuse_a_place_that_cannot_hold_results(asked.out)
    known = [measure.name for measure in earlier.study.measures]
    wanted = precision(replace(asked, replications=None), known) or asked.replications or 0
    there = earlier.gathered.replications
    if isinstance(wanted, int):
        if wanted <= there:
            raise typer.BadParameter(
                f"{there} replications are there already; a larger number is accepted.", param_hint="--replications"
            )
    elif (look := earlier.look(wanted)).reached:
        say(f"These results are that precise already: {look.reached} of their {there} replications are enough.")
        for sentence in beside(earlier.saved.manifest | {"precision": look.told().model_dump()}):
            say(sentence)
        return
    elif there >= wanted.most:
        raise typer.BadParameter(
            f"{there} replications are there already; a larger cap is accepted.", param_hint="--most"
        )
    with progress(asked.quiet) as tell:
        results = earlier.more(wanted, asked.workers or cores(), tell)
    finish(results, asked, at_once(earlier.saved.manifest["command"], results.facts.replications))
