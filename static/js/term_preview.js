// What the box shows of a term: both forms, what it is, how often it occurs, and its page.

import { element } from "./suggestions.js";

const box = document.querySelector("[data-preview-box]");
const kinds = new Map((box.dataset.kinds ?? "").split("|").map((one) => one.split("=")));

const words = (text) => element("p", { class: "under ui" }, text);

function forms({ zh, en }) {
  return element(
    "div",
    { class: "row head word" },
    element("p", { class: "zh", lang: box.dataset.zh }, zh),
    element("p", { class: "en", lang: box.dataset.en }, en),
  );
}

/** Sets the answer of the API about a term. */
export function ofTerm(link, term) {
  const { kind, note, occurrences } = term;
  const { times, oneTime } = box.dataset;
  const count = occurrences === 1 ? oneTime : times.replace("0", occurrences);
  const page = element("a", { href: link.getAttribute("href") }, box.dataset.termPage);
  const language = /\p{Script=Han}/u.test(note) ? box.dataset.zh : box.dataset.en;
  return [
    forms(term),
    words([kinds.get(kind) ?? kind, count].join(" · ")),
    ...(note ? [element("p", { class: "under ui", lang: language }, note)] : []),
    element("p", { class: "go ui" }, page),
  ];
}
