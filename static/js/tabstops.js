// One tab stop a row. A page has hundreds of links, and Tab would never get through: it stops once a row,
// at the number. From there the right and left arrow keys go to what else is in the row (terms, links,
// notes, counts, marks) and back. A screen reader lists them all as links. Without this script they are
// stops like any other link: a long way is better than none.

const ROW = "#text :is(.para > .row, h2.row, h3.row, h4.row, h5.row, h6.row):has(> .loc)";
const STOPS = ":scope > a, :scope > button, :is(.zh, .en) a";

const off = document.querySelector("#terms-off");

/** The handles of the notes under a row belong to it. */
function handlesOf(row) {
  const handles = [];
  for (let note = row.nextElementSibling; note?.matches(".note"); note = note.nextElementSibling) {
    handles.push(note.querySelector("summary"));
  }
  return handles;
}

const stopsOf = (row) => [...row.querySelectorAll(STOPS), ...handlesOf(row)];

/** The row of a stop, which for the handle of a note is the one above. */
function rowOf(node) {
  let at = node.closest(".note > summary")?.parentElement ?? node;
  while (at.matches(".note")) at = at.previousElementSibling;
  return at.closest(ROW);
}

const isSeen = (stop) => stop.getClientRects().length > 0 && !(off.checked && stop.matches(".term"));

/** Lets Tab stop at one place of the row only. */
function rest(row, at = row.querySelector(".loc")) {
  for (const stop of stopsOf(row)) stop.tabIndex = stop === at ? 0 : -1;
}

function press(event) {
  const { key, target, ctrlKey, metaKey, shiftKey, altKey } = event;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const row = step && rowOf(target);
  if (!row || ctrlKey || metaKey || shiftKey || altKey) return;
  const stops = stopsOf(row).filter(isSeen);
  const next = stops[stops.indexOf(target) + step];
  if (!next || !stops.includes(target)) return;
  event.preventDefault(); // the page would be scrolled sideways
  next.focus();
}

/** Makes a row one stop; also after something was put into it. */
export function gather(row) {
  rest(row);
  if (stopsOf(row).length > 1) row.querySelector(".loc").setAttribute("aria-keyshortcuts", "ArrowRight");
}

document.querySelectorAll(ROW).forEach(gather);
addEventListener("keydown", press);
addEventListener("focusin", ({ target }) => {
  const row = rowOf(target);
  if (row && stopsOf(row).includes(target)) rest(row, target);
});
addEventListener("focusout", ({ target, relatedTarget }) => {
  const row = rowOf(target);
  if (row && (!relatedTarget || rowOf(relatedTarget) !== row)) rest(row);
});
