// Copies the sentences that are meant, their address, or a whole unit: from the menu of a row, by a key, by a button.

import { textOf } from "./clip.js";
import { addressIn } from "./copy.js";
import { say } from "./say.js";

const LANGS = { "copy-zh": ["zh"], "copy-en": ["en"], "copy-both": ["zh", "en"] };

const { copied } = document.querySelector("[data-row-menu]").dataset;

/** Where the page may not write to the clipboard, as without https, a field can be copied from. */
function copyFrom(text) {
  const field = document.createElement("textarea");
  const { activeElement } = document;
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  activeElement.focus({ preventScroll: true });
  return done;
}

async function put(text) {
  const done = navigator.clipboard
    ? await navigator.clipboard.writeText(text).then(() => true, () => copyFrom(text))
    : copyFrom(text);
  if (done) say(copied);
}

function copy(meant, langs) {
  if (meant) put(textOf(meant.rows, langs));
}

for (const [act, langs] of Object.entries(LANGS)) {
  document.addEventListener(`row:${act}`, ({ detail }) => copy(detail, langs));
}
document.addEventListener("row:copy-link", ({ detail: { locator, rows } }) => {
  put(new URL(locator, addressIn(rows[0].querySelector("[data-copy]"))).href);
});

for (const button of document.querySelectorAll("[data-copy-text]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const own = "article > header > h1.row, article > .para > .row";
    copy({ rows: [...document.querySelectorAll(own)] }, LANGS[button.dataset.copyText]);
  });
}
