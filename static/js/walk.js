// Through the text by keys: sentence by sentence, unit by unit, and a range with Shift.

import { chosen, ROWS, rowAtEye, rowWithFocus } from "./chosen.js";
import { onKey } from "./keys.js";
import { span } from "./range.js";
import { say } from "./say.js";

const UNITS = "#text :is(h2, h3, h4, h5, h6):is(.row, .unit > .vh), .found > .row";

const all = (kinds) => [...document.querySelectorAll(kinds)];
const precedes = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

/** Where one walks from: the focus if it is in the text, else the target if that is seen. */
function start() {
  const focused = document.activeElement.closest("#text *");
  const [eye, at] = [rowAtEye(), document.querySelector(`${ROWS}:target, ${ROWS}.ranged`)];
  return focused ?? (at === eye ? at : null);
}

/** Puts the focus on a row, well inside the screen; a row that is larger than that begins where one reads. */
function arrive(row) {
  if (!row) return;
  row.querySelector(".loc").focus({ preventScroll: true });
  const block = row.offsetHeight > innerHeight / 2 ? "start" : "nearest";
  row.scrollIntoView({ block, behavior: "instant" });
}

/** The next of some rows after a place, or the one before it. */
function next(rows, from, step) {
  const row = from.closest(ROWS);
  const others = rows.filter((one) => one !== row && !one.contains(from));
  return step > 0 ? others.find((one) => precedes(from, one)) : others.findLast((one) => precedes(one, from));
}

function walk(step) {
  const from = start();
  arrive(from ? next(all(ROWS), from, step) : rowAtEye());
}

/** Makes the range one row longer or shorter; the focus goes with its moving end. */
function stretch(step) {
  const at = rowWithFocus() ?? start()?.closest(ROWS) ?? rowAtEye();
  const ranged = all(`${ROWS}.ranged`);
  const fixed = ranged.at(-1) === at ? ranged[0] : ranged[0] === at ? ranged.at(-1) : at;
  const to = at && next(all(ROWS), at, step);
  if (!to || !span(fixed, to)) return;
  arrive(to);
  say(chosen().locator);
}

/** Goes to the next unit or the one before: of the page, or, where the page is one unit, the next page. */
function unit(step) {
  const steps = document.querySelector(".steps");
  if (steps) return steps.querySelector(`[rel=${step > 0 ? "next" : "prev"}]`)?.click();
  const units = all(UNITS);
  const from = start() ?? rowAtEye();
  const at = units.findLast((one) => one.contains(from) || precedes(one, from));
  const to = units[units.indexOf(at) + step];
  if (to?.matches(".vh")) return arrive(to.parentElement.querySelector(ROWS));
  arrive(to);
}

for (const [step, small, capital, arrow, bracket] of [[1, "j", "J", "Down", "]"], [-1, "k", "K", "Up", "["]]) {
  onKey(small, () => walk(step));
  onKey(capital, () => stretch(step));
  onKey(`Shift+Arrow${arrow}`, () => rowWithFocus() ? stretch(step) : false);
  onKey(bracket, () => unit(step));
}
