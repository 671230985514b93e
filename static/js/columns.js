// Lets a selection that begins in one language stay in it: by mouse, by touch and by keyboard.

import { langOf, sideOf } from "./clip.js";

function stayIn(side) {
  const { dataset } = document.documentElement;
  if (!side) delete dataset.select;
  else if (dataset.select !== langOf(side)) dataset.select = langOf(side);
}

addEventListener("pointerdown", ({ target }) => stayIn(sideOf(target)));

// What begins elsewhere, as everything does that is selected at once, has both.
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.isCollapsed) stayIn(sideOf(selection.anchorNode));
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") stayIn(null);
});
