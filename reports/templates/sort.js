// Every table sorts by the button in each of its heads: up, down, and back. Without scripts it is as it was written.
"use strict";
(() => {
  const HOURS = { min: 1 / 60, h: 1, day: 24, days: 24, week: 168, weeks: 168 };
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
  const UNSEEN = ["", "–", "not seen"];

  // The mean where a cell holds an interval too, and not its verdict.
  const said = (cell) => (cell.querySelector(".value") ?? cell).textContent.replaceAll("\u2212", "-").replace(/\s+/g, " ").trim();

  function amount(text) {
    const found = /^([+-]?[\d,]*\.?\d+)(?: (min|h|days?|weeks?)(?!\w))?/.exec(text);
    return found ? Number(found[1].replaceAll(",", "")) * (HOURS[found[2]] ?? 1) : NaN;
  }

  // Numbers by value and lengths of time by length, then words; words with an order of their own by that.
  function compared(order) {
    if (order) return (a, b) => order.indexOf(a) - order.indexOf(b);
    return (a, b) => {
      const [x, y] = [amount(a), amount(b)];
      if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
      return x - y || a.localeCompare(b, "en", { numeric: true });
    };
  }

  // What was not seen comes last, whichever way the table is sorted.
  function sorted(rows, column, way, compare) {
    const seen = rows.filter((row) => !UNSEEN.includes(said(row.cells[column])));
    const sign = way === "descending" ? -1 : 1;
    const ranked = [...seen].sort((a, b) => sign * compare(said(a.cells[column]), said(b.cells[column])));
    return [...ranked, ...rows.filter((row) => !seen.includes(row))];
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    const written = [...table.tBodies[0].rows];
    heads.forEach((head, column) => {
      const compare = compared(head.dataset.order?.split("|"));
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
