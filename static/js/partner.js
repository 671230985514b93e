// A tap on a sentence lights its partner, as pointing at it and the focus do by themselves.

import { ROWS } from "./chosen.js";

const SIDES = `${ROWS} > :is(.zh, .en)`;

addEventListener("click", ({ target, pointerType }) => {
  if (pointerType === "mouse") return;
  for (const row of document.querySelectorAll("[data-lit]")) delete row.dataset.lit;
  const side = target.closest?.(SIDES);
  if (side) side.parentElement.dataset.lit = side.classList[0];
});
