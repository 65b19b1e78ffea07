"""Small scenarios as text, and slips of the pen in them."""

WARD = """\
schema_version: 1
name: Small ward
run:
  length: 10 weeks
  warm_up: 1 week
  replications: 2
  seed: 1
demand:
  per_day: 2
  sources:
    self:
      share_pct: 60
    court:
      share_pct: 40
unit:
  beds: 10
  ratio: {role: nurse, patients: 6}
staff:
  shift_end: finish
  roles:
    nurse: {cover: always}
    doctor: {}
  roster:
    day: {days: mon-sun, from: 07:30, to: 19:30, nurse: 2, doctor: 1}
    night: {days: mon-sun, from: 19:30, to: 07:30, nurse: 1}
tasks:
  check:
    roles: [nurse]
    takes: {lognormal: {mean: 10 min, sd: 4 min}}
    priority: 4
    on_time_within: 30 min
protocols:
  plain:
    kind: fixed stay
    stay:
      exponential: {mean: 5 days}
"""
"""A fixed stay, two sources, a ratio rule and one task."""

_TASKS = {
    "nursing_assessment": "nurse",
    "history_and_physical": "doctor",
    "first_dose": "nurse",
    "dose": "nurse",
    "check": "nurse",
    "daily_review": "doctor",
    "discharge": "nurse",
}

TAPER = (
    WARD.partition("tasks:")[0]
    + "tasks:\n"
    + "".join(
        f"  {name}: {{roles: [{role}], takes: 10 min, priority: 4, on_time_within: 1 h}}\n"
        for name, role in _TASKS.items()
    )
    + """\
withdrawal:
  opioids:
    heroin:
      {share_pct: 70, acting: short, onset: 9 h, rise: 27 h, decline: 4 days, peak_score: 24}
    methadone:
      {share_pct: 30, acting: long, onset: 51 h, rise: 48 h, decline: 6 days, peak_score: 20}
  hours_since_use: 16 h
  look_again_every: 4 h
  check_every: {none: 12 h, mild: 8 h, moderate: 4 h, moderately_severe: 2 h, severe: 2 h, first_day: 4 h}
  comfort_by_band: {none: 0, mild: 1, moderate: 1, moderately_severe: 1, severe: 1}
protocols:
  taper:
    kind: buprenorphine taper
    induction:
      score_at_least: 8
      after_short_acting: 12 h
      after_long_acting: 36 h
      dose_mg: 4
      no_start_after: 72 h
      recheck_after: 45 min
    mg_by_day: [8, 6, 4]
    dose_times: [08:00, 20:00]
    least_gap: 6 h
    full_effect_mg: 8
    efficacy: 0.75
    covers: 12 h
    wears_off_over: 24 h
    review_at: 09:00
    ready: {score_below: 13, for: 24 h}
transition:
  boarding_limit: 2 days
  destinations:
    house: {kind: own step-down, wish_pct: 30, beds: 4, stay: 14 days, otherwise: programme}
    programme: {kind: outside place, wish_pct: 20, wait: 3 days, otherwise: clinic}
    clinic: {kind: outpatient, wish_pct: 40, days: mon-fri, slot_time: 10:00, slots_per_day: 2}
    home: {kind: none, wish_pct: 10}
"""
)
"""Everything that a buprenorphine taper needs, and four destinations."""

CHILD = "extends: base\nname: Child\n"


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """The text with each first piece replaced by its second, which must be there once."""
    for old, new in pairs:
        assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def line_of(text: str, piece: str) -> int:
    """The line in which a piece of text stands for the first time."""
    return text[: text.index(piece)].count("\n") + 1
