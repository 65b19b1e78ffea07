"""A scenario with every section, and slips of the pen in it."""

GROWN = """\
schema_version: 1
name: Grown ward
run: {length: 10 weeks, warm_up: 0 h, replications: 2, seed: 1}
people:
  age_years: {normal: {centre: 35, width: 10, low: 18, high: 80}}
  traits:
    young: {ages: {from: 0, to: 25}}
    woman: {share_pct: 30}
    injects: {share_pct: 60, where: {prescription: 10, court: 80}}
    pregnant: {share_pct: 0, where: {woman: 5}}
demand:
  per_day: 2
  sources:
    self: {share_pct: 60}
    court: {share_pct: 40, leaves_early_pct: 10}
  priority_classes:
    first: {all_of: [pregnant, injects]}
    second: {all_of: [pregnant]}
    rest: {}
  screening:
    diverted_pct: 10
    lost_pct: 10
    outpatient: {share_pct: 20, not_for: [pregnant], lasts: 5 days, completes_pct: 30}
  list_limit: 20
unit:
  beds: 10
  bed_groups:
    women: {beds: 2, only_for: [woman], nowhere_else: true}
    shared: {beds: 8, room_beds: 2, rooms_apart: young}
staff:
  shift_end: finish
  roles:
    nurse: {cover: always, unfilled_pct: 5, agency_pct: 50, handover: 30 min}
    doctor: {meal_break: {lasts: 30 min, priority: 9}}
  roster:
    day: {days: mon-sun, from: 07:30, to: 19:30, nurse: 2, doctor: 1}
    night: {days: mon-sun, from: 19:30, to: 07:30, nurse: 1}
tasks:
  screening: {roles: [nurse], takes: 20 min, priority: 5, on_time_within: 1 day}
  nursing_assessment: {roles: [nurse], takes: 60 min, priority: 2, on_time_within: 1 h}
  history_and_physical: {roles: [doctor], takes: 60 min, priority: 2, on_time_within: 1 h}
  first_dose: {roles: [nurse], takes: 10 min, priority: 2, on_time_within: 1 h}
  dose: {roles: [nurse], takes: 6 min, priority: 3, on_time_within: 1 h}
  check: {roles: [nurse], takes: 10 min, priority: 4, on_time_within: 1 h}
  daily_review: {roles: [doctor], takes: 20 min, priority: 4, on_time_within: 8 h}
  discharge: {roles: [nurse], takes: 30 min, priority: 5, on_time_within: 2 h}
  blood_pressure: {roles: [nurse], takes: 5 min, priority: 3, on_time_within: 1 h}
  injection: {roles: [nurse], takes: 15 min, priority: 3, on_time_within: 1 h}
  counselling: {roles: [nurse], takes: 45 min, priority: 6, on_time_within: 1 h}
  group: {roles: [nurse], takes: 60 min, priority: 6, on_time_within: 30 min}
  response: {roles: [nurse, doctor], takes: 20 min, on_time_within: 10 min}
  constant_observation: {roles: [nurse], takes: 8 h, priority: 1, on_time_within: 10 min, passes_on: true}
withdrawal:
  opioids:
    heroin: {share_pct: 70, acting: short, onset: 9 h, rise: 27 h, decline: 4 days, peak_score: 24}
    prescription: {share_pct: 30, acting: short, onset: 9 h, rise: 27 h, decline: 4 days, peak_score: 20}
  hours_since_use: 16 h
  look_again_every: 4 h
  check_every: {none: 12 h, mild: 8 h, moderate: 4 h, moderately_severe: 2 h, severe: 2 h, first_day: 4 h}
  comfort_by_band: {none: 0, mild: 1, moderate: 1, moderately_severe: 1, severe: 1}
protocols:
  taper:
    kind: buprenorphine taper
    share_pct: 50
    not_for: [pregnant]
    induction: {score_at_least: 8, after_short_acting: 12 h, after_long_acting: 36 h, dose_mg: 4,
      no_start_after: 72 h, recheck_after: 45 min}
    mg_by_day: [8, 6, 4]
    DOSES
  continued:
    kind: buprenorphine continued
    share_pct: 20
    induction: {score_at_least: 8, after_short_acting: 12 h, after_long_acting: 36 h, dose_mg: 4,
      no_start_after: 72 h, recheck_after: 45 min}
    mg_by_day: [8]
    DOSES
    injection: {lasts: 28 days}
  methadone:
    kind: methadone taper
    only_for: [pregnant, court]
    induction: {score_at_least: 8, after_short_acting: 12 h, after_long_acting: 36 h, dose_mg: 20,
      no_start_after: 72 h, recheck_after: 3 h}
    mg_by_day: [30, 20, 10]
    DOSES
  lofexidine:
    kind: alpha-2 agonist
    share_pct: 10
    not_for: [pregnant]
    mg_by_day: [2, 2, 1]
    DOSES
    blood_pressure: {prone_pct: 30, low_pct: 20}
  naltrexone:
    kind: naltrexone
    share_pct: 10
    not_for: [pregnant]
    induction: {score_at_least: 8, after_short_acting: 12 h, after_long_acting: 36 h, dose_mg: 4,
      no_start_after: 72 h, recheck_after: 45 min}
    mg_by_day: [8]
    DOSES
    injection:
      lasts: 28 days
      rapid: {from_day: 3, felt_ratio: 1.2, injection_on_day: 6}
  comfort:
    kind: symptomatic
    share_pct: 5
    days: 4
    review_at: 09:00
    ready: {score_below: 13, for: 24 h}
  night_only: {kind: fixed stay, share_pct: 5, stay: 1 day}
counselling:
  individual: {days: mon-fri, at: 10:00}
  groups:
    coping: {days: mon-fri, at: 14:00, up_to: 16}
leaving:
  per_day: 0.2
  reference_score: 8.5
  reference_pct: 20
  ratio_per_10_points: {odds_ratio: 2.6}
  medication_started_ratio: 0.7
  aftercare_plan_ratio: 0.6
  ratios: {young: {odds_ratio: 1.5}, woman: 0.9, taper: 1.1}
  settling: {ratio: 0.5, per: 1 day, floor: 0.2}
complications:
  reference_score: 8.5
  kinds:
    dehydration:
      per_1000_patient_days: 5
      ratio_per_10_points: 2
      ends: {continue_pct: 60, longer_stay_pct: 30, transfer_pct: 10}
      longer_by: 12 h
    precipitated:
      at_first_dose: {share_pct: 2, where: {heroin: 5}}
      begins_after: 30 min
      not_for: [methadone]
      ends: {continue_pct: 80, observation_pct: 20}
  hospital: {stay: 2 days, bed_held_for: 1 day}
transition:
  boarding_limit: 2 days
  destinations:
    house: {kind: own step-down, wish_pct: 30, beds: 4, stay: 14 days, only_for: [woman], otherwise: clinic}
    clinic: {kind: outpatient, wish_pct: 40, days: mon-fri, slot_time: 10:00, slots_per_day: 2, medication: true}
    home: {kind: none, wish_pct: 10}
afterwards:
  return_to_use: {per_day: 0.05, decays_over: 20 days}
money:
  wage_an_hour: {nurse: 45, doctor: 110}
  agency_an_hour: {nurse: 90}
census:
  in_bed:
    - {people: 4, protocol: taper, stay_so_far: 2 days, first_dose_ago: 1 day, has_not: [woman, pregnant]}
    - {opioid: heroin, stay_so_far: 3 days, examined: true, ready: true}
  waiting:
    - {people: 2, referred_by: court, has: [injects], priority: second, waited_so_far: 1 day}
""".replace(
    "DOSES",
    "dose_times: [08:00, 20:00]\n    least_gap: 6 h\n    full_effect_mg: 8\n    efficacy: 0.75\n    covers: 12 h\n"
    "    wears_off_over: 24 h\n    review_at: 09:00\n    ready: {score_below: 13, for: 24 h}",
)
"""Every section, every kind of protocol and of destination but one, and words wherever they may stand."""
