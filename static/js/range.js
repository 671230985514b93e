// The target, a sentence or a range such as #s4-s6 or #2.3.11.s4-s6: highlighted, in the title, in the address bar.

import { endsOf, ROWS, rowWithFocus, unitOf, wordsOf } from "./chosen.js";
import { unmark, withoutMarks } from "./marks.js";

const LONGEST = 60; // characters of a sentence in the title

const title = document.title;
let own = null; // the fragment that was set here, with the row in its place already

/** Writes a segment so that words sort as a reader counts: s4 before s4a, s4a before s10. */
function rank(segment) {
  const [, number, letters] = segment.match(/^s(\d+)([a-z]*)$/) ?? [];
  return number && number.padStart(9, "0") + String(letters.length).padStart(3, "0") + letters;
}

/** The rows of a range; those whose sentence has moved or is gone come last. */
function rowsOf(hash) {
  const { unit, first, last } = endsOf(hash) ?? {};
  const ends = [unit + first, unit + last].map((id) => document.getElementById(id));
  if (!first || ends.includes(null)) return [];
  const within = ({ id }) => {
    const at = id.startsWith(unit) && rank(id.slice(unit.length));
    return at && rank(first) <= at && at <= rank(last);
  };
  const rows = [...document.querySelectorAll(ROWS)];
  const former = [...document.querySelectorAll(".row.former")].filter(within);
  const [start, end] = ends.map((row) => rows.indexOf(row));
  const live = start < 0 || end < 0 ? rows.filter(within) : rows.slice(start, end + 1);
  return [...live, ...former];
}

/** Names the page by the sentence it is open at, as a list of tabs or bookmarks will show it. */
function entitle(row) {
  if (!row) return void (document.title = title);
  const [side, other] = /^zh/.test(document.documentElement.lang) ? ["zh", "en"] : ["en", "zh"];
  const shown = row.querySelector(`.${side}.untranslated`) ? other : side;
  const words = wordsOf(row, shown);
  document.title = `${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words} · ${title}`;
}

function highlight() {
  const rows = rowsOf(location.hash);
  for (const row of document.querySelectorAll(".row.ranged")) row.classList.remove("ranged");
  for (const row of rows) row.classList.add("ranged");
  const one = document.getElementById(decodeURIComponent(location.hash.slice(1))); // :target comes later
  entitle(rows[0] ?? (one?.matches(ROWS) ? one : null));
  document.dispatchEvent(new Event("target"));
  if (location.hash !== own) rows[0]?.scrollIntoView({ block: "start", behavior: "instant" });
}

/** Makes one row or a range the target, and leaves the text where it is on the screen. */
export function target(first, last = first) {
  const url = withoutMarks(location.href);
  url.hash = first === last ? first.id : `${first.id}-${last.id.split(".").at(-1)}`;
  own = url.hash;
  first.style.scrollMarginBlockStart = `${first.getBoundingClientRect().top}px`;
  unmark();
  setTimeout(() => { first.style.scrollMarginBlockStart = ""; }, 300);
  const again = first !== last || url.search !== location.search || own === location.hash;
  if (url.search !== location.search) history.pushState(history.state, "", url);
  location[again ? "replace" : "assign"](url);
  highlight();
}

/** Makes the range from one row to another the target; says whether they can be one. */
export function span(from, to) {
  if (!from || unitOf(from) !== unitOf(to)) return false;
  const backwards = from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING;
  target(...(backwards ? [to, from] : [from, to]));
  return true;
}

/** The row a range to *row* begins at: the far end of the range there is, the target, or the focus. */
export function anchorFor(row) {
  const ranged = [...document.querySelectorAll(`${ROWS}.ranged`)];
  const below = ranged.length && ranged[0].compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING;
  return below ? ranged.at(-1) : ranged[0] ?? document.querySelector(`${ROWS}:target`) ?? rowWithFocus();
}

// The server was asked for the range in the query, for browsers without scripts.
const url = new URL(location.href);
if (url.searchParams.has("range")) {
  url.searchParams.delete("range");
  history.replaceState(history.state, "", url);
}
if (location.hash) highlight();
addEventListener("hashchange", highlight);
