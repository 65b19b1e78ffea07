// Time: play, pause, scrub and speed, by pointer and by keyboard.
"use strict";
(() => {
  const [HOUR, DAY, LONGEST_FRAME_MS] = [3600, 86400, 250];
  const plan = JSON.parse(document.getElementById("plan").textContent);
  const [play, scrub, speed, said] = ["play", "scrub", "speed", "said"].map((id) => document.getElementById(id));
  const view = new View(new Unit(plan));
  let [second, playing, last, saying] = [0, false, 0, 0];

  function goTo(wanted) {
    second = Math.max(0, Math.min(plan.seconds, wanted));
    view.unit.goTo(Math.floor(second));
    view.draw();
    scrub.value = String(Math.floor(second / 60));
    scrub.setAttribute("aria-valuetext", view.say());
  }

  function frame(now) {
    if (!playing) return;
    goTo(second + Math.min(now - last, LONGEST_FRAME_MS) / 1000 * Number(speed.value));
    last = now;
    if (second >= plan.seconds) setPlaying(false);
    else requestAnimationFrame(frame);
  }

  function setPlaying(wanted) {
    if (wanted && second >= plan.seconds) goTo(0);
    playing = wanted;
    play.textContent = playing ? "Pause" : "Play";
    document.body.classList.toggle("playing", playing);
    if (!playing) return announce();
    last = performance.now();
    requestAnimationFrame(frame);
  }

  // After the last of many steps only.
  function announce() {
    clearTimeout(saying);
    saying = setTimeout(() => { said.textContent = view.say(); }, 400);
  }

  function step(seconds) {
    goTo(second + seconds);
    if (!playing) announce();
  }

  function faster(by) {
    speed.selectedIndex = Math.max(0, Math.min(speed.options.length - 1, speed.selectedIndex + by));
  }

  const KEYS = {
    ArrowLeft: (event) => step(event.shiftKey ? -DAY : -HOUR),
    ArrowRight: (event) => step(event.shiftKey ? DAY : HOUR),
    Home: () => step(-plan.seconds),
    End: () => step(plan.seconds),
    " ": () => setPlaying(!playing),
    "+": () => faster(1),
    "-": () => faster(-1),
  };

  document.addEventListener("keydown", (event) => {
    const has = (selector) => event.target.closest(selector);
    if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in KEYS)) return;
    if (has("select, summary, a, .scroll") || (event.key === " " && has("#play"))) return;
    event.preventDefault();
    KEYS[event.key](event);
  });
  play.addEventListener("click", () => setPlaying(!playing));
  scrub.addEventListener("input", () => { goTo(Number(scrub.value) * 60); if (!playing) announce(); });

  goTo(0);
  setPlaying(!matchMedia("(prefers-reduced-motion: reduce)").matches);
})();
