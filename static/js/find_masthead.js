// What was asked, what was made of it, and what else could be asked.

import { addressOf, examples, words } from "./find_asked.js";
import { hrefOf } from "./find_hits.js";
import { anyWords } from "./find_set.js";
import { MOST } from "./find_engine.js";
import { element } from "./suggestions.js";
import { hasHan } from "./find_text.js";

const FILL = /(\{\w+\})/;

/** Says something into which pieces of the page are filled. */
export function told(name, pieces) {
  return words(name).split(FILL).filter(Boolean).map((part) => pieces[part.slice(1, -1)] ?? part);
}

/** A link to another search on this page. */
export const ask = (now, changes, ...children) => element("a", { href: addressOf(now, changes), "data-ask": "" }, ...children);

const said = (...nodes) => element("p", { class: "said" }, ...nodes);
const gap = () => words("gap");

/** Sets the query and what is to be said of it. */
export function masthead(now, answer, engine) {
  const pair = queryPair(now, answer);
  const inner = element("div", { class: "under ui" }, ...made(now, answer), ...counted(now, answer, pair), ...empty(now, answer, engine));
  if (answer.text && answer.reason !== "long") inner.append(said(words("differs")));
  return element("header", { class: "masthead" }, pair ?? element("h1", { class: "head" }, ...heading(answer)),
    element("div", pair ? { class: "row" } : {}, inner));
}

/** Sets the query as a pair when it is just one term of the glossary. */
function queryPair({ literal }, { terms, total, text, candidates }) {
  if (terms.length !== 1 || literal || !total || candidates.length) return null;
  const [{ zh, en }] = terms;
  const typed = text.replace(/^["“”'\s]+|["“”'\s]+$/g, "").toLowerCase();
  if (![...zh, ...en].some((form) => form.toLowerCase() === typed)) return null;
  return element("h1", { class: "row title" }, element("span", { class: "zh", lang: "zh-Hans" }, zh[0]), " ", element("span", { class: "en", lang: "en" }, en[0]));
}

function heading({ text, reason, candidates }) {
  const query = { words: anyWords(text) };
  if (candidates.length) return told("places", query);
  if (!text || reason === "blank" || reason === "long") return [words("search")];
  if (reason === "place") return told("no-place", query);
  return reason && reason !== "scope" ? told("none", query) : [query.words];
}

/** Says which place is named, and how the query was corrected. */
function made(now, { goto, suggestion, text }) {
  const nodes = [];
  if (goto) {
    const { unit, segment } = goto;
    const [zh, en] = unit.names;
    const number = element("span", { class: "num" }, segment ? `${unit.at}.s${segment}` : unit.at);
    const name = document.documentElement.lang.startsWith("zh") ? zh : en;
    nodes.push(element("p", { class: "said goto" }, `${words("go")} `, element("a", { href: hrefOf(unit, segment) }, number, ` ${name}`)));
  }
  if (suggestion) {
    const pieces = { shown: anyWords(suggestion), words: anyWords(text) };
    nodes.push(said(...told("instead", pieces), gap(), ask(now, { literal: true }, words("typed"))));
  }
  return nodes;
}

/** Counts what was found, and offers the same with more or less added to it. */
function counted(now, { total, sentences, relaxed, terms, suggestion, candidates }, pair) {
  if (!total || candidates.length) return [];
  const units = words("units", { n: total });
  const line = sentences ? words("found", { units, sentences: words("sentences", { n: sentences }) }) : units + words("stop");
  const count = said(element("span", { "data-count": "" }, line), gap());
  if (now.literal) count.append(words("literal"), gap(), ask(now, { literal: false }, words("usual")));
  else if (pair && !suggestion) count.append(words("rendering"), gap(), ask(now, { literal: true }, words("typed")));
  else if (terms.length && !suggestion) count.append(...readAs(terms), gap(), ask(now, { literal: true }, words("typed")));
  return [...(relaxed ? [said(words("relaxed"))] : []), count];
}

function readAs(terms) {
  const pairs = terms.flatMap(({ zh, en }, i) => [
    element("span", { lang: "zh-Hans" }, zh[0]), " ", element("span", { lang: "en" }, en[0]),
    words(i < terms.length - 1 ? "comma" : "stop"),
  ]);
  return [`${words("read")} `, ...pairs];
}

/** Says why there is nothing, and what is nearest. */
function empty(now, { reason, unknown, text }, engine) {
  if (!reason) return [];
  const nodes = [];
  if (reason === "long") nodes.push(said(words("long", { n: text.length.toLocaleString("en"), most: MOST })));
  else if (reason === "scope") nodes.push(said(words("scope"), gap(), ...scopes(engine)));
  else if (reason !== "nothing" && reason !== "place") nodes.push(said(words(reason)));
  if (reason !== "nothing") return nodes;
  const wider = ways(now, engine);
  const closest = engine.closest(text);
  if (!wider.length && unknown.length) nodes.push(said(words("unknown"), gap(), ...listed(unknown.map(anyWords))));
  if (closest) nodes.push(said(words("closest"), gap(), ask(now, { q: closest }, anyWords(closest)), words("stop")));
  if (wider.length) nodes.push(said(words("wider"), gap(), ...listed(wider)));
  return nodes;
}

const listed = (nodes) => nodes.flatMap((node, i) => [node, words(i < nodes.length - 1 ? "comma" : "stop")]);

function scopes({ corpus }) {
  const places = [...corpus.documents].flatMap(([slug, { units }]) => [slug, `${slug}:${units.at(-1).at}`]);
  return listed(places.map((place) => element("code", {}, `in:${place}`)));
}

/** Offers the same search less narrow, where that finds something. */
function ways(now, engine) {
  const all = { within: "", lang: "", literal: false };
  const offer = (name, changes) => {
    const { total } = engine.search({ ...now, ...changes, page: 1 });
    return total ? [element("span", {}, ask(now, changes, words(name)), " ", element("span", { class: "num" }, `(${total})`))] : [];
  };
  const single = [["in-all", "within"], ["both-sides", "lang"], ["all-forms", "literal"]].filter(([, key]) => now[key]);
  const found = single.flatMap(([name, key]) => offer(name, { [key]: all[key] }));
  return found.length || !single.length ? found : offer("nothing-left-out", all);
}

/** Offers queries to try. */
export function help() {
  const links = examples().map((link) => {
    const { textContent: q, lang } = link;
    return element("a", { href: addressOf({ sort: "relevance" }, { q }), lang: lang || (hasHan(q) ? "zh-Hans" : "en"), "data-ask": "" }, q);
  });
  return element("section", { "aria-labelledby": "help" }, element("h2", { class: "h", id: "help" }, words("help")),
    element("p", { class: "ui said" }, ...(links.length ? [words("example"), gap(), ...listed(links), gap()] : []), words("required")));
}
