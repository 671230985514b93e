// Cites the chosen row or range, or what a link to cite is about, in a dialog that is loaded on demand.

import { isFrozen, pageAt } from "./address.js";

/** A site of files has no page to cite each range from: there its unit is cited. */
const cited = (locator) => isFrozen ? locator.replace(/\.s\w+-s\w+$/, "") : locator;

async function cite(href) {
  try {
    await import("./citing.js");
    document.dispatchEvent(new CustomEvent("cite:open", { detail: href }));
  } catch {
    location.assign(href);
  }
}

document.addEventListener("row:cite", ({ detail }) => {
  const own = document.querySelector("[data-cite-link]")?.href;
  const href = detail ? pageAt(`/${detail.slug}/${cited(detail.locator)}/cite`) : own;
  if (document.activeElement === document.body) { // where the focus comes back to
    detail?.rows[0].querySelector(".loc").focus({ preventScroll: true });
  }
  if (href) cite(href);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-cite-link], .acts a:is([href$='/cite'], [href$='/cite/'])");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  cite(link.href);
});
