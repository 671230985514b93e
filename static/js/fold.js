// Unfolds the outline where there is room for it, and folds it where there is not.

const wide = matchMedia("(min-width: 75rem)");

function fit() {
  for (const outline of document.querySelectorAll("[data-fold]")) outline.open = wide.matches;
}

wide.addEventListener("change", fit);
fit();
