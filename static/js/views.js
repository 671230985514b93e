// Changes the view in place, and keeps the sentence being read where it is.

const root = document.documentElement;
const switches = document.querySelectorAll("[data-set-view]");

/** The row at the reader's eye: the target if it is seen, else the first whole one. */
function rowBeingRead() {
  const seen = (row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const target = document.querySelector(".para > .row:target");
  if (target && seen(target)) return target;
  const rows = [...document.querySelectorAll(".para > .row, .toc > .row")].filter(seen);
  return rows.find((row) => row.getBoundingClientRect().top >= 0) ?? rows[0];
}

function withView(href, view) {
  const url = new URL(href, location.href);
  if (view === "parallel") url.searchParams.delete("view");
  else url.searchParams.set("view", view);
  return url.href;
}

function show(view) {
  const row = rowBeingRead();
  const before = row?.getBoundingClientRect().top ?? 0;
  root.dataset.view = view;
  for (const link of switches) {
    if (link.dataset.setView === view) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const link of document.querySelectorAll("[data-keep-view] a[href^='/'], a[data-keep-view]")) {
    link.href = withView(link.href, view);
  }
  history.replaceState(history.state, "", withView(location.href, view));
  if (row && scrollY > 0) {
    const moved = row.getBoundingClientRect().top - before;
    scrollBy({ top: moved, behavior: "instant" });
  }
}

for (const link of switches) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(link.dataset.setView);
  });
}
