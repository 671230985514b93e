// The editor's page with keys, without reading it anew for every order.

import { onKey } from "./keys.js";
import { allRows, choose, chooseSide, chosenSide, current, order, rowOf, say } from "./rows.js";

const help = document.querySelector("[data-help]");
const isDoubtful = (row) => row.classList.contains("doubtful");

/** Goes to the next or the previous of some rows. */
function walk(step, among = () => true) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const allowed = new Set(allRows());
  const from = rows.indexOf(current());
  for (let at = from < 0 && step < 0 ? rows.length - 1 : from + step; at >= 0 && at < rows.length; at += step) {
    if (allowed.has(rows[at]) && among(rows[at])) return choose(rows[at]);
  }
  return undefined;
}

/** Opens the form in which a row is rewritten, with the cursor in one side. */
async function edit(how) {
  const row = current();
  if (!row) return;
  const query = new URLSearchParams(location.search);
  query.set("row", row.dataset.row);
  query.set("edit", how);
  const answer = await fetch(`form?${query}`);
  if (!answer.ok) return;
  for (const old of document.querySelectorAll("[data-tools], [data-rewrite]")) old.remove();
  row.insertAdjacentHTML("afterend", await answer.text());
  const field = row.nextElementSibling.elements[how === "en" ? "en" : "zh"];
  field.focus();
  const cut = field.value.indexOf("\n");
  field.setSelectionRange(cut < 0 ? 0 : cut, cut < 0 ? 0 : cut);
}

const rewriting = () => document.querySelector("[data-rewrite]");

function apply(form) {
  return order("rewrite", { row: form.elements.row.value, zh: form.elements.zh.value, en: form.elements.en.value });
}

async function save() {
  if (rewriting()) await apply(rewriting());
  order("save");
}

addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, isComposing } = event;
  const form = event.target.closest?.("[data-rewrite]");
  if (isComposing || altKey) return;
  if ((ctrlKey || metaKey) && key.toLowerCase() === "s") save();
  else if (form && key === "Enter" && (ctrlKey || metaKey)) apply(form);
  else if (form && key === "Escape") choose(current());
  else return;
  event.preventDefault();
});

addEventListener("submit", (event) => {
  const name = event.submitter?.value;
  if (!name || name === "retitle") return;
  event.preventDefault();
  if (name === "open" && "dirty" in document.body.dataset && !confirm(document.body.dataset.lost)) return;
  if (name === "rewrite") apply(event.target);
  else order(name);
});

addEventListener("click", (event) => {
  const link = event.target.closest("a");
  const row = event.target.closest("[data-row]");
  if (link?.dataset.edit) edit(link.dataset.edit);
  else if (link && "cancel" in link.dataset) choose(current());
  else if (link?.dataset.to) choose(rowOf(link.dataset.to));
  else if (link?.closest("[data-row]") || (row && getSelection().isCollapsed)) choose(row);
  else return;
  if (event.target.closest("[data-side]")) chooseSide(event.target.closest("[data-side]").dataset.side);
  event.preventDefault();
});

// What is not saved is kept by the server: it is lost when one thinks it done and leaves, not on another of its pages.
let within = false;

function goWithin() {
  within = true;
  setTimeout(() => { within = false; }, 1000);
}

addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const opensHere = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (link && !event.defaultPrevented && opensHere && link.origin === location.origin) goWithin();
});

addEventListener("submit", (event) => {
  if (!event.defaultPrevented) goWithin();
});

addEventListener("beforeunload", (event) => {
  if ("dirty" in document.body.dataset && !within) event.preventDefault();
});

// A page that the back button brings back shows a former state.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

onKey("j", () => walk(1));
onKey("k", () => walk(-1));
onKey("n", () => walk(1, isDoubtful));
onKey("p", () => walk(-1, isDoubtful));
onKey("ArrowLeft", () => chooseSide("zh"));
onKey("ArrowRight", () => chooseSide("en"));
onKey("?", () => { help.open = !help.open; });
onKey("s", () => edit("split"));
onKey("e", () => edit("zh"));
onKey("E", () => edit("en"));
onKey("u", () => order("undo"));
onKey("r", () => order("redo"));
for (const [key, name] of [["J", "join"], ["x", "part"], ["b", "paragraph"], ["a", "accept"]]) onKey(key, () => current() && order(name));
for (const [key, name] of [[">", "push"], ["<", "pull"], [".", "on"], [",", "back"]]) onKey(key, () => current() && order(`${name}-${chosenSide()}`));

chooseSide("en");
const asked = new URLSearchParams(location.search).get("row");
choose(rowOf(asked) ?? document.querySelector(".row.doubtful[data-row]"), { focus: Boolean(asked) });
try {
  const kept = sessionStorage.getItem("said");
  sessionStorage.removeItem("said");
  if (kept) say(kept);
} catch { /* nothing was kept */ }
