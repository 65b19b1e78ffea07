// Every table can be saved as CSV; a number with its interval becomes three columns.
"use strict";
(() => {
  const INTERVAL = /^([+-]?[\d,.]+)\D*? \(([+-]?[\d,.]+) to ([+-]?[\d,.]+)\)$/;
  const text = (cell) => cell.textContent.replaceAll("\u2212", "-").replace(/\s+/g, " ").trim();

  function plain(cell) {
    const [value, bounds] = [cell.querySelector(".value"), cell.querySelector(".bounds")];
    return bounds ? `${text(value)} (${text(bounds)})` : text(value ?? cell);
  }

  // What a spreadsheet would take for a formula starts with an apostrophe.
  function guarded(said) {
    const safe = /^[=+\-@]/.test(said) && isNaN(Number(said)) ? `'${said}` : said;
    return `"${safe.replaceAll('"', '""')}"`;
  }

  function spread(said, head) {
    if (head) return [said, `${said}, low`, `${said}, high`];
    return (INTERVAL.exec(said)?.slice(1) ?? [said, "", ""]).map((part) => part.replaceAll(",", ""));
  }

  function csv(table) {
    const rows = [...table.rows].map((row) => [...row.cells].map(plain));
    const wide = rows[0].map((_, column) => rows.some((row) => INTERVAL.test(row[column])));
    const lines = rows.map((row, place) => row.flatMap((said, column) => (wide[column] ? spread(said, place === 0) : [said])));
    return `\ufeff${lines.map((line) => `${line.map(guarded).join(",")}\r\n`).join("")}`;
  }

  for (const table of document.querySelectorAll("main table")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "save", textContent: "Save this table as CSV" });
    button.addEventListener("click", () => {
      const href = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv" }));
      const download = `${table.closest("[id]")?.id ?? "table"}.csv`;
      Object.assign(document.createElement("a"), { href, download }).click();
      URL.revokeObjectURL(href);
    });
    (table.closest(".scroll") ?? table).after(button);
  }
})();
