"""Lines that the program writes into scenario files come back as what was meant."""

import pytest
from ruamel.yaml import YAML

from sim.experiments.file_lines import WIDTH, named, said

pytestmark = pytest.mark.unit

LONG = "Found by the search 'Beds: and nurses' # among 12 of 40 units, with “two” more beds: " * 4


@pytest.mark.parametrize("text", ["short", "with: a colon", "# no comment", '"quoted" and “quoted”', "no", LONG])
def test_words_come_back_whatever_they_hold(text: str) -> None:
    lines = ["above:", *said("assumed", text, "  ")]
    assert YAML(typ="safe").load("\n".join(lines)) == {"above": {"assumed": text.strip()}}
    assert max(map(len, lines)) <= WIDTH


@pytest.mark.parametrize("name", ["nurse", "12", "1.5", "true", "null", "a_b"])
def test_a_name_stays_a_name(name: str) -> None:
    assert YAML(typ="safe").load(f"{named(name)}: 1") == {name: 1}
