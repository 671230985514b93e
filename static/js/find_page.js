// The page of results that is made here: reads the address, searches, shows, and says how much.

import { addressOf, asked, words } from "./find_asked.js";
import { Engine } from "./find_engine.js";
import { facets, pagination } from "./find_facets.js";
import { hit, placePair, strip } from "./find_hits.js";
import { Library } from "./find_library.js";
import { help, masthead } from "./find_masthead.js";
import { say } from "./say.js";
import { element } from "./suggestions.js";

const SIZE = 10; // units on a page

export class FindPage {
  constructor(main) {
    this.main = main;
    this.results = main.querySelector("[data-found]");
    this.rail = main.querySelector(".rail");
    this.facets = main.querySelector("[data-facets]");
    this.input = document.querySelector("#q");
    this.title = document.title;
  }

  /** Loads what is searched, and answers the address. */
  async start() {
    const { q } = asked();
    if (q && !this.input.value) this.input.value = q;
    this.listen();
    if (q) this.tell("loading");
    try {
      const response = await fetch(document.querySelector("[data-find-index]").href);
      if (!response.ok) throw new Error(`${response.status}`);
      this.engine = new Engine(new Library(await response.json()));
    } catch (error) {
      this.tell("failed");
      throw error;
    }
    this.show();
  }

  listen() {
    this.input.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(addressOf({ ...asked(), literal: false }, { q: this.input.value.trim() }));
    });
    this.main.addEventListener("click", (event) => {
      const link = event.target.closest("[data-ask]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      this.go(link.getAttribute("href"));
      this.results.focus({ preventScroll: true });
    });
    addEventListener("popstate", () => this.show());
  }

  go(address) {
    history.pushState(null, "", address);
    this.show();
    scrollTo(0, 0);
  }

  tell(name) {
    const line = element("p", { class: "said", "data-told": "" }, words(name));
    this.results.querySelector("[data-told]")?.remove();
    this.results.querySelector(".masthead > div > .under").prepend(line);
    if (name === "failed") say(line.textContent);
  }

  /** Shows what the address asks. */
  show() {
    if (!this.engine) return;
    const now = this.understood();
    this.input.value = now.q;
    const answer = this.engine.search({ ...now, size: SIZE });
    document.title = answer.text ? `${answer.text} · ${this.title}` : this.title;
    this.results.replaceChildren(...this.pieces(now, answer));
    this.facets.replaceChildren(...(answer.total ? facets(now, answer, this.engine.corpus) : []));
    this.rail.hidden = !answer.total;
    this.main.classList.toggle("solo", !answer.total);
    if (answer.text) say(this.results.querySelector(answer.total ? "[data-count]" : ".head").textContent);
  }

  /** Reads the address; a place to look in is written in one way, one that is not there is left aside. */
  understood() {
    const now = asked();
    return { ...now, within: now.within ? this.engine.canonical(now.within) ?? "" : "" };
  }

  pieces(now, answer) {
    const { corpus } = this.engine;
    const asks = { ...now, text: answer.text };
    const places = answer.candidates.map((place) => placePair(place, corpus));
    const may = element("h2", { class: "h", id: "may-mean" }, words("may-mean"));
    return [
      masthead(now, answer, this.engine),
      ...(places.length ? [element("section", { "aria-labelledby": "may-mean" }, may, element("ul", {}, ...places))] : []),
      ...(places.length && answer.hits.length ? [element("h2", { class: "h" }, words("others"))] : []),
      ...this.strips(answer),
      ...(answer.hits.length ? [element("ol", { class: "hits" }, ...answer.hits.map((one) => hit(one, asks, corpus)))] : []),
      ...pagination(now, answer.total, SIZE),
      ...(answer.total ? [] : [help()]),
    ];
  }

  strips({ places }) {
    const slugs = new Set([...places].map((place) => place.split(":")[0]));
    return [...slugs].map((slug) => strip(slug, places, this.engine.corpus));
  }
}
