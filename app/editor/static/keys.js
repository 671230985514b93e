// Single keys. Never while one types, or with Ctrl, Alt or Command, or if turned off.

const box = document.querySelector("[data-keys]");
const handlers = new Map();

try {
  box.checked = localStorage.getItem("editor-keys") !== "off";
} catch { /* nothing can be kept here */ }
box.addEventListener("change", () => {
  try {
    localStorage.setItem("editor-keys", box.checked ? "on" : "off");
  } catch { /* it lasts as long as the page */ }
});

/** Lets a key do something; a capital letter is the key with Shift. */
export const onKey = (key, handler) => handlers.set(key, handler);

const isTyping = (node) => node.closest?.("textarea, select, input:not([type=checkbox])");

function nameOf({ key, shiftKey }) {
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

addEventListener("keydown", (event) => {
  const { ctrlKey, altKey, metaKey, isComposing, target } = event;
  if (ctrlKey || altKey || metaKey || isComposing || !box.checked || isTyping(target)) return;
  const handle = handlers.get(nameOf(event));
  if (!handle) return;
  event.preventDefault();
  handle();
});
