// Changes the view in place, and keeps the sentence being read where it is.

import { ROWS, rowAtEye } from "./chosen.js";
import { onKey } from "./keys.js";
import { say } from "./say.js";

const root = document.documentElement;
const switches = [...document.querySelectorAll("[data-set-view]")];

function withView(href, view) {
  const url = new URL(href, location.href);
  if (view === "parallel") url.searchParams.delete("view");
  else url.searchParams.set("view", view);
  return `${url.pathname}${url.search}${url.hash}`; // as it stood, for the next time
}

/** What has the focus may be hidden in another view: then its row takes it. */
function keepFocus(at) {
  if (at.getClientRects().length) return;
  at.closest(".row")?.querySelector(".loc")?.focus({ preventScroll: true });
}

function show(view) {
  const focused = document.activeElement;
  const row = rowAtEye(`${ROWS}, .toc > .row`);
  const before = row?.getBoundingClientRect().top ?? 0;
  root.dataset.view = view;
  for (const link of switches) {
    if (link.dataset.setView === view) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const link of document.querySelectorAll("[data-keep-view] a:not([href^='#']), a[data-keep-view]")) {
    link.href = withView(link.href, view);
  }
  history.replaceState(history.state, "", withView(location.href, view));
  document.dispatchEvent(new CustomEvent("view", { detail: view }));
  keepFocus(focused);
  if (row && scrollY > 0) {
    const moved = row.getBoundingClientRect().top - before;
    scrollBy({ top: moved, behavior: "instant" });
  }
  const now = switches.find((link) => link.dataset.setView === view);
  say(now.textContent, now.lang || root.lang);
}

// On a site of files no server has marked the view that is in the address.
if (switches.length && !switches.some((link) => link.hasAttribute("aria-current") && link.dataset.setView === root.dataset.view)) {
  show(root.dataset.view);
}

for (const link of switches) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.dataset.setView);
  });
}

onKey("l", () => {
  const at = switches.findIndex((link) => link.dataset.setView === root.dataset.view);
  show(switches[(at + 1) % switches.length].dataset.setView);
});
