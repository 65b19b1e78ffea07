"""Made-up searches among wards that take no time, saved as the command saves them."""

from datetime import UTC, datetime
from pathlib import Path

from sim.cli.find_afresh import afresh
from sim.cli.find_words import change, sureness
from sim.experiments.find.budget import Budget
from sim.experiments.find.saving import save
from tests.experiments.find.made_up import QUESTION, WARD, WITHOUT, found_for, question_of, run_by

WHEN = datetime(2027, 1, 4, 10, 15, tzinfo=UTC)
HOSTILE = "<script>document.title='taken'</script>"
UGLY = "<b>beds</b> %{x} &amp; 🙂"
BY_LENGTH = QUESTION.replace("targets:", "access: wait_mean_h\ntargets:")


def wards(beds: float, demand: float) -> dict[str, float]:
    """As `made_up.formula`, with a wait that falls as beds are added."""
    return {
        "cost_per_year": 2 * beds + 3 * demand,
        "admitted_72h_pct": 50 + 2.5 * beds + 3 * demand,
        "wait_mean_h": 60 - 3 * beds + demand,
    }


def searched(
    folder: Path, text: str = BY_LENGTH, budget: Budget = WITHOUT, ward: str = WARD, name: str = "found"
) -> Path:
    """The folder of a finished search, without its report."""
    found = found_for(question_of(folder, text, ward), run_by(wards), budget)
    said = {"change": [change(found)], "afresh": list(afresh(found)), "sureness": list(sureness(found))}
    spent = f"{found.search.runs.spent} replications"
    save(found, folder / name, ["detox-sim", "find", "question.yaml", "--budget", spent], WHEN, said, "An answer.\n")
    return folder / name


def hostile(folder: Path) -> Path:
    """A search whose author wrote markup wherever words are accepted."""
    levels = f'{{levels: {{"{HOSTILE}": {{}}, "{UGLY}": {{demand: {{per_day: 3}}}}}}}}'
    text = (
        BY_LENGTH.replace("name: How few", f'name: "{HOSTILE}"')
        .replace("question: How few beds will do?", f'question: "{HOSTILE * 4}?"')
        .replace("  beds: {", f'  "{UGLY}": {{')
        .replace("{path: demand.per_day, from: 1, to: 4}", levels)
    )
    return searched(folder, text, ward=WARD.replace("name: Plain", f'name: "{HOSTILE}"'), name="hostile")
