// Written places: 2.3.11, measure 11, 第十一条, Part II (3) 11 → the unit or the sentence meant.

import { CHINESE_NUMERAL, parseNumber } from "./find_numerals.js";

const MOST = 120; // longer than any written place
const ARTICLE = ["article", "item", "measure"];
const ZH_KINDS = {
  部分: ["part"], 编: ["part"], 篇: ["part"], 章: ["chapter", "part"], 节: ["section"], 目: ["subsection"],
  项措施: ["measure"], 条措施: ["measure"], 个措施: ["measure"], 措施: ["measure"], 条: ARTICLE, 项: ["item", "measure"],
};
const WORD_KINDS = {
  part: ["part"], pt: ["part"], chapter: ["chapter", "part"], ch: ["chapter", "part"], section: ["section"],
  sec: ["section"], "§": ["section"], subsection: ["subsection"], article: ARTICLE, art: ARTICLE, clause: ARTICLE,
  item: ["item", "measure"], measure: ["measure"], 措施: ["measure"], annex: ["annex"], appendix: ["annex"],
  附件: ["annex"], 附录: ["annex"], box: ["box"], 专栏: ["box"],
};

const either = (words) => Object.keys(words).sort((one, other) => other.length - one.length).join("|");

const NUMBER = `(?:\\d{1,6}|${CHINESE_NUMERAL}|[ivxlc]+(?![a-z]))`;
const SUFFIX = "(?:-\\d{1,4})*"; // 12-1, an article put in after article 12
const TO = "\\s*[-–—~至到]\\s*";

/** The forms of one step, tried in this order where the last one ended. */
const FORMS = [
  "(?<preamble>序言|前言|引言|preamble)",
  `第?(?<segment>${NUMBER})句?(?:${TO}第?(?<last>${NUMBER}))?句`,
  `s(?<segment>\\d{1,6}[a-z]{0,64})(?:${TO}s?(?<last>\\d{1,6}[a-z]{0,64}))?(?![a-z0-9])`,
  `(?:sentence|segment)s?\\s*(?<segment>\\d{1,6})(?:${TO}(?<last>\\d{1,6}))?`,
  `(?<word>${either(WORD_KINDS)})\\.?[\\s/-]*(?:no\\.?\\s*|#)?\\(?(?<number>${NUMBER})\\)?(?<suffix>${SUFFIX})`,
  `第?\\s*\\(?(?<number>${NUMBER})\\)?\\s*(?<unit>${either(ZH_KINDS)})(?:之(?<after>${NUMBER}))?`,
  `(?<ordinal>第)\\s*\\(?(?<number>${NUMBER})\\)?`,
  `(?<bracket>\\()(?<number>${NUMBER})\\)`,
  `(?<number>${NUMBER})(?<suffix>${SUFFIX})`,
].map((form) => new RegExp(form, "y"));
const SEPARATOR = /[\s.,;:·、，。/\\#的]*/y;
const OF = /\s+(?:of|in)\s+(?:the\s+)?/;

/**
 * Finds what a text names: {places} if it is written like a place, each {unit, segment, last};
 * several if it could be any of them, none if there is no such place. Null if it is no place.
 */
export function findPlace(corpus, text, slug = "") {
  const { name, rest } = slug ? { name: slug, rest: text } : splitDocument(corpus, text);
  const reference = parse(rest);
  if (!reference) return null;
  const documents = name ? [name] : [...corpus.documents.keys()];
  const units = documents.flatMap((one) => candidates(corpus, one, reference));
  const places = units.map((unit) => ({ unit, segment: reference.segment, last: reference.last }));
  return { places: places.filter(isThere), dotted: reference.dotted };
}

function isThere({ unit, segment, last }) {
  const at = (number) => unit.segments.findIndex((one) => one.number === number);
  if (!segment) return true;
  return at(segment) >= 0 && (!last || at(last) >= at(segment));
}

/** Finds the document or the unit that a search is to be narrowed to: plan:2.3. */
export function findScope(corpus, text) {
  const folded = text.normalize("NFKC").trim().toLowerCase();
  for (const [slug, one] of corpus.documents) {
    if (namesOf(slug, one).some((name) => name.toLowerCase() === folded)) return slug;
  }
  const { places } = findPlace(corpus, text) ?? { places: [] };
  return places.length === 1 ? `${places[0].unit.slug}:${places[0].unit.at}` : null;
}

const namesOf = (slug, { titles, short }) => [slug, ...titles, ...short].filter(Boolean).map((name) => name.normalize("NFKC"));

/** Takes a document's name off the front of a reference. */
function splitDocument({ documents }, text) {
  const folded = text.normalize("NFKC").trim();
  for (const [slug, one] of documents) {
    for (const name of namesOf(slug, one).sort((a, b) => b.length - a.length)) {
      const bare = folded.replace(/^[《“"]/, "");
      if (!bare.toLowerCase().startsWith(name.toLowerCase())) continue;
      const [, between, rest] = /^([》”"]?[\s,:/#，：]*)(.*)$/s.exec(bare.slice(name.length));
      if (rest && (name !== slug || between)) return { name: slug, rest };
    }
  }
  return { name: "", rest: text };
}

function parse(text) {
  const folded = text.normalize("NFKC").toLowerCase().trim();
  if (!folded || folded.length > MOST) return null;
  const matches = steps(folded.split(OF).reverse().join(" "));
  if (!matches) return null;
  const reference = { steps: [], segment: "", last: "" };
  for (const found of matches) {
    if (reference.segment) return null; // nothing may follow a sentence
    if (found.segment) {
      reference.segment = sentence(found.segment);
      reference.last = found.last ? sentence(found.last) : "";
      if (!reference.segment) return null;
    } else {
      const step = stepOf(found);
      if (!step) return null;
      reference.steps.push(step);
    }
  }
  const [only] = matches;
  const bare = matches.length === 1 && !only.word && !only.unit && !only.bracket && !only.ordinal && !only.preamble;
  if (!reference.steps.length || (bare && !/^\d+$/.test(only.number))) return null;
  reference.dotted = reference.steps.every(({ kinds }) => !kinds) ? reference.steps.map(({ number }) => number).join(".") : "";
  return reference;
}

/** Cuts a text into steps from left to right; null if something is left over. */
function steps(text) {
  const found = [];
  let at = past(text, 0);
  while (at < text.length) {
    const match = FORMS.map((form) => { form.lastIndex = at; return form.exec(text); }).find(Boolean);
    if (!match) return null;
    found.push(match.groups);
    at = past(text, at + match[0].length);
  }
  return found;
}

function past(text, at) {
  SEPARATOR.lastIndex = at;
  return at + SEPARATOR.exec(text)[0].length;
}

const sentence = (numeral) => (/[a-z]$/.test(numeral) && /^\d/.test(numeral) ? numeral : String(parseNumber(numeral) ?? ""));

function stepOf({ preamble, number, suffix = "", after, word, unit, bracket }) {
  if (preamble) return { number: "0", kinds: ["preamble"] };
  const value = parseNumber(number);
  const behind = after ? parseNumber(after) : null;
  if (value === null || (after && behind === null)) return null;
  const kinds = word ? WORD_KINDS[word] : unit ? ZH_KINDS[unit] : null;
  const aside = kinds?.find((kind) => kind === "annex" || kind === "box");
  const written = `${value}${suffix ?? ""}${after ? `-${behind}` : ""}`;
  return { number: aside ? `${aside}-${written}` : written, kinds, bracketed: Boolean(bracket) };
}

/** Lists the units a reference may mean: the exact path, or all that agree. */
function candidates({ units }, slug, reference) {
  const own = units.filter((unit) => unit.slug === slug);
  const exact = reference.dotted && own.find(({ at }) => at === reference.dotted);
  if (exact) return [exact];
  const agreeing = own.filter((unit) => agrees(chain(own, unit), reference.steps));
  const brackets = reference.steps.at(-1)?.bracketed;
  const printed = agreeing.filter(({ labels }) => /^\s*[（(]/.test(labels.zh) === Boolean(brackets));
  return printed.length ? printed : agreeing;
}

/** Gives a unit and those above it, innermost first. */
function chain(own, { path }) {
  const above = path.map((_, depth) => path.slice(0, path.length - depth).join("."));
  return above.map((at) => own.find((unit) => unit.at === at)).filter(Boolean);
}

/** Says whether the steps are met in order on the way down and end at the unit. */
function agrees(levels, wanted) {
  const fits = (unit, step) => unit.path.at(-1) === step.number && (!step.kinds || step.kinds.includes(unit.kind));
  const last = wanted.at(-1);
  if (!fits(levels[0], last)) return false;
  let position = 1;
  for (const step of wanted.slice(0, -1).reverse()) {
    while (position < levels.length && !fits(levels[position], step)) position += 1;
    if (position === levels.length) return false;
    position += 1;
  }
  return true;
}
