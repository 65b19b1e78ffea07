"""What a week costs, by hand: every price is its own number, so that none can stand for another."""

import pytest

from sim.measures import registry_for
from sim.patients.population import draw_population
from sim.unit.run import simulate
from sim.vocabulary import Event, Level
from tests.engine.bench import TAPER
from tests.measures.hand import A, B, C, clinic, log_of, values

pytestmark = pytest.mark.unit

WEEKS = 365 / 7
PRICES = {
    "currency": "EUR", "wage_an_hour": {"nurse": 40, "prescriber": 100}, "on_costs_ratio": 1.25, "overtime_ratio": 1.5,
    "agency_an_hour": {"nurse": 70}, "other_per_bed_day": 30, "fixed_per_bed_year": 365, "hospital_transfer": 9000,
    "step_down_bed_day": 110, "income_per_bed_day": 600, "income_per_admission": 50,
}  # fmt: skip
HOUSE = {"kind": "own step-down", "wish_pct": 100, "beds": 2, "stay": "100 h"}
DRUGS = TAPER | {
    "kind": "buprenorphine continued", "drugs_per_day_cost": 8, "injection": {"lasts": "28 days", "cost": 1500},
}  # fmt: skip
PARTS = {
    "money": PRICES,
    "unit": {"beds": 7},
    "transition": {"destinations": {"house": HOUSE}},
    "protocols": {"continued": DRUGS},
    "complications": {
        "reference_score": 10.0,
        "kinds": {"seizure": {"per_1000_patient_days": 1, "ends": {"transfer_pct": 100}}},
        "hospital": {"stay": "20 h", "bed_held_for": "24 h"},
    },
}
LEVELS = {
    (Level.ON_SHIFT, 0): [(0, 2), (24, 3), (48, 2)],  # one of the three from an agency
    (Level.AGENCY, 0): [(24, 1), (48, 0)],
    (Level.OVERTIME, 0): [(24, 2), (25, 0)],
    (Level.ON_SHIFT, 1): [(0, 1), (24, 0)],
    (Level.OCCUPIED, 0): [(0, 1), (72, 0)],
    (Level.HELD, 0): [(12, 1), (24, 0)],
    (Level.STEP_DOWN, 0): [(0, 2), (36, 0)],
}
STORIES = {
    A: ((10, Event.ADMITTED), (12, Event.DOSED, 4), (40, Event.INJECTED, 672), (60, Event.DISCHARGED, 0),
        (60, Event.LINKED, 0)),
    B: ((10, Event.ADMITTED), (20, Event.TO_HOSPITAL, 0), (44, Event.TRANSFERRED, 0)),  # never had a dose
    C: ((140, Event.ADMITTED), (144, Event.DOSED, 4)),
}  # fmt: skip
STAFF = 1.25 * (40 * 2 * 168 + 100 * 24)
OVERTIME, AGENCY = 1.5 * 40 * 2, 70 * 24
BEDS = 30 * 2.5 + 7 * 7
DRUG = 8 * (48 + 24) / 24 + 1500
TOTAL = STAFF + OVERTIME + AGENCY + BEDS + DRUG + 9000 + 110 * 3
INCOME = 600 * 2.5 + 50 * 3


@pytest.fixture(scope="module")
def scenario():
    return clinic(3, **PARTS)


@pytest.fixture(scope="module")
def value(scenario):
    return values(scenario, log_of(STORIES, LEVELS))


def test_each_piece(value):
    assert value("staff_cost_per_year") == pytest.approx(STAFF * WEEKS)
    assert value("overtime_cost_per_year") == pytest.approx(OVERTIME * WEEKS)
    assert value("agency_cost_per_year") == pytest.approx(AGENCY * WEEKS)
    assert value("bed_cost_per_year") == pytest.approx(BEDS * WEEKS)
    assert value("drug_cost_per_year") == pytest.approx(DRUG * WEEKS)
    assert value("hospital_cost_per_year") == pytest.approx(9000 * WEEKS)
    assert value("step_down_cost_per_year") == pytest.approx(110 * 3 * WEEKS)


def test_the_balance_is_what_comes_in_less_all_pieces(value):
    assert value("cost_per_year") == pytest.approx(TOTAL * WEEKS)
    assert value("income_per_year") == pytest.approx(INCOME * WEEKS)
    assert value("balance_per_year") == pytest.approx((INCOME - TOTAL) * WEEKS)


def test_the_cost_is_shared_by_those_whom_it_served(scenario, value):
    assert value("cost_per_admission") == pytest.approx(TOTAL / 3)
    assert value("cost_per_completed") == pytest.approx(TOTAL)
    longer = clinic(3, days=60, **PARTS)
    linked = values(longer, log_of(STORIES, LEVELS))
    assert linked("cost_per_linked") == pytest.approx(linked("cost_per_year") * 60 / 365 / 1)


def test_costs_are_in_the_currency_of_the_scenario(scenario):
    units = {measure.name: measure.unit for measure in registry_for(scenario)}
    assert units["cost_per_year"] == "EUR a year"
    assert units["cost_per_admission"] == "EUR"


def test_a_dearer_price_moves_what_it_pays_for_and_the_total_alone():
    """On a run of the engine: what the price pays for grows by its own amount, and the total with it."""
    cheap, dear = (clinic(3, money=PRICES | {"other_per_bed_day": price}) for price in (30, 60))
    log = simulate(cheap, draw_population(cheap, 0))
    before, after = values(cheap, log), values(dear, log)
    grown = after("bed_cost_per_year") - before("bed_cost_per_year")
    assert grown == pytest.approx(before("bed_cost_per_year") - 2 * 365)  # less the fixed cost of two beds
    assert after("cost_per_year") - before("cost_per_year") == pytest.approx(grown)
    assert after("income_per_year") == before("income_per_year") > 0


def test_what_is_without_limit_costs_nothing_when_it_has_no_price():
    free = PRICES | {"wage_an_hour": {}, "agency_an_hour": {}, "fixed_per_bed_year": 0}
    parts = PARTS | {"money": free, "unit": {"beds": "unlimited"}}
    value = values(clinic(3, **parts), log_of({}, {(Level.ON_SHIFT, 0): [(0, float("inf"))]}))
    assert value("cost_per_year") == 0
