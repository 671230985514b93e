// The rows on the page: which one is chosen, and what the server says of them.

const body = document.body;
const said = document.querySelector("[data-said]");
const state = document.querySelector("[data-state]");
const queue = document.querySelector("[data-queue]");
const tools = document.querySelector("[data-tools-of]").content;
const only = () => "only" in document.documentElement.dataset;

let side = "en";

export const rowOf = (key) => document.querySelector(`[data-row="${key}"]`);
export const allRows = () => [...document.querySelectorAll(only() ? ".row.doubtful[data-row]" : "[data-row]")];
export const current = () => document.querySelector("[data-row].current");
export const chosenSide = () => side;
export const say = (words) => { said.textContent = words; };

/** Chooses the side that is shifted by keys. */
export function chooseSide(lang) {
  side = lang;
  body.dataset.side = lang;
}

/** Chooses a row: what can be done with it is shown below. */
export function choose(row, { focus = true } = {}) {
  if (!row) return;
  const before = current();
  if (before !== row) {
    before?.classList.remove("current");
    row.classList.add("current");
  }
  if (row.nextElementSibling?.matches("[data-tools]") !== true) {
    for (const old of document.querySelectorAll("[data-tools], [data-rewrite]")) old.remove();
    const form = tools.firstElementChild.cloneNode(true);
    form.elements.row.value = row.dataset.row;
    for (const link of form.querySelectorAll("[data-edit]")) link.search = link.search.replace("row=", `row=${row.dataset.row}`);
    row.after(form);
  }
  if (focus) row.querySelector(".loc").focus({ preventScroll: true });
  row.nextElementSibling.scrollIntoView({ block: "nearest" });
  row.scrollIntoView({ block: "nearest" });
}

/** Puts the rows of a unit in the order the server has them in. */
function arrange(unit, keys, rows) {
  const section = document.querySelector(`[data-unit="${unit}"]`);
  const kept = new Set(keys.map(String));
  for (const row of section.querySelectorAll("[data-row]")) if (!kept.has(row.dataset.row)) row.remove();
  let last = [...section.children].filter((one) => !one.matches("[data-row]")).at(-1);
  const has = new Map([...section.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, row]));
  for (const [n, key] of keys.entries()) {
    const row = has.get(String(key)) ?? made(rows[key]);
    number(row, section.dataset.address, n + 1);
    if (last ? last.nextElementSibling !== row : section.firstElementChild !== row) last ? last.after(row) : section.prepend(row);
    last = row;
  }
}

/** Numbers a row anew; what it says need not be sent again for that. */
function number(row, address, n) {
  const link = row.querySelector(".loc");
  if (link.textContent === String(n)) return;
  link.textContent = n;
  for (const one of [row, link]) one.ariaLabel = `${address}.s${n}`;
}

function made(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

/** Shows what has become of the text. */
function show(done, key, index) {
  for (const old of document.querySelectorAll("[data-tools], [data-rewrite]")) old.remove();
  for (const [at, html] of Object.entries(done.rows)) rowOf(at)?.replaceWith(made(html));
  for (const [unit, keys] of Object.entries(done.units)) arrange(unit, keys, done.rows);
  state.innerHTML = done.state;
  queue.innerHTML = done.queue;
  body.dataset.version = done.version;
  body.toggleAttribute("data-dirty", done.unsaved);
  const next = rowOf(key) ?? rowOf(done.current) ?? document.querySelectorAll("[data-row]")[index];
  choose(next);
}

/** Gives an order to the server; the orders wait for one another. */
let last = Promise.resolve();
export function order(name, fields = {}) {
  last = last.then(() => send(name, fields)).catch(() => say(body.dataset.failed));
  return last;
}

async function send(name, fields) {
  const row = current();
  const key = fields.row ?? row?.dataset.row ?? "";
  const index = row ? [...document.querySelectorAll("[data-row]")].indexOf(row) : 0;
  const sent = new URLSearchParams({ row: key, ...fields, do: name, version: body.dataset.version });
  const answer = await fetch(`do${location.search}`, { method: "POST", body: sent, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  const done = await answer.json();
  if (done.reload) {
    body.removeAttribute("data-dirty");
    if (done.said) sessionStorage.setItem("said", done.said);
    location.reload();
    return;
  }
  show(done, name === "undo" || name === "redo" ? done.current : key, index);
  say(done.said);
}
