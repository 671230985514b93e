// Clears the marks of a search without losing the place: no browser sends what follows #.

const MARKING = ["q", "lang", "literal"]; // no part of an address to keep

let cleared = false;

/** An address without the marks. */
export function withoutMarks(href) {
  const url = new URL(href);
  for (const name of MARKING) url.searchParams.delete(name);
  return url;
}

/** Takes the marks off the page, and all that goes with them, as the address without them would. */
export function unmark() {
  if (!document.querySelector(".marked")) return;
  cleared = true;
  for (const mark of document.querySelectorAll("article mark")) mark.replaceWith(...mark.childNodes);
  for (const one of document.querySelectorAll(".marked, .acts a[href$='/cite'] ~ a")) one.remove();
  for (const link of document.querySelectorAll("a[href*='q=']:not([href^='/search'])")) link.href = withoutMarks(link.href);
}

for (const link of document.querySelectorAll("[data-same-place]")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
addEventListener("popstate", () => { // back to the address that has them
  if (cleared && new URL(location).searchParams.has("q")) location.reload();
});
