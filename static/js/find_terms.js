// The glossary as the search uses it: which terms a query names, and what to look for.

import { Phrase, phrase, Substring } from "./find_needles.js";
import { foldText, hasHan, isAbbreviation, isCapital, once } from "./find_text.js";

const MOST_WORDS = 12; // the longest English form that is looked for in a query

/** Finds terms by any of their forms. */
export class TermIndex {
  zh = new Map();
  en = new Map();

  constructor(terms) {
    this.terms = terms.map(([id, zh, en]) => ({ id, zh, en }));
    for (const term of this.terms) {
      for (const form of term.zh) put(this.zh, foldText(form), term);
      for (const form of term.en) {
        const needle = phrase(form);
        if (needle) put(this.en, needle.words.join(" "), { term, form });
      }
    }
    this.longest = Math.max(0, ...[...this.zh.keys()].map((form) => form.length));
  }

  substring(text) {
    return new Substring(text);
  }

  /** Gives the terms that a whole Chinese word names. */
  namedZh(folded) {
    return this.zh.get(folded) ?? [];
  }

  /** Gives the terms inside a Chinese word, longest match from the left. */
  insideZh(folded) {
    const found = [];
    for (let start = 0; start < folded.length; start++) {
      for (let end = Math.min(folded.length, start + this.longest); end > start + 1; end--) {
        const terms = this.zh.get(folded.slice(start, end));
        if (!terms) continue;
        found.push(...terms);
        start = end - 1;
        break;
      }
    }
    return found;
  }

  /**
   * Finds the terms that stretches of English words name, longest first. An abbreviation that is
   * a word of the texts too (SAFE, safe: *isWord* says so of a stem) must be typed in capitals.
   */
  namedEn(stems, typed, isWord) {
    const matches = [];
    for (let start = 0; start < stems.length; start++) {
      for (let end = Math.min(stems.length, start + MOST_WORDS); end > start; end--) {
        const capitals = isCapital(typed.slice(start, end).join(" "));
        const terms = (this.en.get(stems.slice(start, end).join(" ")) ?? [])
          .filter(({ form }) => capitals || !isAbbreviation(form) || !isWord(stems[start]))
          .map(({ term }) => term);
        if (!terms.length) continue;
        matches.push({ start, end, terms });
        start = end - 1;
        break;
      }
    }
    return matches;
  }
}

function put(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}

/** Gives what to look for of some terms on one side, the longest form of each first. */
export function needlesOf(terms, lang) {
  return once(terms.flatMap((term) => formsOf(term, lang)), (needle) => needle.key);
}

function formsOf(term, lang) {
  const forms = [...term[lang]].sort((one, other) => other.length - one.length);
  if (lang === "en") {
    return forms.map((form) => phrase(form, { capitals: isAbbreviation(form) })).filter(Boolean);
  }
  return forms.flatMap((form) => {
    const text = foldText(form);
    const latin = hasHan(text) ? null : phrase(form);
    return latin instanceof Phrase ? [new Substring(text), latin] : [new Substring(text)];
  });
}
