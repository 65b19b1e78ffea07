// A table sorts by the button in each of its heads: up, down, and back. Without scripts it is as it was written.
// Hours and points are not compared with each other: a column of several units sorts by its verdicts, or not at all.
"use strict";
(() => {
  const HOURS = { min: 1 / 60, h: 1, day: 24, days: 24, week: 168, weeks: 168 };
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
  const UNSEEN = ["", "–", "not seen"];
  const BRACKETS = /\(([^()]+)\)(?=$|:)/;
  // What verdicts look like, from the best to the worst.
  const LOOKS = ["better", "changed", "too-small-to-matter", "no-change", "too-close-to-call", "", "worse"];

  // The mean where a cell holds an interval too, and not its verdict.
  const said = (cell) => (cell.querySelector(".value") ?? cell).textContent.replaceAll("\u2212", "-").replace(/\s+/g, " ").trim();

  const numeral = (text) => /^([+-]?[\d,]*\.?\d+)(?: ?([^\s\d(,.:;–-][^\s(]*))?/.exec(text);

  function amount(text) {
    const [, digits, unit] = numeral(text) ?? [];
    return digits ? Number(digits.replaceAll(",", "")) * (HOURS[unit] ?? 1) : NaN;
  }

  const differ = (units) => new Set(units).size > 1;

  // A unit stands behind its number, or in brackets behind the name of every row.
  function isMixed(rows, column) {
    if (column === 0) return false;
    const counted = rows.filter((row) => !isNaN(amount(said(row.cells[column]))));
    const behind = counted.map((row) => numeral(said(row.cells[column]))[2] ?? "");
    const named = counted.map(({ cells: [name] }) => name.querySelector(".unit")?.textContent ?? BRACKETS.exec(said(name))?.[1]);
    return differ(behind.map((unit) => (unit in HOURS ? "time" : unit))) || (named.every(Boolean) && differ(named));
  }

  function verdict(cell) {
    const found = cell.querySelector(".verdict");
    return found ? LOOKS.indexOf(found.className.replace("verdict", "").trim()) : LOOKS.length;
  }

  // Numbers by value and lengths of time by length, then words; words with an order of their own by that.
  function compared(ranks) {
    if (ranks) return (a, b) => ranks.indexOf(a) - ranks.indexOf(b);
    return (a, b) => {
      const [x, y] = [amount(a), amount(b)];
      if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
      return x - y || a.localeCompare(b, "en", { numeric: true });
    };
  }

  // How the cells of a column compare; nothing where they do not.
  function order(head, rows, column) {
    if (!isMixed(rows, column)) {
      const compare = compared(head.dataset.order?.split("|"));
      return (a, b) => compare(said(a), said(b));
    }
    const judged = rows.some((row) => row.cells[column].querySelector(".verdict"));
    if (judged) head.title = "Sorts by verdict";
    return judged ? (a, b) => verdict(a) - verdict(b) : null;
  }

  // What was not seen comes last, whichever way the table is sorted.
  function sorted(rows, column, way, compare) {
    const seen = rows.filter((row) => !UNSEEN.includes(said(row.cells[column])));
    const sign = way === "descending" ? -1 : 1;
    const ranked = [...seen].sort((a, b) => sign * compare(a.cells[column], b.cells[column]));
    return [...ranked, ...rows.filter((row) => !seen.includes(row))];
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    const written = [...table.tBodies[0].rows];
    heads.forEach((head, column) => {
      const compare = order(head, written, column);
      if (!compare) return;
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "sort" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const way = NEXT[head.getAttribute("aria-sort") ?? "none"];
        for (const each of heads) each.removeAttribute("aria-sort");
        if (way !== "none") head.setAttribute("aria-sort", way);
        table.tBodies[0].append(...(way === "none" ? written : sorted(written, column, way, compare)));
      });
    });
  }

  for (const table of document.querySelectorAll("main table")) {
    if (table.tHead && table.tBodies[0]?.rows.length > 1) sortable(table);
  }
})();
