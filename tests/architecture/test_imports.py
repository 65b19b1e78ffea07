"""Imports go one way, and a heavy library is imported only where it belongs."""

from collections.abc import Iterator

import pytest

from tests.architecture.code import modules

pytestmark = pytest.mark.architecture

ORDER = (
    "version",
    "garbage",
    "errors",
    "vocabulary",
    "rules",
    "scenario",
    "patients",
    "unit",
    "measures",
    "experiments",
    "describe",
    "api",
    "cli",
)
"""The parts of `sim`; each imports only from itself and those before it."""

HOMES = {
    "simpy": ("sim.unit",),
    "plotly": ("reports",),
    "jinja2": ("reports",),
    "scipy": ("sim.scenario", "sim.measures", "sim.experiments", "reports"),
    "ruamel": ("sim.scenario",),
    "typer": ("sim.cli",),
    "rich": ("sim.cli",),
}
OF_SAVED_RESULTS = (
    "sim.errors",
    "sim.garbage",
    "sim.experiments.results_reader",
    "sim.experiments.sweep.reader",
    "sim.experiments.find.reader",
    "sim.experiments.indices.reader",
    "sim.experiments.sensitivity.reader",
    "sim.measures.reach",
)
"""All that reports may know of `sim`: what was saved, what a measure can be, and tools; never the running model."""


def rank(name: str) -> int:
    """Place of a module of `sim` in the order; `sim` itself, which hands on `sim.api`, and `__main__` stand last."""
    part = name.split(".")[1] if "." in name else ""
    return ORDER.index(part) if part in ORDER else len(ORDER)


def inside(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def imports(*parts: str) -> Iterator[tuple[str, str]]:
    """Module and what it imports, for every import below these folders."""
    return ((module.name, name) for module in modules(*parts) for name in module.imports)


def test_the_model_imports_one_way() -> None:
    inner = ((by, name) for by, name in imports("sim") if inside(name, ("sim",)))
    back = [(by, name) for by, name in inner if rank(name) > rank(by)]
    assert not back


def test_sim_itself_hands_on_the_functions_for_python_alone() -> None:
    imported = [name for by, name in imports("sim") if by == "sim"]
    assert imported
    assert all(inside(name, ("sim.api", "sim.version", "typing")) for name in imported)


def test_every_part_has_its_place_in_the_order() -> None:
    parts = {module.name.split(".")[1] for module in modules("sim") if "." in module.name}
    assert parts - {"__main__"} == set(ORDER)


def test_a_library_is_imported_only_at_home() -> None:
    libraries = ((by, name, name.split(".")[0]) for by, name in imports("sim", "reports"))
    astray = [(by, name) for by, name, library in libraries if library in HOMES and not inside(by, HOMES[library])]
    assert not astray


def test_only_the_command_line_starts_a_report() -> None:
    astray = [by for by, name in imports("sim") if inside(name, ("reports",)) and not inside(by, ("sim.cli",))]
    assert not astray


def test_reports_do_not_know_the_model() -> None:
    of_sim = ((by, name) for by, name in imports("reports") if inside(name, ("sim",)))
    astray = [(by, name) for by, name in of_sim if not inside(name, OF_SAVED_RESULTS)]
    assert not astray
