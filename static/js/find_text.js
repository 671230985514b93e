// One way to fold text for comparing, with a map back: as the server does it (app/text).

export const CJK = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{2ebe0}\\u{30000}-\\u{323af}";

const HAN = new RegExp(`[${CJK}]`, "u");
const ONLY_HAN = new RegExp(`^[${CJK}]+$`, "u");
const BESIDE_HAN = new RegExp(`(?<=[${CJK}])\\s+|\\s+(?=[${CJK}])`, "gu");
const WORD = /[a-z0-9]+(?:[.,](?=\d)[0-9]+)*/g;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

const SIGNS = new Map([
  ...[..."“”„‟«»「」『』〝〞"].map((sign) => [sign, '"']),
  ...[..."‘’‚‛`´"].map((sign) => [sign, "'"]),
  ...[..."‐‑‒–—―−─﹣·•"].map((sign) => [sign, "-"]),
  ["。", "."], ["、", ","], ["\u3000", " "], ["\u00a0", " "], ["\t", " "],
]);

const simple = new Map(); // Traditional characters of these texts, and what they are in Simplified
const folded = new Map(); // what each character came to

/** Says which characters are written in two ways: two texts of the same length. */
export function learnCharacters([traditional, simplified]) {
  const meant = [...simplified];
  [...traditional].forEach((char, i) => simple.set(char, meant[i]));
  folded.clear();
}

export const hasHan = (text) => HAN.test(text);
export const isHan = (text) => ONLY_HAN.test(text);

/** A folded text; its character i came from original[starts[i]] up to original[ends[i]]. */
export class Folded {
  constructor(text, starts, ends) {
    Object.assign(this, { text, starts, ends });
  }

  original(start, end) {
    return [this.starts[start], this.ends[end - 1]];
  }
}

export function fold(original) {
  let text = "";
  const starts = [];
  const ends = [];
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const letters = foldCluster(cluster);
    text += letters;
    for (let i = 0; i < letters.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return new Folded(text, starts, ends);
}

export const foldText = (text) => fold(text).text;

/** Folds a text and closes the gaps beside its Chinese characters. */
export const tight = (text) => foldText(text).trim().replace(BESIDE_HAN, "");

function foldCluster(cluster) {
  if (!folded.has(cluster)) folded.set(cluster, foldUntilStable(cluster));
  return folded.get(cluster);
}

function foldUntilStable(cluster) {
  for (let round = 0; round < 4; round++) {
    const signs = [...cluster].map((char) => SIGNS.get(char) ?? char).join("");
    const small = signs.normalize("NFKC").toLowerCase().replaceAll("ß", "ss");
    const next = [...withoutAccents(small)].map((char) => simple.get(char) ?? char).join("");
    if (next === cluster) break;
    cluster = next;
  }
  return cluster;
}

/** Drops the accents of Latin letters: café is found as cafe. */
function withoutAccents(text) {
  const parts = text.normalize("NFD");
  return parts.length > 1 && parts.charCodeAt(0) < 128 ? parts.replace(/\p{M}/gu, "") : text;
}

/** Cuts a folded text into English words and numbers; circle's is circle. */
export function words(text) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word === "s" && text[index - 1] === "'") continue;
    const end = index + word.length;
    found.push({ text: word, start: index, end, hyphen: /^-[a-z0-9]/.test(text.slice(end, end + 2)) });
  }
  return found;
}

/** Gives the words that hyphens make of their neighbours: co-operation, cooperation. */
export function joined(found) {
  const made = [];
  found.forEach((first, at) => {
    let { text } = first;
    for (let end = at; found[end].hyphen && found[end + 1]; end++) {
      text += found[end + 1].text;
      made.push({ text, start: first.start, end: found[end + 1].end });
    }
  });
  return made;
}

/** Says whether a form is capitals only, so that SAFE is not the word safe. */
export const isAbbreviation = (form) => !form.includes(" ") && isCapital(form);

export const isCapital = (text) => text === text.toUpperCase() && text !== text.toLowerCase();

/** Gives the values of a list once each, by *key*, in their order. */
export function once(values, key = (value) => value) {
  const kept = new Map();
  for (const value of values) if (!kept.has(key(value))) kept.set(key(value), value);
  return [...kept.values()];
}
