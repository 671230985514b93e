// Read first and check after: where one language is hidden, a key, a tap or a button shows it row by row.

import { chosenRows, ROWS, wordsOf } from "./chosen.js";
import { onKey } from "./keys.js";
import { say } from "./say.js";
import { gather } from "./tabstops.js";

const { dataset } = document.documentElement;
const rows = document.querySelectorAll(ROWS);

/** The language that is hidden in this view, if one is. */
const hidden = () => ({ zh: "en", en: "zh" })[dataset.view];

const sideOf = (row) => row.querySelector(`:scope > .${hidden()}`);

const isShown = (row) => sideOf(row).getClientRects().length > 0;

function buttonOf(row) {
  const known = row.querySelector(":scope > .reveal");
  if (known) return known;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "reveal" });
  button.addEventListener("click", () => toggle(row));
  row.append(button);
  gather(row);
  return button;
}

/** Gives every row its button, which says by its name what it shows. */
function offer() {
  if (!hidden()) return;
  const { textContent, lang } = document.querySelector(`[data-set-view=${hidden()}]`);
  const shown = [...rows].map(isShown);
  rows.forEach((row, i) => {
    const button = buttonOf(row);
    Object.assign(button, { textContent, lang, ariaExpanded: String(shown[i]) });
  });
}

function toggle(row) {
  if (!hidden()) return;
  const shows = !isShown(row);
  row.dataset.reveal = shows;
  buttonOf(row).ariaExpanded = String(shows);
  if (shows) say(wordsOf(row, hidden()), sideOf(row).lang);
}

onKey("r", () => {
  if (!hidden()) return false;
  chosenRows().forEach(toggle);
});

addEventListener("click", ({ target, pointerType }) => {
  if (!hidden() || pointerType === "mouse" || target.closest("a, button")) return;
  const row = target.closest(`${ROWS} > :is(.zh, .en)`)?.parentElement;
  if (row && document.getSelection().isCollapsed) toggle(row);
});

document.addEventListener("view", () => {
  for (const row of rows) delete row.dataset.reveal;
  offer();
});
document.addEventListener("target", () => {
  for (const row of document.querySelectorAll(".row:is(:target, .ranged)")) delete row.dataset.reveal;
  offer();
});
offer();
