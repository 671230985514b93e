// Shows what a reference or a term leads to, in both languages, before one goes there: one box for both.

import { apiAt, pageAt } from "./address.js";
import { Popover } from "./popover.js";
import { element, inScript } from "./suggestions.js";
import { ofTerm } from "./term_preview.js";

const SENTENCES = 3; // as many of a unit are shown

const box = document.querySelector("[data-preview-box]");
const answers = new Map();

/** Asks the API for a place or a term, once; what is not to be had is nothing. */
function placeAt(address) {
  if (!answers.has(address)) answers.set(address, ask(address));
  return answers.get(address);
}

async function ask(address) {
  try {
    const response = await fetch(inScript(address));
    if (response.ok) return await response.json();
  } catch {
    // no network: the link still works
  }
  answers.delete(address);
  return null;
}

function row(kind, spine, zh, en) {
  const sides = Object.entries({ zh, en }).map(([side, text]) => text
    ? element("p", { class: side, lang: box.dataset[side] }, text)
    : element("p", { class: `${side} untranslated` }, box.dataset.untranslated));
  return element("div", { class: `row ${kind}` }, spine, ...sides);
}

const number = (text) => element("span", { class: "loc" }, text);

const words = (text) => element("p", { class: "under ui" }, text);

/** The heading as printed: a sign brings its own space, a bare number none. */
function heading({ unit, name }, side) {
  if (!unit || !(unit.label[side] || unit.title[side])) return name[side];
  const { label, title } = unit;
  return /[）、)]$/.test(label[side]) && side === "zh"
    ? label[side] + title[side]
    : `${label[side]} ${title[side]}`.trim();
}

function ofDocument({ title, status }) {
  return [row("head", number(""), title.zh, title.en), row("", number(""), status.zh, status.en)];
}

/** The address is a link where there are several, and one has to be chosen. */
function ofHeading(place, spine) {
  if (!place.unit && !place.name) return row("head", spine, place.title.zh, place.title.en);
  return row("head", spine, heading(place, "zh"), heading(place, "en"));
}

function ofPlace(place) {
  if (!place.segments) return ofDocument(place);
  const shown = place.segments.slice(0, SENTENCES);
  const rows = shown.map(({ locator, zh, en }) => row("", number(locator.split(".s").pop()), zh.text, en.text));
  const more = place.segments.length - shown.length;
  const { more: many, oneMore, below } = box.dataset;
  if (more) rows.push(words(more === 1 ? oneMore : many.replace("0", more)));
  else if (!shown.length && place.children.length) rows.push(words(below.replace("0", place.children.length)));
  return [ofHeading(place, number(place.locator)), ...rows];
}

function ofSeveral(places, count) {
  const link = (place) => element("a", { class: "loc", href: pageAt(place.url) }, place.locator || place.slug);
  const rest = count > places.length ? [words("…")] : [];
  return [
    element("p", { class: "ui" }, box.dataset.places.replace("0", count)),
    ...places.map((place) => ofHeading(place, link(place))),
    ...rest,
  ];
}

/** A term has its name in the API as on the site; the pairs it stands in are not wanted here. */
async function fillTerm(link) {
  const [name] = link.pathname.split("/").filter(Boolean).slice(-1);
  const found = await placeAt(`${apiAt(`terms/${name}`)}?size=1`);
  return found && ofTerm(link, found);
}

async function fill(link, touched) {
  if (link.matches(".term")) return fillTerm(link);
  const { preview, places = 1 } = link.dataset;
  const found = await Promise.all(preview.split(" ").map(placeAt));
  if (found.includes(null)) return null;
  if (found.length > 1) return ofSeveral(found, Number(places));
  const go = element("p", { class: "go ui" }, element("a", { href: link.getAttribute("href") }, box.dataset.go));
  return [...ofPlace(found[0]), ...(touched ? [go] : [])];
}

if (box.showPopover) new Popover(box, "[data-preview], a.term", fill);
