// The unit at any second of the window: what has happened up to then, applied one by one.
"use strict";
class Unit {
  static JUST_LEFT_S = 3 * 3600;
  static ENDS = {
    "discharged": "completed", "left": "left against advice", "transferred": "to hospital for good",
    "sent away": "discharged early by the unit", "gave up": "gave up waiting", "no-show": "did not come",
    "refused": "turned away, list full",
  };

  constructor(plan) {
    this.plan = plan;
    this.goTo(0);
  }

  // Backwards it starts again from the beginning: a few thousand rows take no time.
  goTo(second) {
    if (this.second === undefined || second < this.second) this.#empty();
    const { events, kinds } = this.plan;
    while (this.next < events.length && events[this.next][0] <= second) {
      const [when, kind, who, value] = events[this.next++];
      this.#apply(kinds[kind], who, value, when);
    }
    this.second = second;
  }

  get waiting() {
    const [classOf, number] = [(who) => this.plan.people[who][2], (who) => this.plan.people[who][0]];
    return this.people.filter((person) => person && person.at === "list").sort((a, b) =>
      classOf(a.who) - classOf(b.who) || a.listed - b.listed || number(a.who) - number(b.who));
  }

  get justLeft() {
    return this.gone.filter(({ when }) => when > this.second - Unit.JUST_LEFT_S && when <= this.second);
  }

  // Everything that the pictures and the table beside them count.
  get counts() {
    const of = (state) => this.beds.filter((bed) => bed.state === state).length;
    const inBed = this.beds.filter((bed) => bed.state === "used").map((bed) => this.people[bed.who]);
    const [used, coming, cleaning] = [inBed.length, of("kept"), of("cleaning")];
    const empty = this.beds.length - used - coming - cleaning;
    const closed = empty - Math.min(empty, this.#mayBeAdmitted(used + coming));
    return { waiting: this.waiting.length, coming, used, boarding: inBed.filter((person) => person.ready !== null && !person.placed).length,
      cleaning, closed, free: empty - closed };
  }

  get today() {
    return this.days.get(this.day(this.second)) ?? {};
  }

  day(second) {
    return Math.floor((this.plan.start.clock_s + second) / 86400);
  }

  #mayBeAdmitted(patients) {
    if (!this.plan.ratio) return Infinity;
    const [role, each] = this.plan.ratio;
    const { on } = this.staff[role];
    return on < 0 ? Infinity : Math.max(0, Math.floor(on * each) - patients);
  }

  #empty() {
    const { groups, roles } = this.plan;
    const beds = groups.reduce((sum, group) => sum + group.beds, 0);
    this.next = 0;
    this.blocked = 0;
    this.people = [];
    this.gone = [];
    this.days = new Map();
    this.beds = Array.from({ length: beds }, () => ({ state: "free", who: null }));
    this.staff = roles.map(() => ({ on: 0, busy: 0, over: 0 }));
  }

  #apply(kind, who, value, when) {
    if (kind === "cleaned") return this.#cleaned(who);
    if (kind === "blocked") return void (this.blocked = value);
    if (kind === "on shift") return void (this.staff[who].on = value);
    if (kind === "busy") return void (this.staff[who].busy = value);
    if (kind === "overtime") return void (this.staff[who].over = value);
    if (kind === "listed") this.people[who] = { who, at: "list", listed: when, due: null, ready: null };
    this.#count(kind, when);
    this.#happens(this.people[who], kind, value, when);
  }

  #cleaned(bed) {
    if (this.beds[bed].state === "cleaning") this.beds[bed] = { state: "free", who: null };
  }

  #count(kind, when) {
    const day = this.day(when);
    if (!this.days.has(day)) this.days.set(day, {});
    const counts = this.days.get(day);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }

  #happens(person, kind, value, when) {
    if (kind in Unit.ENDS) return this.#ends(person, kind, when);
    switch (kind) {
      case "called":
        Object.assign(person, { at: "way", bed: value, called: when });
        this.beds[value] = { state: "kept", who: person.who };
        break;
      case "admitted":
        Object.assign(person, { at: "bed", admitted: when });
        this.beds[person.bed] = { state: "used", who: person.who };
        break;
      case "band": person.band = value; break;
      case "checked": Object.assign(person, { score: value, scored: when, due: null, checking: false }); break;
      case "next check": person.nextCheck = value; break;
      case "check due": Object.assign(person, { due: person.due ?? when, checking: false }); break;
      case "check begun": person.checking = true; break;
      case "ready": person.ready = when; break;
      case "placed": person.placed = true; break;
      case "to hospital": Object.assign(person, { away: true, due: null, checking: false }); break;
      case "back": person.away = false; break;
    }
  }

  #ends(person, kind, when) {
    if (person.at === "bed") this.beds[person.bed] = { state: "cleaning", who: person.who };
    if (person.at === "way") this.beds[person.bed] = { state: "free", who: null };
    Object.assign(person, { at: "gone", how: Unit.ENDS[kind], left: when });
    this.gone.push({ who: person.who, kind, when });
  }
}
