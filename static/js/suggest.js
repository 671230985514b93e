// Suggests terms, headings and places as one types: the combobox with a list and manual selection
// of the WAI-ARIA practices. What is typed is searched as it is, unless something is chosen.

import { element, isKnown, option, suggestionsFor } from "./suggestions.js";

const PAUSE = 120; // milliseconds without a key before the server is asked
const LONGEST = 64; // nothing longer begins a term or a heading

class Combobox {
  found = [];
  at = -1; // the suggestion that the arrow keys have reached
  composing = false;

  constructor(input) {
    this.input = input;
    this.counts = input.dataset.counts.split("|");
    this.list = element("ul", { id: `${input.id}-list`, role: "listbox", "aria-label": input.dataset.label });
    this.popup = element("div", { class: "suggest", hidden: "" }, this.list);
    this.status = element("p", { class: "vh", role: "status" });
    input.parentElement.append(this.popup, this.status);
    const pattern = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(pattern)) input.setAttribute(name, value);
    this.listen();
  }

  listen() {
    const { input, popup } = this;
    input.addEventListener("input", () => { if (!this.composing) this.ask(); });
    input.addEventListener("compositionstart", () => { this.composing = true; this.close(); });
    input.addEventListener("compositionend", () => { this.composing = false; this.ask(); });
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    input.form.addEventListener("submit", () => this.close());
    popup.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the field
    popup.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose([...this.list.children].indexOf(option));
    });
  }

  /** Asks for suggestions when no key has been pressed for a while. */
  ask() {
    this.drop();
    this.reach(-1); // whoever goes on typing has chosen nothing
    this.list.setAttribute("aria-busy", "true"); // until the answer, it suits what was typed before
    this.waiting = setTimeout(() => this.look(), isKnown(this.typed) ? 0 : PAUSE);
  }

  /** Forgets what was asked: a late answer to an earlier text is not shown. */
  drop() {
    clearTimeout(this.waiting);
    this.request?.abort();
  }

  get typed() {
    return this.input.value.trim();
  }

  async look() {
    this.drop();
    const { typed } = this;
    const request = this.request = new AbortController();
    const wanted = typed && typed.length < LONGEST;
    const found = wanted ? await suggestionsFor(typed, this.input.dataset.suggest, request.signal) : [];
    if (!request.signal.aborted) this.show(found);
  }

  show(found) {
    const { popup, status } = this;
    if (!found.length) status.textContent = popup.hidden ? "" : this.counts[0];
    this.close();
    if (!found.length) return;
    this.found = found;
    this.list.replaceChildren(...found.map((one, i) => option(one, `${this.list.id}-${i}`)));
    popup.hidden = false;
    popup.scrollTop = 0;
    this.input.setAttribute("aria-expanded", "true");
    status.textContent = this.counts[found.length];
  }

  close() {
    this.drop();
    this.reach(-1);
    this.list.removeAttribute("aria-busy");
    this.popup.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  press(event) {
    if (event.isComposing || event.keyCode === 229) return; // the key is the input method's
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { popup } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.step(step, event.altKey);
    else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
    else if (event.key === "Escape" && !popup.hidden) this.close();
    else if (event.key === "Escape") this.clear();
    else {
      if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.reach(-1);
      return;
    }
    event.preventDefault();
  }

  clear() {
    this.drop();
    this.input.value = "";
  }

  /** Moves through the list and round its ends; with Alt, only opens or closes it. */
  async step(by, alone) {
    if (alone && by < 0) return this.close();
    if (this.popup.hidden) await this.look();
    const { length } = this.found;
    if (alone || this.popup.hidden) return;
    this.reach(this.at < 0 && by < 0 ? length - 1 : (this.at + by + length) % length);
  }

  reach(at) {
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = at;
    const option = this.list.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  choose(at) {
    const { kind, query, url } = this.found[at];
    this.close();
    if (kind !== "term") return location.assign(url);
    this.input.value = query;
    this.input.form.requestSubmit();
  }
}

for (const input of document.querySelectorAll("[data-suggest]")) new Combobox(input);
