// The stem of an English word, in one spelling: Porter's second stemmer, as the server uses it.

const VOWEL = /[aeiouy]/;
const SPECIAL = new Map(Object.entries({
  skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl",
  ugly: "ugli", early: "earli", only: "onli", singly: "singl",
}));
const UNCHANGED = new Set("sky news howe atlas cosmos bias andes".split(" "));
const KEPT = new Set("inning outing canning herring earring proceed exceed succeed".split(" "));
const ISE = /(?<=\w{3})is(e|es|ed|er|ers|ing|ation|ations|ational)$/;

const SECOND = [
  ["ization", "ize"], ["ational", "ate"], ["fulness", "ful"], ["ousness", "ous"], ["iveness", "ive"],
  ["tional", "tion"], ["biliti", "ble"], ["lessli", "less"], ["entli", "ent"], ["ation", "ate"],
  ["alism", "al"], ["aliti", "al"], ["ousli", "ous"], ["iviti", "ive"], ["fulli", "ful"], ["enci", "ence"],
  ["anci", "ance"], ["abli", "able"], ["izer", "ize"], ["ator", "ate"], ["alli", "al"], ["bli", "ble"],
];
const THIRD = [
  ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ical", "ic"],
  ["ness", ""], ["ful", ""],
];
const FOURTH = "ement ance ence able ible ment ant ent ism ate iti ous ive ize al er ic".split(" ");

const spelling = new Map(); // British words of these texts, and how they are spelt in America
const stems = new Map();

/** Says how British words are spelt in America. */
export function learnSpelling(pairs) {
  for (const [british, american] of Object.entries(pairs)) spelling.set(british, american);
  stems.clear();
}

/** Gives the stem of a folded word, in American spelling. */
export function stem(word) {
  if (!stems.has(word)) stems.set(word, porter(spelling.get(word) ?? word.replace(ISE, "iz$1")));
  return stems.get(word);
}

function porter(word) {
  if (word.length <= 2 || UNCHANGED.has(word)) return word;
  if (SPECIAL.has(word)) return SPECIAL.get(word);
  let text = word.replace(/^'/, "").replace(/^y|(?<=[aeiouy])y/g, "Y");
  const [first, second] = regions(text);
  text = plurals(text);
  if (KEPT.has(text)) return text;
  text = endings(text, first);
  text = text.replace(/(?<=.[^aeiouy])[yY]$/, "i");
  text = derived(text, first);
  text = adjectives(text, first, second);
  text = nouns(text, second);
  return lastLetter(text, first, second).replaceAll("Y", "y");
}

/** Gives where the two regions begin in which endings are taken off. */
function regions(text) {
  const known = /^(?:gener|commun|arsen)/.exec(text);
  const first = known ? known[0].length : after(text, 0);
  return [first, after(text, first)];
}

/** Gives the place after the first consonant that follows a vowel. */
function after(text, start) {
  const found = /[aeiouy][^aeiouy]/.exec(text.slice(start));
  return found ? start + found.index + 2 : text.length;
}

const has = (text, ending, region) => text.endsWith(ending) && text.length - ending.length >= region;

function plurals(text) {
  text = text.replace(/'s'$|'s$|'$/, "");
  if (text.endsWith("sses")) return text.slice(0, -2);
  if (/(?:ied|ies)$/.test(text)) return text.length > 4 ? text.slice(0, -2) : text.slice(0, -1);
  if (/(?:us|ss)$/.test(text)) return text;
  return /[aeiouy].+s$/.test(text) ? text.slice(0, -1) : text;
}

function endings(text, first) {
  const eed = /eed(?:ly)?$/.exec(text);
  if (eed) return eed.index >= first ? `${text.slice(0, eed.index)}ee` : text;
  const found = /(?:ed|edly|ing|ingly)$/.exec(text);
  if (!found || !VOWEL.test(text.slice(0, found.index))) return text;
  const rest = text.slice(0, found.index);
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return isShort(rest, first) ? `${rest}e` : rest;
}

/** Says whether a word is short: it ends in a short syllable and nothing lies in the first region. */
function isShort(text, first) {
  return first >= text.length && endsShort(text);
}

const endsShort = (text) => /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(text);

function derived(text, first) {
  for (const [ending, other] of SECOND) {
    if (text.endsWith(ending)) return has(text, ending, first) ? text.slice(0, -ending.length) + other : text;
  }
  if (text.endsWith("ogi")) return has(text, "ogi", first) && /logi$/.test(text) ? text.slice(0, -1) : text;
  if (text.endsWith("li")) return has(text, "li", first) && /[cdeghkmnrt]li$/.test(text) ? text.slice(0, -2) : text;
  return text;
}

function adjectives(text, first, second) {
  for (const [ending, other] of THIRD) {
    if (text.endsWith(ending)) return has(text, ending, first) ? text.slice(0, -ending.length) + other : text;
  }
  return has(text, "ative", second) ? text.slice(0, -5) : text;
}

function nouns(text, second) {
  for (const ending of FOURTH) {
    if (text.endsWith(ending)) return has(text, ending, second) ? text.slice(0, -ending.length) : text;
  }
  return /[st]ion$/.test(text) && has(text, "ion", second) ? text.slice(0, -3) : text;
}

function lastLetter(text, first, second) {
  if (has(text, "l", second) && text.endsWith("ll")) return text.slice(0, -1);
  if (has(text, "e", second)) return text.slice(0, -1);
  return has(text, "e", first) && !endsShort(text.slice(0, -1)) ? text.slice(0, -1) : text;
}
