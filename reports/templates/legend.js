// The legend from the keyboard: each entry is a button that hides its lines and brings them back.
"use strict";
const reachableLegend = (() => {
  const hidden = (entry) => Number(entry.style.opacity) < 1;

  function toggle(entry) {
    const target = entry.querySelector(".legendtoggle");
    for (const type of ["mousedown", "mouseup"]) target.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0 }));
  }

  function mark(plot) {
    for (const entry of plot.querySelectorAll(".legend .traces")) {
      const name = entry.querySelector(".legendtext")?.dataset.unformatted ?? "";
      const said = { tabindex: 0, role: "button", "aria-label": `Show ${entry.textContent || name}`, "aria-pressed": !hidden(entry) };
      for (const [key, value] of Object.entries(said)) entry.setAttribute(key, value);
    }
  }

  return (plot) => {
    mark(plot);
    if (plot.dataset.legend) return;
    plot.dataset.legend = "reachable";
    plot.addEventListener("keydown", (event) => {
      const entry = event.target.closest(".legend .traces");
      if (!entry || !["Enter", " "].includes(event.key)) return;
      event.preventDefault();
      const place = [...plot.querySelectorAll(".legend .traces")].indexOf(entry);
      const back = () => {
        mark(plot);
        plot.querySelectorAll(".legend .traces")[place]?.focus();
      };
      plot.once("plotly_restyle", () => setTimeout(back));
      toggle(entry);
    });
  };
})();
