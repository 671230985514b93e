// Closes the display panel when the reader is done with it, and comes back to the same sentence.

const panel = document.querySelector("[data-display]");
const handle = panel.querySelector("summary");
const form = panel.querySelector("form");

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !panel.open) return;
  panel.open = false;
  handle.focus();
});

addEventListener("click", (event) => {
  if (!panel.contains(event.target)) panel.open = false;
});

// No browser sends what follows #, so both ways of changing the language carry it along.
form.addEventListener("submit", () => {
  form.elements.next.value = location.pathname + location.search + location.hash;
});

document.querySelector("[data-other-language]").addEventListener("click", (event) => {
  event.currentTarget.hash = location.hash;
});
