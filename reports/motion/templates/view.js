// The floor as elements of the page, touched only where something has changed.
"use strict";
class View {
  static #STATES = { free: "free", kept: "coming", cleaning: "cleaning", closed: "closed", hospital: "hospital" };
  static #COUNTED = [["listed", "Joined the list"], ["admitted", "Admitted"], ["discharged", "Completed"],
    ["left", "Left against advice"], ["transferred", "To hospital for good"], ["sent away", "Sent away by the unit"],
    ["gave up", "Gave up waiting"], ["no-show", "Called, did not come"], ["refused", "Turned away, list full"]];
  static #ALWAYS = ["listed", "admitted", "discharged", "left"];
  static #MOST_SQUARES = 12;
  static #MOST_WAITING = 60;

  constructor(unit) {
    this.unit = unit;
    this.words = new Words(unit.plan);
    this.about = null;
    this.seen = new Map();
    this.beds = this.#layOutBeds();
    this.roles = unit.plan.roles.map((role) => this.#layOutRole(role));
  }

  draw() {
    const { unit, words } = this;
    const counts = unit.counts;
    this.#put("weekday", words.weekday(unit.second));
    this.#put("time", words.clock(unit.second));
    this.#put("date", words.date(unit.second));
    this.#put("waiting-count", counts.waiting);
    this.#put("why-waiting", Words.WHY_NOT_CALLED[counts.waiting ? unit.blocked : 0]);
    this.#put("used-count", counts.used);
    this.#put("beds-said", this.#sayBeds(counts));
    this.#drawBeds(counts.closed);
    this.#drawWaiting();
    this.#drawLeft();
    this.#drawToday();
    unit.staff.forEach((crew, role) => this.#drawCrew(this.roles[role], crew));
    this.#drawAbout();
  }

  // One sentence about now, for those who hear the page.
  say() {
    const { unit, words } = this;
    const { used, waiting } = unit.counts;
    return `${words.weekday(unit.second)} ${words.clock(unit.second)}: ${used} of ${unit.beds.length} beds occupied, ${waiting} waiting.`;
  }

  #put(id, text) {
    if (this.seen.get(id) !== text) {
      this.seen.set(id, text);
      document.getElementById(id).textContent = text;
    }
  }

  static element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  #layOutBeds() {
    const beds = [];
    for (const group of this.unit.plan.groups) {
      const list = View.element("ul", { className: "beds" });
      for (let place = 0; place < group.beds; place++) {
        const bed = this.#layOutBed(beds.length);
        const apart = group.room && place && place % group.room === 0;
        list.append(View.element("li", { className: apart ? "room" : "" }, bed.button));
        beds.push(bed);
      }
      const title = group.label ? [View.element("h3", { textContent: group.label })] : [];
      document.getElementById("groups").append(...title, list);
    }
    return beds;
  }

  #layOutBed(place) {
    const [what, tag] = ["what", "tag"].map((className) => View.element("span", { className }));
    const pips = View.element("span", { className: "pips" }, ...Array.from({ length: 4 }, () => document.createElement("i")));
    const button = View.element("button", { type: "button", className: "bed" },
      View.element("span", { className: "number", textContent: place + 1 }), tag, what, pips);
    for (const event of ["pointerenter", "focus", "click"]) {
      button.addEventListener(event, () => { this.about = place; this.#drawAbout(); });
    }
    return { button, what, tag };
  }

  #layOutRole(role) {
    const [squares, said] = ["squares", "said"].map((className) => View.element("span", { className }));
    squares.ariaHidden = "true";
    document.getElementById("staff").append(View.element("li", {}, View.element("b", { textContent: role }), squares, said));
    return { squares, said, seen: "" };
  }

  // Which of the empty beds are closed is not known; the last ones are shown so.
  #drawBeds(closed) {
    for (let place = this.beds.length - 1; place >= 0; place--) {
      const bed = this.unit.beds[place];
      const person = bed.who === null ? null : this.unit.people[bed.who];
      this.beds[place].shown = View.#shown(bed.state, person, bed.state === "free" && closed-- > 0);
      this.#drawBed(this.beds[place], bed, person, place);
    }
  }

  static #shown(state, person, closed) {
    if (closed) return "closed";
    return state === "used" && person.away ? "hospital" : state;
  }

  #drawBed({ button, what, tag, shown }, bed, person, place) {
    const inBed = shown === "used";
    const band = inBed && person.band !== undefined ? person.band : "";
    const late = inBed && person.due !== null && !person.checking && this.unit.second - person.due > this.unit.plan.late_s;
    const ready = inBed && person.ready !== null ? (person.placed ? "place found" : "ready") : "";
    const word = inBed ? (band === "" ? "in care" : Words.BANDS[band]) : View.#STATES[shown];
    const key = `${shown}|${band}|${late}|${ready}|${bed.who}`;
    if (button.dataset.key === key) return;
    Object.assign(button.dataset, { key, state: shown, band, ready: ready === "ready" });
    what.textContent = word;
    tag.textContent = late ? "late" : ready === "ready" ? "ready" : "";
    tag.className = late ? "tag late" : "tag";
    const who = bed.who === null ? "" : `, ${this.words.person(bed.who)}`;
    button.ariaLabel = `Bed ${place + 1}: ${word}${who}${ready ? `, ${ready}` : ""}${late ? ", check late" : ""}`;
  }

  #drawWaiting() {
    const { unit, words } = this;
    const waiting = unit.waiting;
    const chips = waiting.slice(0, View.#MOST_WAITING).map(({ who, listed }) => [Words.brief(unit.second - listed), `${words.person(who)}, on the list since ${words.when(listed)}`]);
    if (waiting.length > chips.length) chips.push([`and ${waiting.length - chips.length} more`, ""]);
    this.#chips("waiting", chips.map(([text, title]) => ({ text, title, kind: "waits" })), "Nobody is waiting.");
  }

  #drawLeft() {
    const chips = this.unit.justLeft.reverse().map(({ who, kind, when }) => ({
      text: Unit.ENDS[kind], title: `${this.words.person(who)}, ${this.words.when(when)}`, kind: kind.replace(" ", "-"), key: who }));
    this.#chips("left", chips, "Nobody in the last three hours.");
  }

  #chips(id, chips, nobody) {
    const key = JSON.stringify(chips);
    if (this.seen.get(id) === key) return;
    this.seen.set(id, key);
    const list = document.getElementById(id);
    const old = new Set([...list.children].map((chip) => chip.dataset.key));
    list.replaceChildren(...chips.map(({ text, title, kind, key: who }) => {
      const chip = View.element("li", { textContent: text, title, className: `chip ${kind}` });
      chip.dataset.key = who ?? "";
      if (who !== undefined && !old.has(String(who))) chip.classList.add("new");
      return chip;
    }), ...(chips.length ? [] : [View.element("li", { className: "nobody", textContent: nobody })]));
  }

  #drawToday() {
    const today = this.unit.today;
    const rows = View.#COUNTED.filter(([kind]) => View.#ALWAYS.includes(kind) || today[kind]);
    const key = JSON.stringify(rows.map(([kind]) => [kind, today[kind]]));
    if (this.seen.get("today") === key) return;
    this.seen.set("today", key);
    document.getElementById("today").replaceChildren(...rows.map(([kind, label]) => View.element("div", {},
      View.element("dt", { textContent: label }), View.element("dd", { textContent: today[kind] ?? 0 }))));
  }

  #drawCrew(drawn, { on, busy, over }) {
    const key = `${on}|${busy}|${over}`;
    if (drawn.seen === key) return;
    drawn.seen = key;
    const squares = Math.max(on, busy);
    drawn.squares.replaceChildren(...(squares > View.#MOST_SQUARES ? [] : Array.from({ length: Math.max(0, squares) }, (_, place) =>
      View.element("i", { className: place < busy ? (place < on || on < 0 ? "busy" : "busy beyond") : "" }))));
    const whole = on < 0 ? `${busy} busy, as many as needed` : on === 0 && !busy ? "nobody on shift" : `${busy} of ${on} busy`;
    drawn.said.textContent = whole + (over > 0 ? `, ${over} past the end of the shift` : "");
  }

  #sayBeds({ coming, boarding, cleaning, closed, free }) {
    const parts = [[free, "free"], [coming, "kept for somebody on the way"], [cleaning, "being cleaned"],
      [closed, "closed for want of staff"], [boarding, "ready to leave, waiting for a place"]];
    return parts.filter(([count]) => count).map(([count, what]) => `${count} ${what}`).join(" · ");
  }

  #drawAbout() {
    if (this.about === null) return;
    const facts = this.words.bed(this.beds[this.about].shown, this.unit.beds[this.about], this.unit);
    const key = JSON.stringify([this.about, facts]);
    if (this.seen.get("about") === key) return;
    this.seen.set("about", key);
    this.#put("about-title", `Bed ${this.about + 1}`);
    document.getElementById("about").replaceChildren(...facts.map(([what, value]) => View.element("div", {},
      View.element("dt", { textContent: what }), View.element("dd", { textContent: value }))));
  }
}
