// Clears the marks without losing the place: no browser sends what follows #.

for (const link of document.querySelectorAll("[data-same-place]")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
