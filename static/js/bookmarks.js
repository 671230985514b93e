// Bookmarks and notes beside the text: a mark at the number of each row that has one, and what the menu does.

import { chosen, ROWS } from "./chosen.js";
import { textOf } from "./clip.js";
import { change, entries, nameOf } from "./kept.js";
import { say } from "./say.js";

const { dataset: words } = document.querySelector("[data-note-dialog]");

/** What is kept of the sentence or range that is meant; a range is also found at its first row. */
function kept({ slug, locator }) {
  const own = entries().filter((one) => one.slug === slug);
  return own.find((one) => one.locator === locator) ?? own.find((one) => one.locator.startsWith(`${locator}-`));
}

const fresh = ({ slug, locator, rows }) => ({ slug, locator, zh: textOf(rows, ["zh"]), en: textOf(rows, ["en"]) });

/** Shows what a row has, and says it to those who hear its number. */
function mark() {
  const all = new Map();
  for (const one of entries()) {
    const name = nameOf(one).replace(/-s\w+$/, "");
    all.set(name, [...all.get(name) ?? [], one]);
  }
  for (const row of document.querySelectorAll(ROWS)) {
    const own = all.get(nameOf(chosen([row]))) ?? [];
    const has = [own.some((one) => one.bookmarked) && "bookmarked", own.some((one) => one.note) && "noted"].filter(Boolean);
    row.toggleAttribute("data-kept", has.length > 0);
    if (has.length) row.dataset.kept = has.join(" ");
    row.querySelector(".loc").ariaDescription = has.length ? has.map((one) => words[one]).join(", ") : null;
  }
}

document.addEventListener("row:menu", ({ detail: { menu, ...meant } }) => {
  const entry = kept(meant);
  if (entry?.bookmarked) menu.querySelector("[data-act=bookmark]").textContent = words.forget;
  if (entry?.note) menu.querySelector("[data-act=note]").textContent = words.edit;
});
document.addEventListener("row:bookmark", ({ detail: meant }) => {
  if (!meant) return;
  const entry = kept(meant) ?? fresh(meant);
  if (change(entry, { bookmarked: !entry.bookmarked })) say(entry.bookmarked ? words.forgotten : words.bookmarked);
});
document.addEventListener("row:note", async ({ detail: meant }) => {
  if (!meant) return;
  await import("./notes.js");
  document.dispatchEvent(new CustomEvent("note:open", { detail: kept(meant) ?? fresh(meant) }));
});
document.addEventListener("kept", mark);
mark();
