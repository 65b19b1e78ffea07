// What is wider than its room says that it moves sideways, wherever and whenever that is so.
"use strict";
(() => {
  // By what is in it and not by its scroll width, which a figure changes later, when it is drawn anew.
  const isWide = (room) => [...room.children].some((child) => child.getBoundingClientRect().width > room.clientWidth + 1);
  const mark = (room) => room.classList.toggle("moves", isWide(room));
  // In the next frame, since the words that appear change the height of what is watched.
  const watch = new ResizeObserver((changes) => requestAnimationFrame(() => {
    new Set(changes.map(({ target }) => target.closest(".scroll"))).forEach(mark);
  }));
  for (const room of document.querySelectorAll(".scroll")) {
    for (const watched of [room, ...room.children]) watch.observe(watched);
  }
})();
