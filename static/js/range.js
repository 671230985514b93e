// Highlights a range of sentences, as in #s4-s6 or #2.3.11.s4-s6.

const RANGE = /^#(.*?)(s\d+[a-z]*)-(s\d+[a-z]*)$/;

function rowsOf(hash) {
  const [, unit, first, last] = decodeURIComponent(hash).match(RANGE) ?? [];
  const start = first && document.getElementById(unit + first);
  const end = last && document.getElementById(unit + last);
  if (!start || !end) return [];
  const rows = [...document.querySelectorAll(".para > .row")];
  return rows.slice(rows.indexOf(start), rows.indexOf(end) + 1);
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
