// Marks in the outline of a whole document where the reader is.

const outline = document.querySelector("[data-outline]");
const lines = [...(outline?.querySelectorAll("a[href^='#']") ?? [])];
const places = lines
  .map((line) => ({ line, unit: document.getElementById(line.dataset.unit) }))
  .filter(({ unit }) => unit);

let current = null;

function follow() {
  const eye = innerHeight * 0.3;
  const passed = places.filter(({ unit }) => unit.getBoundingClientRect().top <= eye);
  const line = (passed.at(-1) ?? places[0]).line;
  if (line === current) return;
  current?.removeAttribute("aria-current");
  line.setAttribute("aria-current", "true");
  current = line;
  keepInSight(line);
}

/** Scrolls the outline itself and never the page. */
function keepInSight(line) {
  const box = outline.getBoundingClientRect();
  const { top, bottom } = line.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) outline.scrollTop += top - box.top - box.height / 3;
}

const page = outline?.querySelector("[aria-current='page']");
if (page) keepInSight(page);

if (places.length) {
  outline.dataset.followed = "";
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }, { passive: true });
  follow();
}
