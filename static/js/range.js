// Highlights a range of sentences, as in #s4-s6 or #2.3.11.s4-s6.

const RANGE = /^#(.*?)(s\d+[a-z]*)-(s\d+[a-z]*)$/;

/** Writes a segment so that words sort as a reader counts: s4 before s4a, s4a before s10. */
function rank(segment) {
  const [, number, letters] = segment.match(/^s(\d+)([a-z]*)$/) ?? [];
  return number && number.padStart(9, "0") + String(letters.length).padStart(3, "0") + letters;
}

/** The rows of a range; those whose sentence has moved or is gone come last. */
function rowsOf(hash) {
  const [, unit, first, last] = decodeURIComponent(hash).match(RANGE) ?? [];
  const ends = [unit + first, unit + last].map((id) => document.getElementById(id));
  if (!first || ends.includes(null)) return [];
  const within = ({ id }) => {
    const at = id.startsWith(unit) && rank(id.slice(unit.length));
    return at && rank(first) <= at && at <= rank(last);
  };
  const rows = [...document.querySelectorAll(".para > .row")];
  const former = [...document.querySelectorAll(".row.former")].filter(within);
  const [start, end] = ends.map((row) => rows.indexOf(row));
  const live = start < 0 || end < 0 ? rows.filter(within) : rows.slice(start, end + 1);
  return [...live, ...former];
}

function highlight() {
  const rows = rowsOf(location.hash);
  for (const row of document.querySelectorAll(".row.ranged")) row.classList.remove("ranged");
  for (const row of rows) row.classList.add("ranged");
  rows[0]?.scrollIntoView({ block: "start", behavior: "instant" });
}

// The server was asked for the range in the query, for browsers without scripts.
const url = new URL(location.href);
if (url.searchParams.has("range")) {
  url.searchParams.delete("range");
  history.replaceState(history.state, "", url);
}
if (RANGE.test(decodeURIComponent(location.hash))) highlight();
addEventListener("hashchange", highlight);
