"use strict";
// Long tables can be searched; without scripts every row is there.
(() => {
  function searchable(table) {
    const rows = [...table.tBodies[0].rows];
    const form = document.createElement("label");
    form.className = "search";
    const input = Object.assign(document.createElement("input"), { type: "search" });
    const shown = document.createElement("output");
    const tell = (count) => { shown.textContent = `${count} of ${rows.length} rows`; };
    form.append(`Search ${table.dataset.search.toLowerCase()}`, input, shown);
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      rows.forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
      tell(rows.filter((row) => !row.hidden).length);
    });
    tell(rows.length);
    table.parentElement.before(form);
  }

  document.querySelectorAll("table[data-search]").forEach(searchable);
})();
