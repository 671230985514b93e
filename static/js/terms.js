// Terms by keyboard. A page has hundreds of them, and Tab would never get through: here they are no
// stops of it. From the number of a sentence, which is one stop a row, the arrow keys go to its terms
// and among them, and back; Tab goes on from where they were left. A screen reader lists them all as
// links. Without this script they are stops like any other link: a long way is better than none.

const off = document.querySelector("#terms-off");
const terms = document.querySelectorAll("a.term");

/** The number of a row and those of its terms that are seen in this view. */
function stopsOf(row) {
  const seen = (term) => term.getClientRects().length > 0;
  return [row.querySelector(".loc"), ...[...row.querySelectorAll("a.term")].filter(seen)];
}

function press(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const row = event.target.closest?.(".para > .row");
  if (!step || !row || off.checked) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const stops = stopsOf(row);
  const at = stops.indexOf(event.target);
  const next = at < 0 ? null : stops[at + step];
  if (!next) return;
  event.preventDefault(); // the page would be scrolled sideways
  next.focus();
}

for (const term of terms) {
  term.tabIndex = -1;
  term.closest(".row").querySelector(".loc").setAttribute("aria-keyshortcuts", "ArrowRight");
}
document.querySelector("[data-term-keys]").hidden = !terms.length;
addEventListener("keydown", press);
