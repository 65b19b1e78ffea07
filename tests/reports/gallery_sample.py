"""Makes the small results that ship with the gallery: `python -m tests.reports.gallery_sample`, in about a minute.

The scenarios in reports/gallery/scenarios are run by the program itself. Of the tables by group, by far the largest,
only the measures that figures show are kept; everything else stays as it was saved.
"""

import json
import shutil
import tempfile
from contextlib import chdir
from pathlib import Path

from reports.analysts import SHIPPED as FOLDER
from sim.cli.main import main
from sim.experiments.digest import sha256_of

SCENARIOS = ("as-it-is", "night-nurse", "tight")
"""The base first."""
BY_GROUP = ("groups", "group_summary", "group_differences")
KEPT = ("wait_mean_h", "self_discharge_pct", "linked_30_days_pct")
NOT_SHIPPED = (".html", ".xlsx", ".parquet")


def make(folder: Path = FOLDER) -> None:
    """Run the comparison and put its results into `folder`, in place of what is there."""
    files = [f"{name}.yaml" for name in SCENARIOS]
    with tempfile.TemporaryDirectory() as out, chdir(FOLDER.with_name("scenarios")):
        if main(["compare", *files, "--out", out, "--quiet"]):
            raise RuntimeError("the comparison did not run")
        (saved,) = Path(out).iterdir()
        for name in BY_GROUP:
            shorten(saved / f"{name}.csv")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(saved, folder, ignore=shutil.ignore_patterns(*(f"*{end}" for end in NOT_SHIPPED)))
    seal(folder)


def shorten(table: Path) -> None:
    """Keep the heading and the rows of the measures that figures show, byte for byte."""
    head, *rows = table.read_bytes().splitlines(keepends=True)
    kept = [row for row in rows if any(f",{name},".encode() in row for name in KEPT)]
    table.write_bytes(b"".join([head, *kept]))


def seal(folder: Path) -> None:
    """Let the manifest list the files that are there, by what they hold now."""
    path = folder / "run.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"] = {name: sha256_of(folder / name) for name in manifest["files"] if (folder / name).is_file()}
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make()
