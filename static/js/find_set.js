// Texts set for the page: with their marks, and each language called by its name.

import { hasHan } from "./find_text.js";
import { element } from "./suggestions.js";

const FOREIGN = {
  zh: /[A-Za-z](?:[ -~‘’…–—]*[A-Za-z0-9)…])?/g, // Latin words inside Chinese
  en: /[\u3400-\u9fff](?:[\u3000-\u9fff\uff00-\uffef]*[\u3400-\u9fff])?/g,
};
const OTHER = { zh: "en", en: "zh-Hans" };

/** Sets a text with its marks; words of the other language say so. */
export function setText(text, lang, marks = [], breaks = []) {
  const nodes = [];
  let at = 0;
  for (const { 0: words, index } of text.matchAll(FOREIGN[lang])) {
    const end = index + words.length;
    if (lang === "zh" && !/[A-Za-z]{2}/.test(words)) continue;
    nodes.push(...stretch(text, at, index, marks, breaks));
    nodes.push(element("span", { lang: OTHER[lang] }, ...stretch(text, index, end, marks, breaks)));
    at = end;
  }
  return [...nodes, ...stretch(text, at, text.length, marks, breaks)];
}

function stretch(text, start, end, marks, breaks) {
  const nodes = [];
  let at = start;
  for (const mark of marks) {
    const [first, last] = [Math.max(mark.start, at), Math.min(mark.end, end)];
    if (first >= last) continue;
    nodes.push(...broken(text, at, first, breaks));
    nodes.push(element("mark", mark.echo ? { class: "echo" } : {}, ...broken(text, first, last, breaks)));
    at = last;
  }
  return at < end ? [...nodes, ...broken(text, at, end, breaks)] : nodes;
}

/** Lets a line end where *breaks* say: between the words of a heading. */
function broken(text, start, end, breaks) {
  const nodes = [];
  let at = start;
  for (const cut of breaks) {
    if (cut <= at || cut > end) continue;
    nodes.push(text.slice(at, cut), element("wbr", {}));
    at = cut;
  }
  return at < end ? [...nodes, text.slice(at, end)] : nodes;
}

/** Sets words of unknown language with the language they show. */
export const anyWords = (text) => element("span", { lang: hasHan(text) ? "zh-Hans" : "en" }, text);

/** The heading of a unit as printed; a preamble has none and is called by its name. */
export function headingOf({ labels, heading, names }, lang) {
  const whole = labels[lang] + heading[lang].plain;
  return whole || names[lang === "zh" ? 0 : 1];
}

const LONG = { zh: 18, en: 48 };
const COMMA = { zh: "，", en: ", " };

/** Shortens a long heading at its first comma. */
export function shortHeading(unit, lang) {
  const whole = headingOf(unit, lang);
  const at = whole.indexOf(COMMA[lang]);
  return at > 0 && whole.length > LONG[lang] ? `${whole.slice(0, at)}…` : whole;
}

/** Sets a heading in one language: marks are offsets into its title, lines end between words. */
export function setHeading(unit, lang, marks, chinese) {
  const whole = headingOf(unit, lang);
  const shift = unit.labels[lang].length;
  const shifted = marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }));
  return setText(whole, lang, shifted, lang === "zh" ? breaksOf(unit, chinese, shift) : []);
}

function breaksOf({ heading: { zh } }, chinese, shift) {
  const breaks = [];
  let at = 0;
  for (const word of chinese.cut(zh.folded.text)) {
    if (at && hasHan(word)) breaks.push(zh.folded.starts[at] + shift);
    at += word.length;
  }
  return breaks;
}
