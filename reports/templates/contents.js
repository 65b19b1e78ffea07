// The contents stay open where there is room for them beside the page, and mark the place that is being read.
"use strict";
(() => {
  const contents = document.querySelector(".toc");
  if (!contents) return;
  const folded = contents.querySelector("details");
  const wide = window.matchMedia("(min-width: 80rem)");
  const links = [...contents.querySelectorAll("a")];
  const places = new Map(links.map((link) => [link, document.getElementById(link.hash.slice(1))]));
  const unfold = () => { folded.open = wide.matches; };

  const LINE_PX = 180;
  // What begins above a line is being read; the line sinks as the page ends, where nothing more can rise to it.
  function beingRead() {
    const height = window.innerHeight;
    const left = document.documentElement.scrollHeight - window.scrollY - height;
    const line = LINE_PX + (height - LINE_PX) * Math.max(0, 1 - left / height);
    const top = (link) => places.get(link).getBoundingClientRect().top;
    const begun = links.filter((link) => places.get(link).getClientRects().length && top(link) <= line);
    const asked = begun.find((link) => link.hash === location.hash && top(link) >= 0);
    return asked ?? begun.at(-1);
  }

  function inSight(link) {
    const holder = wide.matches ? contents : folded;
    const [outer, inner] = [holder.getBoundingClientRect(), link.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) holder.scrollTop += inner.top - outer.top - outer.height / 2;
  }

  let waiting = false;
  function mark() {
    waiting = false;
    const now = beingRead();
    if (now?.hasAttribute("aria-current")) return;
    for (const link of links) link.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "location");
    if (now) inSight(now);
  }

  function soon() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }

  unfold();
  wide.addEventListener("change", unfold);
  contents.addEventListener("click", (event) => { if (event.target.closest("a") && !wide.matches) folded.open = false; });
  folded.addEventListener("toggle", () => {
    const now = contents.querySelector("[aria-current]");
    if (now && folded.open) inSight(now);
  });
  for (const what of ["scroll", "resize", "toggle"]) document.addEventListener(what, soon, { passive: true, capture: true });
  soon();
})();
