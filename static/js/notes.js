// The note on a sentence: a field in a dialog, kept while it is typed.

import { change } from "./kept.js";

const dialog = document.querySelector("[data-note-dialog]");
const field = dialog.querySelector("textarea");
const said = dialog.querySelector("[data-note-said]");
let entry = null;

document.addEventListener("note:open", ({ detail }) => {
  entry = detail;
  field.value = entry.note ?? "";
  said.textContent = "";
  dialog.querySelector("[data-note-place]").textContent = entry.locator;
  dialog.showModal();
  field.focus();
});
field.addEventListener("input", () => {
  said.textContent = change(entry, { note: field.value }) ? dialog.dataset.saved : "";
});
dialog.addEventListener("click", ({ target }) => { // beside it
  if (target === dialog) dialog.close();
});
