// Keys for the whole page. Never while one types, in a dialog, with Ctrl, Alt or Command, or if turned off.

import { say } from "./say.js";

const handlers = new Map();
const off = document.querySelector("#keys-off");
const help = document.querySelector("[data-keys-help]");

/** Lets a key do something; a capital letter is the key with Shift. A handler that gives false leaves the key alone. */
export const onKey = (key, handler) => handlers.set(key, handler);

const isTyping = (node) => node.isContentEditable
  || node.closest("textarea, select, dialog, input:not([type=radio], [type=checkbox])");

/** Caps Lock is no Shift. */
function nameOf({ key, shiftKey }) {
  if (!/^[a-z]$/i.test(key)) return shiftKey && key.length > 1 ? `Shift+${key}` : key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

addEventListener("keydown", (event) => {
  const { ctrlKey, altKey, metaKey, isComposing, defaultPrevented, target } = event;
  if (ctrlKey || altKey || metaKey || isComposing || defaultPrevented || off.checked || isTyping(target)) return;
  const handle = handlers.get(nameOf(event));
  if (handle && handle(event) !== false) event.preventDefault();
});

off.form.addEventListener("change", ({ target }) => {
  if (target.name === "keys") say(target.dataset.said);
});

/** Opens the list of keys; the browser gives the focus back when it is closed. */
function showHelp() {
  help.showModal();
  help.querySelector("h2").focus();
}

for (const button of document.querySelectorAll("[data-show-keys]")) {
  button.hidden = false;
  button.addEventListener("click", showHelp);
}
onKey("?", showHelp);
onKey("/", () => {
  const field = document.querySelector("#q");
  field?.focus();
  field?.select();
});
