// What was found, as pieces of the page: the same rows as everywhere else.

import { isFrozen, pageAt } from "./address.js";
import { interfaceLang, marking, words } from "./find_asked.js";
import { headingOf, setHeading, setText, shortHeading } from "./find_set.js";
import { element } from "./suggestions.js";

const ROWS = 5; // sentences of a unit that are shown before its page is offered instead
const SVG = "http://www.w3.org/2000/svg";
const GAP = 0.25; // between two units of the strip, in per cent
const LABEL = 11; // the room a label of it needs

/** Addresses a unit or a sentence; what was searched goes along where a server marks it. */
export function hrefOf({ slug, at }, sentence = "", asks = null) {
  const marked = asks && !isFrozen && navigator.onLine ? marking(asks) : "";
  return pageAt(`/${slug}/${at}`) + marked + (sentence ? `#s${sentence}` : "");
}

/** Sets a unit that answers, its best sentences in the order of the text. */
export function hit({ unit, heading, pairs }, asks, corpus) {
  const { segments, document: { tags } } = unit;
  const best = pairs.slice(0, ROWS).sort((one, other) => segments.indexOf(one.pair) - segments.indexOf(other.pair));
  const marked = pairs.length || heading.zh.length || heading.en.length ? asks : null;
  const title = element("h2", { class: "row measure" }, element("a", { class: "loc", href: hrefOf(unit, "", marked) }, unit.at),
    element("span", { class: "zh", lang: tags[0] }, ...setHeading(unit, "zh", heading.zh, corpus.chinese)), " ",
    element("span", { class: "en", lang: tags[1] }, ...setHeading(unit, "en", heading.en, corpus.chinese)));
  const rows = best.map((one) => row(unit, one, tags, marked));
  const more = pairs.length - best.length;
  const rest = element("a", { href: hrefOf(unit, "", marked) }, words("more", { n: more }));
  return element("li", { class: "found" }, title, path(unit, pairs.length, corpus),
    element("div", { class: "para" }, ...rows), ...(more ? [under(rest)] : []));
}

function row(unit, { pair, zh, en }, tags, asks) {
  const number = element("a", { class: "loc", href: hrefOf(unit, pair.number, asks) },
    element("span", { class: "loc-unit" }, `${unit.at}.s`), pair.number);
  const side = (lang, tag, marks) => (pair.lacks === lang
    ? element("p", { class: `${lang} untranslated` }, words("untranslated"))
    : element("p", { class: lang, lang: tag }, ...setText(pair[lang].plain, lang, marks)));
  return element("div", { class: "row" }, number, side("zh", tags[0], zh), side("en", tags[1], en));
}

/** Says where a unit lies, and how much of it was found. */
function path(unit, found, { units, documents }) {
  const lang = interfaceLang();
  const above = units.filter((one) => one.slug === unit.slug && unit.at.startsWith(`${one.at}.`));
  const names = above.map((one) => shortHeading(one, lang));
  if (documents.size > 1) names.unshift(nameOf(unit.document));
  const size = words("sentences", { n: unit.segments.length });
  const count = found ? words("of", { n: found, size }) : size;
  const told = names.length ? [`${names.join(" / ")} `, element("span", { class: "of" }, count)] : [count];
  return under(...told);
}

const under = (...nodes) => element("div", { class: "row path" }, element("p", { class: "under ui" }, ...nodes));

/** Calls a document by its short title in the language of the interface. */
export function nameOf({ titles, short }) {
  const at = interfaceLang() === "zh" ? 0 : 1;
  return short[at] || titles[at];
}

/** Sets a place that may be meant, as a pair that leads there. */
export function placePair({ unit, segment }, corpus) {
  const { tags } = unit.document;
  const href = hrefOf(unit, segment);
  return element("li", { class: "row pair" }, element("a", { class: "loc", href }, segment ? `${unit.at}.s${segment}` : unit.at),
    element("a", { class: "zh plain", lang: tags[0], href, tabindex: "-1" }, ...setHeading(unit, "zh", [], corpus.chinese)), " ",
    element("a", { class: "en plain", lang: tags[1], href, tabindex: "-1" }, ...setHeading(unit, "en", [], corpus.chinese)));
}

function shape(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** Draws where the sentences found lie in a document; *found* are their addresses. */
export function strip(slug, found, { units, documents }) {
  const own = units.filter((unit) => unit.slug === slug);
  const step = 100 / Math.max(1, own.reduce((sum, { segments }) => sum + segments.length, 0));
  const share = (value) => `${value.toFixed(2)}%`;
  const bar = (kind, at, size, y, height) =>
    shape("rect", { class: kind, x: share(at * step), width: share(Math.max(size * step - GAP, GAP)), y, height });
  const bars = [];
  const ticks = [];
  let at = 0;
  for (const { segments } of own) {
    if (segments.length) bars.push(bar("unit", at, segments.length, 26, 2));
    segments.forEach((one, i) => { if (found.has(`${slug}:${one.at}`)) ticks.push(bar("hit", at + i, 1, 6, 22)); });
    at += segments.length;
  }
  const id = `strip-${slug}`;
  const title = shape("title", { id }, words("strip", { where: inWords(own, found) }));
  const link = element("a", { href: pageAt(`/${slug}/`) }, nameOf(documents.get(slug)));
  const caption = documents.size > 1 ? [element("figcaption", { class: "ui" }, link)] : [];
  const picture = shape("svg", { width: "100%", height: 52, role: "img", "aria-labelledby": id }, title, ...bars, ...ticks, ...labels(own, step));
  return element("figure", { class: "strip" }, ...caption, picture);
}

/** Gives the numbers of the parts, and of the sections where there is room. */
function labels(own, step) {
  const made = [];
  let [at, free] = [0, 0];
  for (const { kind, labels: printed, segments } of own) {
    const text = printed[interfaceLang()].replace(/[\s\u3000、.．]+$/, "").trim();
    const x = at * step;
    if (["part", "chapter", "annex", "section", "subsection", "box"].includes(kind) && text && x >= free) {
      const end = x > 100 - LABEL;
      made.push(shape("text", { x: `${end ? 100 : x.toFixed(2)}%`, y: 46, ...(end ? { "text-anchor": "end" } : {}) }, text));
      free = x + LABEL;
    }
    at += segments.length;
  }
  return made;
}

/** Says in which parts the sentences lie, and how many in each. */
function inWords(own, found) {
  const counts = new Map();
  for (const { slug, path, segments } of own) {
    const here = segments.filter((one) => found.has(`${slug}:${one.at}`)).length;
    if (here) counts.set(path[0], (counts.get(path[0]) ?? 0) + here);
  }
  const lang = interfaceLang();
  const parts = [...counts].map(([first, n]) => {
    const part = own.find((unit) => unit.at === first);
    return words("in-part", { part: part ? headingOf(part, lang) : first, count: words("sentences", { n }) });
  });
  return parts.join(lang === "zh" ? "；" : "; ");
}
