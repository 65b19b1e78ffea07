"""A sweep runs, is stopped, goes on and is read again; its tables depend on the sweep alone."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from sim.errors import ResultsError
from sim.experiments.driving import Failed, Hands, Outcome, Shard
from sim.experiments.replication import Job, run_one
from sim.experiments.sweep import running
from sim.experiments.sweep.facts import SweepFacts
from sim.experiments.sweep.place import check_goes_on, folder_of
from sim.experiments.sweep.reader import SavedSweep, read_sweep
from sim.experiments.sweep.running import run_shard, run_sweep
from sim.experiments.sweep.sweep import Sweep
from sim.experiments.sweep.telling import facts_of
from tests.experiments.sweep.sweeping import DEMAND, RICH, SWEEP, sweep_of

pytestmark = pytest.mark.functional

ONE = Hands(workers=1)
CONDITION = "only_if: demand < beds - 1\n"
TABLES = ("points.csv", "runs.csv", "summary.csv", "failures.csv")


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


def facts(sweep: Sweep) -> SweepFacts:
    return facts_of(sweep, ["detox-sim", "sweep", "sweep.yaml"])


def run(sweep: Sweep, out: Path, hands: Hands = ONE) -> SavedSweep:
    folder = folder_of(sweep.name, out)
    run_sweep(sweep, facts(sweep), hands, folder, quiet)
    return read_sweep(folder)


def tables(saved: SavedSweep) -> dict[str, bytes]:
    return {name: (saved.folder / name).read_bytes() for name in TABLES}


def test_the_tables_are_tidy_and_those_of_each_replication_alone(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, SWEEP + CONDITION)
    saved = run(sweep, tmp_path / "out")
    assert saved.points[["point", "beds", "demand", "status", "reason"]].values.tolist() == [
        [1, 4, 1, "done", ""], [2, 4, 2, "done", ""], [3, 4, 3, "left out", "only_if: demand < beds - 1"],
        [4, 6, 1, "done", ""], [5, 6, 2, "done", ""], [6, 6, 3, "done", ""],
    ]  # fmt: skip
    assert saved.runs.groupby(["point", "replication"]).ngroups == 10
    assert saved.failures.empty
    alone = run_one(Job("alone", sweep.scenario(sweep.points[4]), 1))["runs"]
    here = saved.runs[(saved.runs["point"] == 5) & (saved.runs["replication"] == 1)]
    assert here["measure"].tolist() == alone["measure"].tolist()
    assert here["value"].tolist() == pytest.approx(alone["value"].tolist(), rel=0, abs=0, nan_ok=True)
    wait = here_mean(saved, 5, "wait_mean_h")
    both = saved.runs[(saved.runs["point"] == 5) & (saved.runs["measure"] == "wait_mean_h")]["value"]
    assert wait == pytest.approx(both.mean())


def here_mean(saved: SavedSweep, point: int, measure: str) -> float:
    row = saved.summary[(saved.summary["point"] == point) & (saved.summary["measure"] == measure)]
    return float(row["mean"].iloc[0])


def test_what_is_saved_repeats_it(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, SWEEP + "set: {run.length: 1 week}\nseed: 3\n")
    saved = run(sweep, tmp_path / "out")
    told = json.loads((saved.folder / "sweep.json").read_text(encoding="utf-8"))
    assert (told["text"], told["replications"], told["design"]["seed"]) == (sweep.text, 2, 3)
    assert told["base"]["resolved"]["run"]["length"] == "1 week"
    assert told["base"]["seed"] == 1
    assert [(axis["name"], axis["paths"], axis["values"]) for axis in told["axes"]] == [
        ("beds", ["unit.beds"], [4, 6]), ("demand", ["demand.per_day"], [1, 2, 3]),
    ]  # fmt: skip
    assert {measure["name"] for measure in told["measures"]} == set(saved.runs["measure"])
    assert told["command"] == ["detox-sim", "sweep", "sweep.yaml"]
    assert told["complete"]
    assert sorted(told["files"]) == sorted(TABLES)


def test_what_a_level_takes_away_is_saved_too(tmp_path: Path) -> None:
    text = SWEEP.replace(DEMAND, "  roster: {levels: {as it is: {}, nobody: {staff: null}}}\n")
    entry = facts(sweep_of(tmp_path, text, RICH)).axes[1]
    assert (entry.kind, entry.values) == ("word", ["as it is", "nobody"])
    assert entry.levels == {"as it is": {}, "nobody": {"staff": None}}


def test_two_workers_give_the_same_tables(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path)
    assert tables(run(sweep, tmp_path / "one")) == tables(run(sweep, tmp_path / "two", Hands(workers=2)))


def test_handfuls_do_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sweep = sweep_of(tmp_path, SWEEP + CONDITION)
    whole = tables(run(sweep, tmp_path / "whole"))
    monkeypatch.setattr(running, "JOBS_AT_ONCE", 3)
    told: list[tuple[int, int]] = []
    folder = tmp_path / "small"
    run_sweep(sweep, facts(sweep), ONE, folder, lambda done, total: told.append((done, total)))
    assert tables(read_sweep(folder)) == whole
    assert {total for _, total in told} == {10}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1] == (10, 10)


class Stopped(Exception):
    """Somebody pulls the plug."""


def stop_after(times: int) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        if done >= times:
            raise Stopped

    return tell


def test_it_goes_on_where_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "JOBS_AT_ONCE", 1)
    sweep = sweep_of(tmp_path)
    whole = tables(run(sweep, tmp_path / "whole"))
    folder = tmp_path / "stopped"
    with pytest.raises(Stopped):
        run_sweep(sweep, facts(sweep), ONE, folder, stop_after(7))
    with pytest.raises(ResultsError, match=r"is not finished; detox-sim sweep sweep\.yaml goes on"):
        read_sweep(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["store.sqlite", "sweep.json"]
    assert check_goes_on(folder, facts(sweep)) == ""
    ran = run_sweep(sweep, facts(sweep), ONE, folder, quiet)
    assert 6 <= ran.kept < 12
    assert tables(read_sweep(folder)) == whole


def test_a_changed_file_keeps_the_points_that_are_the_same(tmp_path: Path) -> None:
    first = sweep_of(tmp_path)
    folder = run(first, tmp_path / "out").folder
    changed = sweep_of(tmp_path, SWEEP.replace("[4, 6]", "[6, 8]"))
    says = check_goes_on(folder, facts(changed))
    assert says.endswith(
        "is not as it was when this sweep was begun, but its base is the same: what is still right is kept"
    )
    ran = run_sweep(changed, facts(changed), ONE, folder, quiet)
    assert ran.kept == 6
    assert tables(read_sweep(folder)) == tables(run(changed, tmp_path / "anew"))


def test_another_number_of_replications_is_no_change_of_the_file(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path)
    folder = run(sweep, tmp_path / "out").folder
    more = facts(sweep).model_copy(update={"replications": 5})
    assert check_goes_on(folder, more) == (
        f"{sweep.path.as_posix()}: 5 replications of each point are asked for now, and 2 were when this sweep was "
        "begun: what is still right is kept"
    )


def test_another_list_of_points_is_told_by_its_name(tmp_path: Path) -> None:
    text = SWEEP.replace("design: grid", "design: {list: points.csv}").replace(
        "from: 1, to: 3, steps: 3", "from: 1, to: 3"
    )
    points = tmp_path / "points.csv"
    points.write_text("beds,demand\n4,1\n", encoding="utf-8")
    folder = run(sweep_of(tmp_path, text), tmp_path / "out").folder
    points.write_text("beds,demand\n4,1\n6,2\n", encoding="utf-8")
    says = check_goes_on(folder, facts(sweep_of(tmp_path, text)))
    assert "points.csv: is not as it was when this sweep was begun" in says


def test_another_base_or_another_model_is_refused(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path)
    folder = run(sweep, tmp_path / "out").folder
    other = facts(sweep_of(tmp_path, SWEEP + "set: {run.length: 1 week}\n"))
    with pytest.raises(ResultsError, match="belongs to a sweep of another base"):
        check_goes_on(folder, other)
    newer = facts(sweep).model_copy(update={"model_hash": "ab" * 32})
    with pytest.raises(ResultsError, match="was begun by another version of the model"):
        check_goes_on(folder, newer)


def test_shards_are_put_together(tmp_path: Path) -> None:
    sweep = sweep_of(tmp_path, SWEEP + CONDITION)
    whole = tables(run(sweep, tmp_path / "whole"))
    folder = tmp_path / "parts"
    points = [run_shard(sweep, facts(sweep), Shard(part, 3), ONE, folder, quiet) for part in (1, 2, 3)]
    assert points == [2, 2, 1]
    assert not (folder / "points.csv").exists()
    ran = run_sweep(sweep, facts(sweep), ONE, folder, quiet)
    assert ran.kept == 10
    assert tables(read_sweep(folder)) == whole


def test_a_point_that_fails_is_listed_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def fails_now_and_then(
        hands: Hands, store: Path, tell: Callable[[int, int], None]
    ) -> Iterator[Callable[[Sequence[Job]], list[Outcome]]]:
        yield lambda jobs: [
            Failed("a person was lost") if job.scenario.unit.beds == 4 and job.replication else {"wait_mean_h": 3.0}
            for job in jobs
        ]

    monkeypatch.setattr(running, "driver", fails_now_and_then)
    saved = run(sweep_of(tmp_path), tmp_path / "out")
    assert saved.facts.failed == 3
    assert saved.points["status"].tolist() == ["failed"] * 3 + ["done"] * 3
    assert saved.points["reason"][0] == "1 of 2 replications: a person was lost"
    assert saved.failures.values.tolist() == [[point, 1, "a person was lost"] for point in (1, 2, 3)]
    assert saved.summary["n"].tolist() == [1, 1, 1, 2, 2, 2]
