"use strict";
// Long tables can be searched; without scripts every row is there.
(() => {
  // Numbers and their units are kept together by another space than the one that is typed.
  const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

  function searchable(table) {
    const rows = [...table.tBodies[0].rows];
    const form = document.createElement("label");
    form.className = "search";
    const input = Object.assign(document.createElement("input"), { type: "search" });
    const shown = document.createElement("output");
    const tell = (count) => { shown.textContent = `${count} of ${rows.length} rows`; };
    form.append(`Search ${table.dataset.search.toLowerCase()}`, input, shown);
    input.addEventListener("input", () => {
      const wanted = plain(input.value);
      rows.forEach((row) => { row.hidden = !plain(row.textContent).includes(wanted); });
      tell(rows.filter((row) => !row.hidden).length);
    });
    tell(rows.length);
    table.parentElement.before(form);
  }

  document.querySelectorAll("table[data-search]").forEach(searchable);
})();
