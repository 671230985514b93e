// Lights the threads of the unit that is pointed at or has the focus, and their other ends.

const map = document.querySelector("[data-map]");
const arcs = [...map.querySelectorAll("[data-ends]")];
const rows = new Map([...map.querySelectorAll("[data-node]")].map((row) => [row.dataset.node, row]));

function light(event) {
  const row = event.target.closest("[data-node]");
  const at = row?.dataset.node;
  const own = arcs.filter((arc) => arc.dataset.ends.split(" ").includes(at));
  const lit = new Set(own.flatMap((arc) => [arc, ...arc.dataset.ends.split(" ").map((end) => rows.get(end))]));
  for (const one of [...arcs, ...rows.values()]) one.classList.toggle("lit", lit.has(one));
  for (const arc of own) arc.parentNode.append(arc); // above the others
  map.toggleAttribute("data-lit", own.length > 0);
}

function dim() {
  for (const one of map.querySelectorAll(".lit")) one.classList.remove("lit");
  map.removeAttribute("data-lit");
}

map.addEventListener("pointerover", light);
map.addEventListener("focusin", light);
map.addEventListener("pointerleave", dim);
map.addEventListener("focusout", dim);
