// The display panel on a site of files: what is chosen is kept in this browser and takes effect at once.

import { choices, keep } from "./choices.js";

const root = document.documentElement;
const panel = document.querySelector("[data-display]");
const form = panel.querySelector("form");
const usual = { theme: "auto", terms: "on", keys: "on", ui: root.dataset.tree ?? "en" };

/** Shows what is kept as it is chosen in the panel. */
function fill() {
  for (const [name, value] of Object.entries({ ...usual, ...choices(), ui: usual.ui })) form.elements[name].value = value;
}

function show({ theme, keys, terms }) {
  for (const [name, value] of [["theme", theme], ["keys", keys]]) {
    if (value === usual[name]) delete root.dataset[name];
    else root.dataset[name] = value;
  }
  if (terms === "on") return;
  for (const term of document.querySelectorAll("a.term")) term.replaceWith(...term.childNodes);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = Object.fromEntries(Object.keys(usual).map((name) => [name, form.elements[name].value]));
  const before = { ...usual, ...choices() };
  keep(chosen);
  if (chosen.ui !== usual.ui || (chosen.terms === "on" && before.terms === "off")) location.reload();
  show(chosen);
  panel.open = false;
});
panel.hidden = false;
fill();
show({ ...usual, ...choices() });
