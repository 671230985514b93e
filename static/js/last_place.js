// Where the reader was, one place a document, in this browser only; it is offered and never jumped to.

import { chosen, rowAtEye } from "./chosen.js";

const KEY = "reader:places";
const PLACE = /^[a-z\d][a-z\d.-]{0,59}\.s\d{1,9}[a-z]{0,9}$/; // nothing else that was kept is trusted
const PAUSE = 500; // milliseconds between two looks

const links = document.querySelectorAll("[data-continue]");
const text = document.querySelector("#text[data-slug]");

/** The places that are kept; none where the browser keeps nothing, or something else. */
function places() {
  try {
    return { ...JSON.parse(localStorage.getItem(KEY)) };
  } catch {
    return {};
  }
}

function keep({ slug, locator }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...places(), [slug]: locator }));
  } catch {
    // locked or full: nothing is lost but this
  }
}

function offer() {
  const all = places();
  for (const link of links) {
    const place = all[link.dataset.continue];
    link.hidden = typeof place !== "string" || !PLACE.test(place) || Boolean(text && !document.getElementById(place));
    if (link.hidden) continue;
    link.hash = place;
    link.textContent = link.dataset.words.replace("{}", place.replace(/\.s\w+$/, ""));
  }
}

/** The head of a text is no place in it, unless the text is one unit. */
function look() {
  const isPlace = scrollY > (links.length ? innerHeight : 0);
  const row = isPlace && rowAtEye();
  if (row) keep(chosen([row]));
  offer();
}

if (text) {
  let waiting = null;
  addEventListener("scroll", () => {
    waiting ??= setTimeout(() => { waiting = null; look(); }, PAUSE);
  }, { passive: true });
}
addEventListener("storage", offer);
offer();
