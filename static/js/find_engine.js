// One search in the browser: a request in, what was found out. The page only shows it.

import { Marker, answering } from "./find_marks.js";
import { findPlace, findScope } from "./find_place.js";
import { Planner, onSide } from "./find_plan.js";
import { parseQuery } from "./find_query.js";
import { rank, select } from "./find_rank.js";
import { once } from "./find_text.js";

export const MOST = 1000; // characters of a query

const PLACED = 1000; // units whose sentences are counted

export class Engine {
  constructor(corpus) {
    this.corpus = corpus;
    this.planner = new Planner(corpus);
  }

  /**
   * Answers {q, within, lang, sort, literal, page, size}: hits are units, best first. *reason* says
   * why there are none: long, blank, scope, syntax, stopwords, place or nothing.
   */
  search({ q, within = "", lang = "", sort = "relevance", literal = false, page = 1, size = 10 }) {
    const text = q.replaceAll("\0", " ").split(/\s+/).filter(Boolean).join(" ");
    if (text.length > MOST) return { ...NOTHING, text, reason: "long" };
    const place = findPlace(this.corpus, text);
    const query = parseQuery(text);
    // A number that is no address is a number: 2021.
    const named = Boolean(place) && (place.places.length > 0 || !/^\d+$/.test(text));
    const whole = this.planner.plan(query, literal || named);
    const plan = onSide(whole, lang);
    const selection = select(this.corpus, plan, literal || named);
    const left = this.typed(query);
    const inside = new Set(within ? [...this.scope(within)].filter((doc) => left.has(doc)) : left);
    const goto = place?.places.length === 1 ? place.places[0] : null;
    const found = new Set([...selection.docs].filter((doc) => left.has(doc)));
    if (goto) found.add(goto.unit.doc);
    const docs = new Set([...found].filter((doc) => inside.has(doc) || doc === goto?.unit.doc));
    const marker = new Marker(plan, this.corpus);
    const ranked = rank(this.corpus, plan, selection, docs, marker);
    ranked.sort(([one], [other]) => Number(other === goto?.unit.doc) - Number(one === goto?.unit.doc));
    if (sort === "document") ranked.sort(([one], [other]) => one - other);
    const hit = ([doc, score]) => this.hit(doc, score, marker, selection);
    const first = (Math.min(page, Math.max(1, Math.ceil(ranked.length / size))) - 1) * size;
    const places = this.places(ranked, marker, selection);
    return {
      text,
      total: ranked.length,
      sentences: places.size,
      places,
      hits: ranked.slice(first, first + size).map(hit),
      relaxed: Boolean(selection.partial) && docs.size > 0,
      suggestion: docs.size ? plan.suggestion : "",
      terms: once(plan.clauses.flat().flatMap(({ terms }) => terms ?? [])),
      goto,
      candidates: place?.places.length > 1 ? place.places : [],
      reason: docs.size ? "" : this.reason(text, query, whole.stopped, named),
      unknown: selection.unknown,
      facets: this.facets(whole, found, inside, selection),
    };
  }

  hit(doc, score, marker, { docs, weights }) {
    const unit = this.corpus.units[doc];
    const marked = marker.unit(doc);
    return { unit, score, heading: marked.heading, pairs: docs.has(doc) ? answering(marked.segments, weights) : [] };
  }

  /** Lists every sentence that answers: plan:2.3.11.s4. */
  places(ranked, marker, { docs, weights }) {
    const answer = ([doc]) => (docs.has(doc) ? answering(marker.unit(doc).segments, weights) : []);
    const places = (one) => answer(one).map(({ pair }) => `${this.corpus.units[one[0]].slug}:${pair.at}`);
    return new Set(ranked.slice(0, PLACED).flatMap(places));
  }

  /** Finds the units that the operators of a query leave. */
  typed({ within, outside }) {
    const left = within ? this.scope(within) : this.corpus.everything;
    for (const doc of outside ? this.scope(outside) : []) left.delete(doc);
    return left;
  }

  scope(text) {
    const place = findScope(this.corpus, text);
    return place ? this.corpus.scope(place) : new Set();
  }

  /** Writes what *in* says as a slug, or a slug, a colon and a unit; null if it names nothing. */
  canonical(within) {
    return findScope(this.corpus, within);
  }

  /** Gives the longest part of a query that does occur. */
  closest(text) {
    return this.planner.chinese.longestPart(text);
  }

  reason(text, query, stopped, named) {
    if (!text) return "blank";
    const lost = (place) => place && !findScope(this.corpus, place);
    if (lost(query.within) || lost(query.outside)) return "scope";
    if (!query.groups.length) return "syntax";
    if (stopped) return "stopwords";
    return named ? "place" : "nothing";
  }

  /** Counts the units by document and section, and by the side that has all the words. */
  facets(plan, found, inside, { partial }) {
    const places = new Map();
    for (const doc of [...found].sort((one, other) => one - other)) {
      const { slug, path } = this.corpus.units[doc];
      for (const value of [slug, `${slug}:${path[0]}`, ...(path.length > 1 ? [`${slug}:${path[0]}.${path[1]}`] : [])]) {
        places.set(value, (places.get(value) ?? 0) + 1);
      }
    }
    const sides = {};
    for (const lang of partial ? [] : ["zh", "en"]) {
      const { docs } = select(this.corpus, onSide(plan, lang), true);
      sides[lang] = [...docs].filter((doc) => inside.has(doc)).length;
    }
    return { places, sides };
  }
}

const NOTHING = {
  total: 0, sentences: 0, places: new Set(), hits: [], relaxed: false, suggestion: "", terms: [], goto: null, candidates: [],
  unknown: [], facets: { places: new Map(), sides: {} },
};
