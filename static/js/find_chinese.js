// Chinese words of a query → concepts: whole if they occur, or cut into what does.

import { Spelling, Substring } from "./find_needles.js";
import { numeralVariants } from "./find_numerals.js";
import { needlesOf } from "./find_terms.js";
import { hasHan, isHan, once, tight } from "./find_text.js";

const LEAST = 2; // characters of a word that may have been typed with others that sound so
const MOST = 8;
const MOST_PARTS = 64;
const LONGEST = 80; // how much of a query is tried when looking for its longest part

/** Reads Chinese words; letters inside them are read as English. */
export class ChineseReading {
  constructor(corpus, english) {
    Object.assign(this, { corpus, english });
  }

  /** Makes the concepts of one typed word, all of them required; slips go into *corrected*. */
  concepts(word, corrected) {
    const text = tight(word.text);
    const whole = this.whole(text, word.field);
    if (this.corpus.occurs(whole)) return [whole];
    const slips = new Map();
    const parts = this.parts(text, word.field, slips).slice(0, MOST_PARTS);
    const sounds = this.homophone(text, word.field, slips);
    if (slips.size) {
      const better = [...slips].reduce((so, [typed, meant]) => so.replaceAll(typed, meant), text);
      corrected.push({ word, text: better });
    }
    const found = sounds.length ? sounds : parts;
    return found.length ? found : [whole];
  }

  /** Makes the concept of a word as it stands, with numerals and glossary. */
  whole(text, field) {
    const { terms } = this.corpus;
    const named = terms.namedZh(text);
    const typed = [text, ...numeralVariants(text)].map((one) => new Substring(one));
    return {
      text,
      needles: once([...typed, ...needlesOf(named, "zh")], (needle) => needle.key),
      renderings: needlesOf(named, "en"),
      echoes: named.length ? [] : needlesOf(terms.insideZh(text), "en"),
      field,
      terms: named,
    };
  }

  /** Finds the longest stretch of a text that does occur; empty if none does, or all of it. */
  longestPart(typed) {
    const text = tight(typed).slice(0, LONGEST);
    let [best, start] = ["", 0];
    for (let end = 1; end <= text.length; end++) {
      while (start < end && !this.stands(text.slice(start, end))) start += 1;
      if (end - start > best.length) best = text.slice(start, end);
    }
    return hasHan(best) && best !== text ? best : "";
  }

  stands(text) {
    return this.corpus.holding(new Substring(text), "").size > 0;
  }

  /** Reads a word as one of the texts that sounds the same: 金榕 as 金融. */
  homophone(text, field, slips) {
    const { chinese, sounds } = this.corpus;
    if (!isHan(text) || text.length < LEAST || text.length > MOST || chinese.isWord(text)) return [];
    let alike = this.corpus.surfaces(new Spelling(sounds.of(text)), field);
    if (text.length === LEAST) alike = alike.filter((one) => chinese.isWord(one)); // 创新|驱动 does not have 新驱
    if (!alike.length) return [];
    slips.set(text, alike[0]);
    return [{ ...this.whole(alike[0], field), text }];
  }

  /** Cuts a text into words; single characters and stop words ask for nothing. */
  parts(text, field, slips) {
    const { chinese } = this.corpus;
    const asks = (piece) => !chinese.stop.has(piece) && piece !== text && piece.length > 1;
    return chinese.cut(text).filter(asks).flatMap((piece) => {
      if (hasHan(piece)) return this.part(piece, field, slips);
      return this.english.concepts(this.english.pieces([{ text: piece, field, quoted: false }]));
    });
  }

  /** Takes a word, or the shorter words inside it where it occurs nowhere. */
  part(piece, field, slips) {
    const whole = this.whole(piece, field);
    if (this.corpus.occurs(whole)) return [whole];
    const inside = this.corpus.chinese.cutForSearch(piece).filter((one) => one.length > 1 && one.length < piece.length);
    const smaller = inside.map((one) => this.whole(one, field)).filter((one) => this.corpus.occurs(one));
    if (smaller.length) return smaller;
    const sounds = this.homophone(piece, field, slips);
    return sounds.length ? sounds : [whole];
  }
}
