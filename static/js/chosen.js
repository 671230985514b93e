// Which rows are meant when something is done to the text: one rule for keys, menu and address bar.

/** Sentences; a row without a number is a word of the editor. */
export const ROWS = ".para > .row:has(> .loc)";

const RANGE = /^#(.*?)(s\d+[a-z]*)-(s\d+[a-z]*)$/;

/** The whole address of a row, 2.3.11.s4, on any page: its number has it. */
export const locatorOf = (row) => row.querySelector(".loc").textContent.trim();

/** The document a row is from; a result on another page says so by where it leads. */
const slugOf = (row) => row.closest("[data-slug]")?.dataset.slug
  ?? new URL(row.querySelector(".loc").href).pathname.split("/").filter(Boolean).at(-2);

export const unitOf = (row) => locatorOf(row).replace(/\.s\w+$/, "");

/** The row that has the focus, or whose menu does. */
export const rowWithFocus = () => document.querySelector(`${ROWS}:focus-within`)
  ?? document.querySelector(`${ROWS}:has(> [aria-expanded=true][aria-haspopup])`);

const isSeen = (row) => {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** The row at the reader's eye: the target if it is seen, else the first whole one. */
export function rowAtEye(kinds = ROWS) {
  const target = document.querySelector(`${ROWS}:target`);
  if (target && isSeen(target)) return target;
  // the paragraph first: one that is out of sight need not be laid out to know that its rows are
  const rows = [...document.querySelectorAll(kinds)].filter((row) => isSeen(row.parentElement) && isSeen(row));
  return rows.find((row) => row.getBoundingClientRect().top >= 0) ?? rows[0];
}

/** The two ends that an address bar names, after what they have in common. */
export function endsOf(hash) {
  const [, unit, first, last] = decodeURIComponent(hash).match(RANGE) ?? [];
  return first && { unit, first, last };
}

/** The rows meant now: the range, unless the focus has left it; else one row. */
export function chosenRows() {
  const ranged = [...document.querySelectorAll(`${ROWS}.ranged`)];
  const focused = rowWithFocus();
  if (ranged.length && (!focused || ranged.includes(focused))) return ranged;
  return [focused ?? rowAtEye()].filter(Boolean);
}

/** What is meant now: `{slug, locator, rows}`, or null where there is no row. */
export function chosen(rows = chosenRows()) {
  if (!rows.length) return null;
  const [first, last] = [rows[0], rows.at(-1)];
  const end = first === last ? "" : `-${locatorOf(last).split(".").at(-1)}`;
  return { slug: slugOf(first), locator: locatorOf(first) + end, rows };
}

/** One side of a row as it is read: without the numbers of notes and what stands over the words. */
export function wordsOf(row, side) {
  const copy = row.querySelector(`:scope > .${side}`).cloneNode(true);
  for (const one of copy.querySelectorAll("sup, rt, rp")) one.remove();
  return copy.textContent.trim();
}
