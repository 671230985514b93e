// Where the concepts of a query stand in a pair, and which pairs answer it.

const LANGS = ["zh", "en"];

/** Marks the units of one search, each once. */
export class Marker {
  marked = new Map();

  constructor(plan, corpus) {
    this.corpus = corpus;
    this.clauses = plan.clauses.map((clause) => clause.map((concept) => ({ concept, docs: corpus.docs(concept) })));
  }

  unit(doc) {
    if (!this.marked.has(doc)) {
      const { heading, segments } = this.corpus.units[doc];
      const here = this.clauses.map((clause) => clause.filter(({ docs }) => docs.has(doc)).map(({ concept }) => concept));
      this.marked.set(doc, {
        heading: markPair(heading, here, true),
        segments: segments.map((pair) => markPair(pair, here)),
      });
    }
    return this.marked.get(doc);
  }
}

/** Marks every concept in a pair; where two meet, the earlier one wins. */
function markPair(pair, clauses, heading = false) {
  const found = { zh: [], en: [] };
  const met = new Set();
  clauses.forEach((clause, i) => {
    for (const concept of clause) {
      if (concept.field === "title" && !heading) continue;
      const marks = marksOf(pair, concept);
      if (!marks.length) continue;
      met.add(i);
      for (const mark of [...marks, ...find(pair, concept.echoes, { echo: true })]) found[mark.lang].push(mark);
    }
  });
  return { pair, met, zh: apart(found.zh), en: apart(found.en) };
}

/** Finds a concept: what was typed, and its renderings; a loose word only at need. */
function marksOf(pair, { needles, loose, renderings, field }) {
  const typed = LANGS.flatMap((lang) => {
    const ways = needles.filter((needle) => needle.lang === lang).map((needle) => find(pair, [needle], { field }));
    return ways.find((marks) => marks.length) ?? [];
  });
  const marks = [...typed, ...find(pair, renderings, { field, echo: true })];
  return marks.length ? marks : find(pair, loose, { field });
}

function find(pair, needles = [], { field = "", echo = false } = {}) {
  return needles.filter(({ lang }) => !LANGS.includes(field) || lang === field)
    .flatMap((needle) => needle.find(pair[needle.lang]).map(([start, end]) => ({ lang: needle.lang, start, end, echo })));
}

/** Keeps marks that do not overlap, the first found first; then puts them in order. */
function apart(marks) {
  const kept = [];
  for (const mark of marks) {
    if (kept.every((other) => mark.end <= other.start || other.end <= mark.start)) kept.push(mark);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** Chooses the pairs that answer: all that their unit meets, or else the most of it first. */
export function answering(marked, weights) {
  const hits = marked.filter(({ met }) => met.size);
  const everything = new Set(hits.flatMap(({ met }) => [...met]));
  const whole = hits.filter(({ met }) => met.size === everything.size);
  return whole.length ? whole : hits.sort((one, other) => coverage(other.met, weights) - coverage(one.met, weights));
}

/** Gives the share of the query's weight that some of its clauses carry. */
export function coverage(met, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total ? [...met].reduce((sum, i) => sum + weights[i], 0) / total : 0;
}
