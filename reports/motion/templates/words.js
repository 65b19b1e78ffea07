// Times, people and beds in words.
"use strict";
class Words {
  static BANDS = ["none", "mild", "moderate", "mod. sev.", "severe"];
  static BANDS_IN_FULL = ["none", "mild", "moderate", "moderately severe", "severe"];
  static WHY_NOT_CALLED = ["", "Not called now: no bed is free and clean for them.", "Not called now: outside admission hours.",
    "Not called now: one more patient would be too many for the staff on shift."];
  static #DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

  constructor(plan) {
    this.plan = plan;
  }

  weekday(second) {
    const day = Math.floor((this.plan.start.clock_s + second) / 86400) + this.plan.start.weekday;
    return Words.#DAYS[((day % 7) + 7) % 7];
  }

  clock(second) {
    const minutes = Math.floor((((this.plan.start.clock_s + second) % 86400) + 86400) % 86400 / 60);
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  }

  // The date where the scenario has one, otherwise the week of the measured time.
  date(second) {
    const { date, clock_s, measured_s } = this.plan.start;
    if (!date) return `week ${Math.floor((measured_s + second) / 604800) + 1}`;
    const noon = new Date(`${date}T12:00:00Z`);
    noon.setUTCDate(noon.getUTCDate() + Math.floor((clock_s + second) / 86400));
    return noon.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  when(second) {
    return `${this.weekday(second).slice(0, 3)} ${this.clock(second)}`;
  }

  static long(seconds) {
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return `${minutes} min`;
    if (minutes < 2880) return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
    const hours = Math.floor(minutes / 60) % 24;
    return `${Math.floor(minutes / 1440)} days${hours ? ` ${hours} h` : ""}`;
  }

  // As short as it can be said.
  static brief(seconds) {
    const hours = Math.floor(seconds / 3600);
    return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
  }

  person(who) {
    return `person ${this.plan.people[who][0]}`;
  }

  isFixed(who) {
    return this.plan.fixed[this.plan.people[who][1]];
  }

  check(person, now) {
    if (this.isFixed(person.who)) return "none: a stay of fixed length";
    if (person.away) return "none while in hospital";
    if (person.checking) return "under way";
    if (person.score === undefined && person.due === null) return "after the first assessment";
    if (person.due === null) return this.when(person.nextCheck);
    return now - person.due < 60 ? "due now" : `due since ${this.when(person.due)}, ${Words.long(now - person.due)} ago`;
  }

  // [what, value] pairs about whoever has a bed.
  patient(person, now) {
    const [number, protocol, priority] = this.plan.people[person.who];
    const facts = [["Person", String(number)], ["Care plan", this.plan.protocols[protocol]]];
    if (priority >= 0) facts.push(["Priority", this.plan.classes[priority]]);
    if (person.band !== undefined) facts.push(["Withdrawal now", Words.BANDS_IN_FULL[person.band]]);
    if (person.score !== undefined) facts.push(["Score last found", `COWS ${person.score}, ${this.when(person.scored)}`]);
    facts.push(["In this bed", `${Words.long(now - person.admitted)}, since ${this.when(person.admitted)}`]);
    facts.push(["Next check", this.check(person, now)]);
    if (person.away) facts.push(["Now", "in hospital; the bed is held"]);
    if (person.ready !== null) facts.push(["Ready to leave", `since ${this.when(person.ready)}; ${person.placed ? "has a place to go to" : "waits for a place to go to"}`]);
    return facts;
  }

  bed(shown, bed, unit) {
    const person = bed.who === null ? null : unit.people[bed.who];
    switch (shown) {
      case "used": case "hospital": return this.patient(person, unit.second);
      case "kept": return [["Now", `kept for ${this.person(bed.who)}, called ${this.when(person.called)} and on the way`]];
      case "cleaning": return [["Now", "being cleaned"], ["Before", `${this.person(bed.who)}: ${person.how}, ${this.when(person.left)}`]];
      case "closed": return [["Now", `free but closed: with ${this.plan.roles[this.plan.ratio[0]].toLowerCase()}s on shift as they are, one more patient would be too many`]];
    }
    return [["Now", "free and clean"]];
  }
}
