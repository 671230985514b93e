// The list of bookmarks and notes on the page of the library, newest first; what was deleted can be had back.

import { pageAt } from "./address.js";
import { change, entries, nameOf } from "./kept.js";

const section = document.querySelector("[data-kept-section]");
const list = section.querySelector("[data-kept-list]");
const [whole, deleted] = section.querySelectorAll("template");
const gone = new Map(); // deleted while the page is open

/** The name of a document as the library has it, in the language of the interface. */
function titleOf({ slug }) {
  const [side] = document.documentElement.lang.split("-");
  return document.getElementById(slug)?.querySelector(`.${side}`)?.textContent ?? slug;
}

function fill(item, entry) {
  const link = item.querySelector("a");
  link.href = pageAt(`/${nameOf(entry)}`);
  link.textContent = entry.locator;
  link.parentElement.dataset.kept = [entry.bookmarked && "bookmarked", entry.note && "noted"].filter(Boolean).join(" ");
  for (const side of ["zh", "en"]) item.querySelector(`.${side}`).textContent = entry[side];
  item.querySelector("[data-of]").textContent = titleOf(entry);
  const note = item.querySelector("[data-note]");
  note.hidden = !entry.note;
  note.textContent = entry.note;
}

function itemOf(entry) {
  const isGone = gone.has(nameOf(entry));
  const item = (isGone ? deleted : whole).content.firstElementChild.cloneNode(true);
  item.dataset.name = nameOf(entry);
  if (isGone) item.querySelector("[data-place]").textContent = entry.locator;
  else fill(item, entry);
  const button = item.querySelector("button");
  button.setAttribute("aria-label", `${button.textContent} ${entry.locator}`);
  button.addEventListener("click", () => (isGone ? restore : remove)(entry));
  return item;
}

function remove(entry) {
  gone.set(nameOf(entry), entry);
  if (!change(entry, { bookmarked: false, note: "" })) gone.delete(nameOf(entry));
}

const restore = (entry) => change(entry, entry);

function show() {
  const kept = entries();
  for (const one of kept) gone.delete(nameOf(one)); // had back, here or in another tab
  const all = [...kept, ...gone.values()].sort((one, other) => other.changed - one.changed);
  const focused = document.activeElement.closest("[data-kept-list] > li")?.dataset.name;
  list.replaceChildren(...all.map(itemOf));
  section.querySelector("[data-kept-none]").hidden = all.length > 0;
  for (const button of section.querySelectorAll("[data-export]")) button.hidden = !kept.length;
  if (focused) [...list.children].find((item) => item.dataset.name === focused)?.querySelector("button").focus();
}

for (const button of section.querySelectorAll("[data-export]")) {
  button.addEventListener("click", async () => {
    await import("./kept_files.js");
    document.dispatchEvent(new CustomEvent("kept:export", { detail: { kind: button.dataset.export, titleOf } }));
  });
}
section.querySelector("[data-import]").addEventListener("change", async ({ target }) => {
  await import("./kept_files.js");
  document.dispatchEvent(new CustomEvent("kept:import", { detail: target.files[0] }));
  target.value = "";
});
document.addEventListener("kept", show);
section.hidden = false;
show();
if (location.hash === "#kept") section.scrollIntoView(); // it was not there to be gone to
