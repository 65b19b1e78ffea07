"""Words in figures as a browser sets them: none is cut off, and none lies over another."""

import pytest

from tests.browser.visiting import Visit

pytestmark = pytest.mark.browser

FAULTS = """() => {
  const faults = [];
  for (const plot of document.querySelectorAll('.js-plotly-plot')) {
    const room = plot.querySelector('.main-svg').getBoundingClientRect();
    const words = [...plot.querySelectorAll('svg text')].filter((each) => each.textContent.trim())
      .map((each) => ({ said: each.textContent, box: each.getBoundingClientRect() }));
    words.forEach(({ said, box }, place) => {
      if (Math.min(box.left - room.left, room.right - box.right, box.top - room.top, room.bottom - box.bottom) < -1)
        faults.push(`${plot.id}: “${said}” is cut off`);
      for (const other of words.slice(place + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 2 && down > 4) faults.push(`${plot.id}: “${said}” lies over “${other.said}”`);
      }
    });
  }
  return faults;
}"""

FITTED = """() => {
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  const gap = (plot) => plot.querySelector('.main-svg').getBoundingClientRect().width - plot.clientWidth;
  return plots.length > 20 && plots.every((plot) => Math.abs(gap(plot)) < 2);
}"""
"""Every figure has taken the width of the screen."""


@pytest.mark.parametrize("width", [1280, 390])
def test_no_words_of_a_figure_are_cut_off_or_lie_over_others(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.open_all()
    visit.page.wait_for_function(FITTED)
    assert visit.page.evaluate(FAULTS) == []
