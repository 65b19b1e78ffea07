// Draw the figures from the JSON beside them; follow the reader's colour scheme, open sections, and paper.
"use strict";
(() => {
  // In CSS pixels: what fits both A4 and Letter, under the heading of a part.
  const PAPER = { width: 680, half: 328, height: 740, leastZoom: 0.48, mostZoom: 0.8 };
  const { config, light, dark } = JSON.parse(document.getElementById("setting").textContent);
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  const plots = [...document.querySelectorAll(".plot")];
  const shown = (plot) => !plot.closest("details:not([open])");
  const look = () => (scheme.matches ? "dark" : "light");
  const missing = () => plots.filter((plot) => shown(plot) && plot.dataset.look !== look());
  const specification = (plot) => JSON.parse(document.getElementById(`${plot.id}-data`).textContent);

  function draw(plot) {
    const { data, layout } = specification(plot);
    Object.assign(plot.style, { zoom: "", minHeight: "" });
    plot.dataset.look = look();
    Plotly.newPlot(plot, data, { ...layout, template: scheme.matches ? dark : light }, config).then(reachableLegend);
  }

  // Drawn anew, since a Sankey diagram that is only resized would still be moving when the page is printed.
  function drawForPaper(plot) {
    const { data, layout } = specification(plot);
    const room = plot.closest(".gallery:not(.single, .broad)") ? PAPER.half : PAPER.width;
    const zoom = Math.min(
      Math.max(PAPER.leastZoom, Math.min(PAPER.mostZoom, PAPER.height / layout.height)),
      room / parseFloat(getComputedStyle(plot).minWidth),
    );
    Object.assign(plot.style, { zoom, minHeight: "0" });
    plot.dataset.look = "paper";
    Plotly.purge(plot);
    Plotly.newPlot(plot, data, { ...layout, width: room / zoom, template: light }, { ...config, staticPlot: true });
  }

  function near(plot) {
    const { top, bottom } = plot.getBoundingClientRect();
    return top < 2 * window.innerHeight && bottom > -window.innerHeight;
  }

  // What is in sight first; the rest one by one, with room between for whatever the reader does.
  let [waiting, printing, opened] = [false, false, []];
  function drawMissing() {
    if (printing) return;
    missing().filter(near).forEach(draw);
    if (waiting || !missing().length) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      missing().slice(0, 1).forEach(draw);
      drawMissing();
    });
  }

  drawMissing();
  document.addEventListener("toggle", drawMissing, true);
  document.addEventListener("scroll", drawMissing, { passive: true });
  scheme.addEventListener("change", drawMissing);
  window.addEventListener("beforeprint", () => {
    printing = true;
    opened = [...document.querySelectorAll("main .folded:not([open], .long)")];
    for (const folded of opened) folded.open = true;
    plots.filter(shown).forEach(drawForPaper);
  });
  window.addEventListener("afterprint", () => {
    printing = false;
    for (const folded of opened) folded.open = false;
    drawMissing();
  });
})();
