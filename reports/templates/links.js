// A link to what is folded opens it.
"use strict";
(() => {
  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let around = target; around; around = around.parentElement?.closest("details")) {
      if (around.tagName === "DETAILS") around.open = true;
    }
    target.scrollIntoView();
  }

  window.addEventListener("hashchange", open);
  // A second click on a link does not change the address, but what it leads to may have been folded since.
  document.addEventListener("click", (event) => { if (event.target.closest("a[href^='#']")) setTimeout(open); });
  open();
})();
