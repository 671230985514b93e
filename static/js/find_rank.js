// Which units answer a plan, and in which order: the ideas of the server, without meaning.

import { satisfying, union } from "./find_library.js";
import { coverage } from "./find_marks.js";
import { Phrase, Substring } from "./find_needles.js";
import { rarity, touching } from "./find_scores.js";
import { foldText, hasHan } from "./find_text.js";

const HEADING = 6;
const SENTENCE = 3;
const BREADTH = 1;
const TITLE_BOOST = 2;
const LOOKED_AT = 50; // of the best units, that are looked at closely

const COMMON = 0.25; // two characters that this share of all units has say nothing
const LONGEST = 300; // characters of a query that count in pairs
const ENOUGH = 0.5; // how much of the best answer's score others must have to be shown too
const MOST = 100; // partial answers

/** Finds the units that answer: all of the clauses, or, if none does, the most of them. */
export function select(corpus, plan, strict = false) {
  const found = plan.clauses.map((clause) => union(clause.map((concept) => corpus.docs(concept))));
  const excluded = union(plan.excluded.map((concept) => corpus.docs(concept)));
  const weights = found.map((docs) => rarity(Math.max(docs.size, 1), corpus.units.length));
  const unknown = plan.clauses.filter((_, i) => !found[i].size).map(([concept]) => concept.text);
  const [first = new Set(), ...rest] = found;
  const docs = new Set([...first].filter((doc) => !excluded.has(doc) && rest.every((one) => one.has(doc))));
  if (strict || !found.length || (docs.size && !plan.question)) return { docs, weights, unknown };
  const partial = found.some((one) => one.size) ? partialAnswers(corpus, plan, excluded, docs) : new Map();
  return { docs: new Set(partial.keys()), weights, unknown, partial: partial.size ? partial : undefined };
}

/** Orders the units that answer, best first: [doc, score]. */
export function rank(corpus, plan, { partial, weights }, docs, marker) {
  if (partial) return ordered([...docs].map((doc) => [doc, partial.get(doc) ?? 0]));
  const scores = new Map([...docs].map((doc) => [doc, 0]));
  for (const concept of plan.clauses.flat()) {
    for (const { field, word } of satisfying(concept).flatMap(wordsOf)) {
      add(scores, corpus.index.scores(field, word));
      if (field !== "exact") add(scores, corpus.index.scores(`${field}Above`, word), TITLE_BOOST);
    }
  }
  const best = ordered([...scores]);
  const looked = best.slice(0, LOOKED_AT).map(([doc, score]) => [doc, score + closeness(marker.unit(doc), weights)]);
  return ordered([...looked, ...best.slice(LOOKED_AT)]);
}

const ordered = (scored) => scored.sort(([doc, score], [other, least]) => least - score || doc - other);

function add(scores, more, boost = 1) {
  for (const [doc, score] of more) if (scores.has(doc)) scores.set(doc, scores.get(doc) + boost * score);
}

/** Turns a needle into the words that the index has of it. */
function wordsOf(needle) {
  if (needle instanceof Substring) return [{ field: "words", word: needle.text }];
  if (needle instanceof Phrase) return needle.words.map((word) => ({ field: needle.exact ? "exact" : "stems", word }));
  return [];
}

/** Scores how much of the query stands in the heading and in one sentence. */
function closeness({ heading, segments }, weights) {
  const sentences = segments.map(({ met }) => coverage(met, weights));
  const best = Math.max(0, ...sentences);
  const breadth = best ? Math.log(1 + sentences.filter((one) => one === best).length) : 0;
  return HEADING * coverage(heading.met, weights) + SENTENCE * best + BREADTH * breadth;
}

/** Scores the units with some of the words; those that have the *whole* are among them. */
function partialAnswers(corpus, plan, excluded, whole) {
  const scores = new Map();
  const sum = (more) => { for (const [doc, score] of more) scores.set(doc, (scores.get(doc) ?? 0) + score); };
  for (const clause of plan.clauses) sum(best(clause.map((concept) => ofConcept(corpus, concept))));
  inside(corpus, plan.text.slice(0, LONGEST)).forEach(sum);
  for (const doc of whole) scores.set(doc, scores.get(doc) ?? 0);
  const found = ordered([...scores].filter(([doc]) => !excluded.has(doc)));
  const enough = ENOUGH * (found[0]?.[1] ?? 0);
  return new Map(found.filter(([doc, score], i) => whole.has(doc) || (i < MOST && score >= enough)));
}

/** Keeps the best score of each unit. */
function best(lists) {
  const found = new Map();
  for (const list of lists) for (const [doc, score] of list) found.set(doc, Math.max(score, found.get(doc) ?? 0));
  return found;
}

/** Scores what was typed, or, if it occurs nowhere, its other forms; what is no word of the texts, alike. */
function ofConcept(corpus, concept) {
  const { index, units } = corpus;
  const typed = [...(concept.loose ?? []), ...concept.needles].slice(0, 1).flatMap(wordsOf);
  const occurs = typed.some(({ field, word }) => index.scores(field, word).size);
  const scores = new Map();
  for (const { field, word } of occurs ? typed : [...typed, ...satisfying(concept).flatMap(wordsOf)]) {
    for (const [doc, score] of index.scores(field, word)) scores.set(doc, (scores.get(doc) ?? 0) + score);
  }
  if (scores.size) return scores;
  const docs = [...corpus.docs(concept)];
  return new Map(docs.map((doc) => [doc, rarity(docs.length, units.length)]));
}

/** Scores the Chinese words inside words, and every two characters that touch. */
function inside({ index, chinese, units }, text) {
  const common = COMMON * units.length;
  const folded = foldText(text);
  const pairs = [...new Set(touching(folded))].map((pair) => index.touchingScores(pair)).filter(({ size }) => size <= common);
  const words = chinese.cutForSearch(folded).filter((word) => hasHan(word) && !chinese.stop.has(word));
  return [...pairs, ...words.map((word) => index.scores("words", word))];
}
