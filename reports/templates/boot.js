// Draw the figures from the JSON beside them; follow the reader's colour scheme, open sections, and paper.
"use strict";
(() => {
  const A4 = { width: 680, height: 860, leastZoom: 0.6, flowZoom: 0.75 };
  const { config, light, dark } = JSON.parse(document.getElementById("setting").textContent);
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  const plots = [...document.querySelectorAll(".plot")];
  const shown = (plot) => !plot.closest("details:not([open])");
  const drawn = (plot) => plot.classList.contains("js-plotly-plot");

  function draw(plot) {
    const { data, layout } = JSON.parse(document.getElementById(`${plot.id}-data`).textContent);
    Plotly.newPlot(plot, data, { ...layout, template: scheme.matches ? dark : light }, config);
  }

  // Drawn anew, since a Sankey diagram that is only resized would still be moving when the page is printed.
  function drawForPaper(plot) {
    const { data, layout } = JSON.parse(document.getElementById(`${plot.id}-data`).textContent);
    const most = data[0].type === "sankey" ? A4.flowZoom : 1;
    const zoom = Math.max(A4.leastZoom, Math.min(most, A4.height / layout.height));
    plot.style.zoom = zoom;
    Plotly.purge(plot);
    Plotly.newPlot(plot, data, { ...layout, width: A4.width / zoom, template: light }, { ...config, staticPlot: true });
  }

  const drawMissing = () => plots.filter((plot) => shown(plot) && !drawn(plot)).forEach(draw);
  const drawAgain = () => plots.filter(drawn).forEach(draw);

  drawMissing();
  document.addEventListener("toggle", drawMissing, true);
  scheme.addEventListener("change", drawAgain);
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("#measures details:not([open])")];
    for (const group of opened) group.open = true;
    plots.filter(drawn).forEach(drawForPaper);
  });
  window.addEventListener("afterprint", () => {
    for (const group of opened) group.open = false;
    for (const plot of plots) plot.style.zoom = "";
    drawAgain();
  });
})();
